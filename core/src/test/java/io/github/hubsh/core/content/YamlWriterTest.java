package io.github.hubsh.core.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.NumpyScalar;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.RangeLabels;
import io.github.hubsh.core.value.table.Series;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of value as YAML that every safe loader reads. */
final class YamlWriterTest {
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(true, "true"),
                Arguments.of(-5L, "-5"),
                Arguments.of(BigInteger.TEN.pow(20), "100000000000000000000"),
                Arguments.of(1.5, "1.5"),
                Arguments.of(0.25f, "0.25"),
                Arguments.of(1e22, "1.0E+22"),
                Arguments.of(1.5e-7, "1.5E-7"),
                Arguments.of(Double.NaN, ".nan"),
                Arguments.of(Double.POSITIVE_INFINITY, ".inf"),
                Arguments.of(Double.NEGATIVE_INFINITY, "-.inf"),
                Arguments.of("text", "text"),
                Arguments.of("caf\u00e9", "caf\u00e9"),
                Arguments.of("1", "'1'"),
                Arguments.of("true", "'true'"),
                Arguments.of("yes", "'yes'"),
                Arguments.of("<<", "'<<'"),
                Arguments.of("", "''"),
                Arguments.of(new BigDecimal("1.50"), "'1.50'"),
                Arguments.of(Duration.ofSeconds(5), "PT5S"),
                Arguments.of(LocalTime.of(1, 2), "01:02:00"),
                Arguments.of(LocalTime.of(12, 2), "'12:02:00'"),
                Arguments.of(LocalTime.parse("01:02:03.5"), "'01:02:03.500000'"),
                Arguments.of(LocalDate.EPOCH, "1970-01-01"),
                Arguments.of(LocalDateTime.of(1970, 1, 1, 1, 2), "1970-01-01T01:02:00"),
                Arguments.of(OffsetDateTime.parse("1970-01-01T01:02:03-05:30"), "1970-01-01T01:02:03-05:30"),
                Arguments.of(new NumpyScalar(Dtype.FLOAT64, 2.5), "2.5"),
                Arguments.of(List.of(), "[]"),
                Arguments.of(Map.of(), "{}"),
                Arguments.of(NdArray.ofLongs(1, 2), "- 1\n- 2"),
                Arguments.of(Map.of("a", Map.of(1L, List.of("x"))), "a:\n  1:\n  - x"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_has_one_form(Object value, String text) throws ContentException {
        assertThat(YamlWriter.write(value).strip()).isEqualTo(text);
    }

    @Test
    void bytes_sets_and_nothing_have_tags_of_their_own() throws ContentException {
        assertThat(YamlWriter.write(Bytes.of((byte) 1))).startsWith("!!binary").contains("AQ==");
        assertThat(YamlWriter.write(new byte[] {1})).startsWith("!!binary").contains("AQ==");
        assertThat(YamlWriter.write(new LinkedHashSet<>(List.of("x")))).isEqualTo("!!set\nx: null\n");
        assertThat(YamlWriter.write(Collections.singletonList(null))).isEqualTo("- null\n");
    }

    @Test
    void a_table_is_written_as_its_shape() throws ContentException {
        Series series = Series.of(new Index(new RangeLabels(0, 1, 2), null), NdArray.ofLongs(5, 6), "s");
        assertThat(YamlWriter.write(series)).contains("- 5\n", "- 6\n", "name: s\n");
    }

    static Stream<Arguments> unwritable() {
        List<Object> cycle = new ArrayList<>();
        cycle.add(Map.of("a", cycle));
        return Stream.of(
                Arguments.of(new Opaque("m.C", List.of()), "YAML cannot hold Opaque[m.C]"),
                Arguments.of(List.of(new Global("m.f")), "YAML cannot hold Global[name=m.f]"),
                Arguments.of(Map.of(new Opaque("m.C", List.of()), 1L), "YAML cannot hold Opaque[m.C]"),
                Arguments.of("\ud83d", "text with half a surrogate pair, which UTF-8 cannot carry"),
                Arguments.of(cycle, "a container that contains itself"),
                Arguments.of(nested(101), "YAML of more than 100 levels"));
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void what_no_safe_loader_reads_is_refused(Object value, String message) {
        assertThatThrownBy(() -> YamlWriter.write(value))
                .isInstanceOf(ContentException.class)
                .hasMessage(message);
    }

    @Test
    void an_array_of_java_is_no_value() {
        assertThatThrownBy(() -> YamlWriter.write(new int[] {1}))
                .isInstanceOf(ContentException.class)
                .hasMessageStartingWith("YAML cannot hold [I");
    }

    @Test
    void as_deep_as_the_limit_is_written() throws ContentException {
        assertThat(YamlWriter.write(nested(100))).startsWith("- - - ");
    }

    @Test
    void one_container_in_two_places_is_written_once_and_equal_ones_twice() throws ContentException {
        List<Long> part = new ArrayList<>(List.of(1L));
        assertThat(YamlWriter.write(List.of(part, Map.of("a", part)))).isEqualTo("- &id001\n  - 1\n- a: *id001\n");
        assertThat(YamlWriter.write(List.of(part, new ArrayList<>(part)))).isEqualTo("- - 1\n- - 1\n");
    }

    private static List<?> nested(int levels) {
        List<?> inner = new ArrayList<>();
        for (int i = 1; i < levels; i++) {
            inner = List.of(inner);
        }
        return inner;
    }
}
