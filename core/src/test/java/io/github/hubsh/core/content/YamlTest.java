package io.github.hubsh.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlTest {
    @Test
    void every_type_comes_back() throws ContentException {
        List<@Nullable Object> value = new ArrayList<>(Arrays.asList(
                null, true, 1L, -5L, Long.MIN_VALUE, BigInteger.ONE.shiftLeft(80), 1.5, 1e22, 1e-5, Double.NaN));
        value.addAll(List.of("text", "", "1", "true", "null", "~", "2016-04-01", "a: b", "é\n\ttab", Map.of("k", 1L)));
        value.addAll(List.of(Bytes.of((byte) 0, (byte) 255), new LinkedHashSet<>(List.of("x")), List.of(), Map.of()));
        value.addAll(List.of(LocalDate.of(2016, 4, 1), LocalDateTime.of(2016, 4, 1, 12, 0, 0, 983040000)));
        value.add(OffsetDateTime.of(2016, 4, 1, 1, 2, 3, 0, ZoneOffset.ofHoursMinutes(-5, -30)));

        assertThat(read(YamlWriter.write(value))).isEqualTo(value);
    }

    @Test
    void what_python_dumps_is_read() throws ContentException {
        String text = "!!python/tuple [1, !!python/unicode 'a', {[1, 2]: x}, 0x10, 1_000, .inf, 2016-04-01 12:00:00]";

        assertThat(read(text))
                .isEqualTo(Tuple.of(
                        1L,
                        "a",
                        Map.of(Tuple.of(1L, 2L), "x"),
                        16L,
                        1000L,
                        Double.POSITIVE_INFINITY,
                        LocalDateTime.of(2016, 4, 1, 12, 0)));
    }

    @Test
    void shared_parts_are_written_once_and_values_without_a_tag_as_text() throws ContentException {
        List<Long> part = List.of(1L);

        assertThat(YamlWriter.write(List.of(part, part, new BigDecimal("1.50"))))
                .isEqualTo("- &id001\n  - 1\n- *id001\n- '1.50'\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1",
                "a: b: c",
                "!!python/object:os.system {}",
                "!!javax.script.ScriptEngineManager []",
                "1\n---\n2",
                "2016-13-45",
                "? {a: b}\n: c",
                "&a ? [*a]\n: c",
                "\u0000"
            })
    void what_is_unsafe_or_malformed_is_refused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ContentException.class)
                .hasMessageStartingWith("YAML");
    }

    @Test
    void aliases_depth_and_digits_are_bounded() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [lol]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
        }
        for (String text : List.of(laughs.toString(), "[".repeat(100_000), "!!int " + "9".repeat(1 << 20))) {
            assertThatThrownBy(() -> read(text)).as(text.substring(0, 20)).isInstanceOf(ContentException.class);
        }
    }

    @Test
    void a_value_that_contains_itself_is_read_but_not_written() throws ContentException {
        Object value = read("&a [*a]");

        assertThat(Json.write(value)).isEqualTo("[\"<cycle>\"]");
        assertThatThrownBy(() -> YamlWriter.write(value == null ? "" : value))
                .hasMessage("a container that contains itself");
    }

    @Test
    void an_empty_document_is_nothing() throws ContentException {
        assertThat(read("")).isNull();
    }

    private static @Nullable Object read(String text) throws ContentException {
        return YamlReader.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
