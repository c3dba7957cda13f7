package io.github.hubsh.core.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.Tuple;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A request's arguments, as a handler asks for them. */
final class CallTest {
    private final Call call = call(arguments());

    @Test
    void the_source_is_the_plugin_that_asks() {
        assertThat(call.source()).isEqualTo("ui");
        assertThat(call.request().command()).isEqualTo("start");
    }

    @ParameterizedTest
    @CsvSource({"speed, 3", "name, slow", "limits, '[1, 2]'", "none, otherwise", "absent, otherwise"})
    void an_argument_that_was_not_sent_or_is_none_is_the_other_value(String name, String expected) {
        assertThat(call.argument(name, "otherwise")).hasToString(expected);
    }

    @Test
    void a_required_argument_has_its_type() {
        assertThat(call.require("speed", Long.class)).isEqualTo(3L);
        assertThat(call.require("speed", Number.class)).isEqualTo(3L);
        assertThat(call.require("name", String.class)).isEqualTo("slow");
        Object limits = call.require("limits", List.class);
        assertThat(limits).isEqualTo(List.of(1L, 2L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            speed  | argument 'speed': expected a String, found 3, a Long
            absent | argument 'absent': expected a String, found missing
            none   | argument 'none': expected a String, found missing
            real   | argument 'real': expected a String, found 0.5, a Double
            """)
    void a_required_argument_that_is_missing_or_of_another_type_is_named(String name, String message) {
        assertThatThrownBy(() -> call.require(name, String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void no_data_are_no_arguments() {
        Call empty = call(null);
        assertThat(empty.arguments()).isEmpty();
        assertThat(empty.argument("speed", 7L)).isEqualTo(7L);
        assertThatThrownBy(() -> empty.require("speed", Long.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("argument 'speed': expected a Long, found missing");
        assertThat(call(Map.of()).arguments()).isEmpty();
    }

    @Test
    void keys_of_a_dict_need_not_be_texts() {
        Call numbered = call(Map.of(1L, "one"));
        assertThat(numbered.arguments()).isEqualTo(Map.of(1L, "one"));
        assertThat(numbered.argument("1", "otherwise")).isEqualTo("otherwise");
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("slow", "String"),
                Arguments.of(3L, "Long"),
                Arguments.of(false, "Boolean"),
                Arguments.of(Tuple.of(3L), "Tuple"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void data_that_are_no_dict_are_refused(Object data, String type) {
        Call other = call(data);
        String message = "expected keyword arguments, got " + type;
        assertThatThrownBy(other::arguments)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> other.argument("speed", 1L)).hasMessage(message);
        assertThatThrownBy(() -> other.require("speed", Long.class)).hasMessage(message);
    }

    private static Map<String, @Nullable Object> arguments() {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>(Collections.singletonMap("none", null));
        arguments.put("speed", 3L);
        arguments.put("real", 0.5);
        arguments.put("name", "slow");
        arguments.put("limits", List.of(1L, 2L));
        return arguments;
    }

    private static Call call(@Nullable Object data) {
        return new Call(Messages.create().executeRequest("ui", "pump", "start", Payload.NONE), data);
    }
}
