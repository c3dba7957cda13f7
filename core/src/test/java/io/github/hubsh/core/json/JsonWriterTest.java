package io.github.hubsh.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.FrozenSet;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.NumpyScalar;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.RangeLabels;
import io.github.hubsh.core.value.table.Series;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One value in each of the styles: for programs, with its halves of pairs, for people, and for peers. */
final class JsonWriterTest {
    static Stream<Arguments> values() {
        Index rows = new Index(new RangeLabels(0, 1, 2), null);
        return Stream.of(
                same(null, "null"),
                same(true, "true"),
                same(7L, "7"),
                same(BigInteger.TEN.pow(20), "100000000000000000000"),
                same(1.5f, "1.5"),
                same(1e300, "1e+300"),
                Arguments.of(Double.NaN, "\"NaN\"", "\"NaN\"", "NaN", "NaN"),
                Arguments.of(Double.NEGATIVE_INFINITY, "\"-Infinity\"", "\"-Infinity\"", "-Infinity", "-Infinity"),
                Arguments.of(new BigDecimal("1.50"), "\"1.50\"", "\"1.50\"", "1.50", "\"1.50\""),
                same("a\"b", "\"a\\\"b\""),
                Arguments.of("\ud83d", "\"\ufffd\"", "\"\\ud83d\"", "\"\ufffd\"", "\"\\ud83d\""),
                Arguments.of("\u202e", "\"\\u202e\"", "\"\u202e\"", "\"\\u202e\"", "\"\u202e\""),
                Arguments.of(LocalDate.EPOCH, "\"1970-01-01\"", "\"1970-01-01\"", "1970-01-01", "\"1970-01-01\""),
                Arguments.of(Bytes.of((byte) 1, (byte) 0xff), "\"Af8=\"", "\"Af8=\"", "0x01ff", "\"Af8=\""),
                Arguments.of(new byte[] {1, -1}, "\"Af8=\"", "\"Af8=\"", "0x01ff", "\"Af8=\""),
                same(new Object[] {1L, new int[] {2, 3}, "x"}, "[1,[2,3],\"x\"]"),
                same(new NumpyScalar(Dtype.FLOAT64, 2.5), "2.5"),
                same(new NumpyScalar(Dtype.FLOAT64, null), "null"),
                same(new Global("a.b"), "{\"__global__\":\"a.b\"}"),
                same(new Opaque("fractions.Fraction", List.of("1/3")), "\"1/3\""),
                same(new Opaque("a.B", List.of(1L)), "{\"__class__\":\"a.B\",\"args\":[1]}"),
                same(
                        Series.of(rows, NdArray.ofLongs(1, 2), "s"),
                        Json.write(PandasJson.toShape(Series.of(rows, NdArray.ofLongs(1, 2), "s")))),
                same(
                        DataFrame.of(rows, List.of(), new Index(NdArray.ofObjects(List.of()), null)),
                        Json.write(PandasJson.toShape(
                                DataFrame.of(rows, List.of(), new Index(NdArray.ofObjects(List.of()), null))))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void each_style_has_its_form_of_what_json_has_none_for(
            @Nullable Object value, String shown, String typed, String displayed, String forPeers) throws Exception {
        assertThat(JsonWriter.shown(value, false)).isEqualTo(shown);
        assertThat(JsonWriter.typed(value)).isEqualTo(typed);
        assertThat(JsonWriter.display(value)).isEqualTo(displayed);
        assertThat(JsonWriter.beginning(value, 1_000)).isEqualTo(displayed);
        assertThat(JsonWriter.forPeers(value)).isEqualTo(forPeers);
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of(null, "null"),
                Arguments.of("a", "a"),
                Arguments.of(1L, "1"),
                Arguments.of(1e22, "1e+22"),
                Arguments.of(1e7f, "10000000.0"),
                Arguments.of(Double.NaN, "NaN"),
                Arguments.of(false, "false"),
                Arguments.of(LocalDate.EPOCH, "1970-01-01"),
                Arguments.of(Bytes.of((byte) 1, (byte) 0xff), "Af8="),
                Arguments.of(new Global("a.b"), "a.b"),
                Arguments.of(new NumpyScalar(Dtype.FLOAT64, 1e22), "1e+22"),
                Arguments.of(Tuple.of(1L, Tuple.of("x")), "[1,[\\\"x\\\"]]"),
                Arguments.of(FrozenSet.copyOf(List.of(1L)), "[1]"),
                Arguments.of(Map.of("k", 1L), "{\\\"k\\\":1}"),
                Arguments.of(new Opaque("fractions.Fraction", List.of("1/3")), "\\\"1/3\\\""));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_key_is_text(@Nullable Object key, String written) {
        Map<@Nullable Object, Object> map = new LinkedHashMap<>();
        map.put(key, 0L);
        assertThat(JsonWriter.shown(map, false)).isEqualTo("{\"" + written + "\":0}");
        map.put(new ArrayList<>(List.of(5L)), 1L);
        assertThat(JsonWriter.shown(map, false)).isEqualTo("{\"" + written + "\":0,\"[5]\":1}");
    }

    @Test
    void keys_of_one_text_are_pairs_in_an_indented_text_too() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put(1L, "a");
        map.put("1", new Global("a.b"));
        assertThat(JsonWriter.shown(map, true)).isEqualTo("""
                [
                  [
                    1,
                    "a"
                  ],
                  [
                    "1",
                    {"__global__": "a.b"}
                  ]
                ]""");
    }

    static Stream<Arguments> unwritable() {
        List<Object> cycle = new ArrayList<>();
        cycle.add(cycle);
        Map<Object, Object> cyclicMap = new LinkedHashMap<>();
        cyclicMap.put("a", cyclicMap);
        List<Object> withinKey = new ArrayList<>();
        withinKey.add(Collections.singletonMap(withinKey, 1L));
        Opaque opaque = new Opaque("a.B", new ArrayList<>());
        opaque.setState(Map.of("me", opaque));
        return Stream.of(
                Arguments.of(cycle, "[\"<cycle>\"]", "cycle"),
                Arguments.of(cyclicMap, "{\"a\":\"<cycle>\"}", "cycle"),
                Arguments.of(withinKey, "[{\"\\\"<cycle>\\\"\":1}]", "cycle"),
                Arguments.of(opaque, "{\"__class__\":\"a.B\",\"me\":\"<cycle>\"}", "cycle"),
                Arguments.of(nested(501), "[".repeat(500) + "\"<too deep>\"" + "]".repeat(500), "too deep"));
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void what_has_no_end_is_marked_or_refused(Object value, String shown, String refusal) {
        assertThat(JsonWriter.shown(value, false)).isEqualTo(shown);
        assertThat(JsonWriter.typed(value)).isEqualTo(shown);
        assertThat(JsonWriter.display(value)).isEqualTo(shown);
        assertThatThrownBy(() -> JsonWriter.forPeers(value))
                .isInstanceOf(ContentException.class)
                .hasMessage("JSON cannot hold this value: it is " + refusal);
    }

    @Test
    void one_part_many_times_is_no_cycle() throws ContentException {
        List<Object> part = List.of(1L);
        assertThat(JsonWriter.forPeers(List.of(part, part, Map.of("a", part)))).isEqualTo("[[1],[1],{\"a\":[1]}]");
        assertThat(JsonWriter.forPeers(nested(500))).isEqualTo("[".repeat(500) + "]".repeat(500));
    }

    @Test
    void what_is_too_large_ends_early_and_well_formed() throws ContentException {
        List<Object> many = Collections.nCopies(40, "x".repeat(1 << 20));
        for (Object value : List.of(many, Map.of("a", many), List.of(many, many, Map.of("b", many)))) {
            Object read = Json.parse(JsonWriter.shown(value, false));
            assertThat(read).isNotNull();
            assertThat(lastOf(read)).isEqualTo("<too large>");
            assertThatThrownBy(() -> JsonWriter.forPeers(value))
                    .hasMessage("JSON cannot hold this value: it is too large");
        }
        Map<Object, Object> entries = new LinkedHashMap<>();
        many.forEach(text -> entries.put(entries.size() + "", text));
        assertThat(JsonWriter.shown(entries, false)).endsWith("\",\"<too large>\":\"<too large>\"}");
    }

    @Test
    void a_large_key_is_cut_short() {
        Object wide = Tuple.copyOf(Collections.nCopies(10_000, 1L));
        assertThat(JsonWriter.shown(Collections.singletonMap(wide, 0L), false))
                .hasSizeBetween(4096, 4200)
                .endsWith(",\\\"<too large>\\\"]\":0}");
    }

    @Test
    void a_beginning_is_whole_or_a_little_longer_than_wanted() {
        assertThat(JsonWriter.beginning(List.of("abc", 1L), 9)).isEqualTo("[\"abc\",1]");
        assertThat(JsonWriter.beginning("x".repeat(100), 10)).isEqualTo('"' + "x".repeat(11) + '"');
        assertThat(JsonWriter.beginning(Bytes.wrapping(new byte[100]), 3)).isEqualTo("0x00000000");
        assertThat(JsonWriter.beginning(List.of("abcdef", "ghijkl", "mnopqr"), 10))
                .isEqualTo("[\"abcdef\",\"g\",\"<too large>\"]");
        assertThat(JsonWriter.beginning(Map.of("abcdefghijklmnop", List.of(1L)), 5))
                .isEqualTo("{\"abcde\":\"<too large>\"}");
        assertThat(JsonWriter.beginning(numbered(1_000), 10)).hasSizeBetween(11, 60);
    }

    @Test
    void a_text_within_a_length_is_whole_or_nothing() {
        assertThat(JsonWriter.shownWithin(List.of("\ud83d"), 5)).isEqualTo("[\"\ufffd\"]");
        assertThat(JsonWriter.shownWithin(List.of("\ud83d"), 4)).isNull();
        assertThat(JsonWriter.typedWithin(List.of("\ud83d"), 10)).isEqualTo("[\"\\ud83d\"]");
        assertThat(JsonWriter.typedWithin(List.of("\ud83d"), 9)).isNull();
        assertThat(JsonWriter.shownWithin(null, 4)).isEqualTo("null");
        assertThat(JsonWriter.shownWithin(null, 3)).isNull();
    }

    private static Arguments same(@Nullable Object value, String text) {
        return Arguments.of(value, text, text, text, text);
    }

    private static List<?> nested(int levels) {
        List<?> inner = List.of();
        for (int i = 1; i < levels; i++) {
            inner = List.of(inner);
        }
        return inner;
    }

    private static Map<Object, Object> numbered(int count) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (long i = 0; i < count; i++) {
            map.put(i, i);
        }
        return map;
    }

    private static Object lastOf(Object read) {
        Object last = read;
        while (!(last instanceof String)) {
            last = last instanceof List<?> list
                    ? list.get(list.size() - 1)
                    : ((Map<?, ?>) last).values().iterator().next();
        }
        return last;
    }
}
