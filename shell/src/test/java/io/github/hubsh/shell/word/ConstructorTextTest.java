package io.github.hubsh.shell.word;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.NamedDict;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PandasTime;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.argument.TypedArgument;
import io.github.hubsh.shell.argument.TypedFunctions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a value is written as it would be typed, and makes the same value again. */
final class ConstructorTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "series({\"electrode043\":1})",
                "series({37:1,38:2})",
                "series([1.5,NaN,Infinity])",
                "series([1,2],\"uint8\")",
                "series({\"a\":1,\"b\":2},\"Int64\")",
                "series([1,2],index=[\"a\",\"a\"])",
                "series({\"a\":true},name=\"states\")",
                "series([\"x\",null])",
                "frame({\"x\":[1,2],\"y\":[\"a\",null]})",
                "frame({0:[0.5]},index=[\"a\"])",
                "array([[1,2],[3,4]],\"uint8\")",
                "uuid(\"123e4567-e89b-12d3-a456-426614174000\")",
                "datetime(\"2026-01-31T15:04:05+01:00\")",
                "date(\"2026-01-31\")",
                "time(\"15:04:05\")",
                "timedelta(\"PT1H30M\")",
                "decimal(\"1.50\")",
                "bytes(\"aGk=\")",
                "tuple(1,\"two\",null)",
                "tuple()",
                "set(1,2)",
                "frozenset(1,2)",
                "fraction(\"1/3\")",
                "decimal(\"NaN\")",
                "complex(\"1+2j\")",
                "complex(\"-0.5-1e+20j\")",
                "complex(\"inf-0j\")",
            })
    void a_value_is_written_as_it_was_typed(String text) throws JsonInput.WrongJson {
        assertThat(ConstructorText.of(make(text))).isEqualTo(text);
        assertThat(ItemText.ofValue(make(text))).isEqualTo(":=" + text);
    }

    @Test
    void what_the_short_form_would_lose_is_in_the_long_one() throws JsonInput.WrongJson {
        Series named = Series.of(new Index(NdArray.ofObjects(List.of("a")), "electrode"), NdArray.ofLongs(1), null);
        Series times = Series.of(
                new Index(NdArray.ofObjects(List.of("a")), null),
                NdArray.ofObjects(List.of(LocalDateTime.of(2026, 1, 31, 0, 0))),
                null);

        for (Series series : List.of(named, times)) {
            String text = requireNonNull(ConstructorText.of(series));
            assertThat(text).startsWith("series({\"index\":[\"a\"]");
            assertThat(Json.write(make(text))).isEqualTo(Json.write(series));
        }
    }

    @Test
    void what_no_function_makes_has_no_text() {
        assertThat(ConstructorText.of("text")).isNull();
        assertThat(ConstructorText.of(null)).isNull();
        assertThat(ConstructorText.of(Map.of("a", 1L))).isNull();
        assertThat(ConstructorText.of(new NamedDict("collections.Counter", null, Map.of("a", 1L))))
                .isNull();
        assertThat(ConstructorText.of(List.of(new PandasTime(LocalDateTime.MIN))))
                .isNull();
        assertThat(ConstructorText.of(Map.of(37L, 1L))).isNull();
        assertThat(ConstructorText.of(new Opaque("fractions.Fraction", List.of())))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[uuid(\"123e4567-e89b-12d3-a456-426614174000\"),1]",
                "{\"at\":{\"when\":date(\"2026-01-31\")},\"n\":1.5}",
                "tuple([[1]])",
                "frozenset([tuple(1)])",
                "tuple(tuple(1,2),set(3))",
                "[int8(3),float32(1.5),bool(true)]"
            })
    void what_stands_within_is_written_as_it_would_be_typed(String text) throws JsonInput.WrongJson {
        Object value = JsonInput.parse(text, TypedFunctions.all(), List.of());

        assertThat(ConstructorText.of(value)).isEqualTo(text);
    }

    @Test
    void what_contains_itself_or_a_part_very_often_has_no_text() {
        List<Object> itself = new ArrayList<>(List.of(Tuple.of(1L)));
        itself.add(itself);
        Object often = Tuple.of(1L);
        for (int i = 0; i < 40; i++) {
            often = List.of(often, often);
        }

        assertThat(ConstructorText.of(itself)).isNull();
        assertThat(ConstructorText.of(often)).isNull();
    }

    private static @Nullable Object make(String text) throws JsonInput.WrongJson {
        int open = text.indexOf('(');
        return TypedArgument.make(
                text.substring(0, open), JsonInput.operands(text.substring(open + 1, text.length() - 1)));
    }
}
