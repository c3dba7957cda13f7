package io.github.hubsh.shell.recording.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.BoundedList;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.FrozenSet;
import io.github.hubsh.core.value.NamedDict;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.NumpyScalar;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Series;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ValueDifferenceTest {
    private static final UUID ID = UUID.fromString("11111111-0000-4000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("22222222-0000-4000-8000-000000000002");

    private static List<String> differences(Object recorded, Object now, double tolerance) {
        SameValues rules = new SameValues(new RenamedIds(value -> false), tolerance);
        List<String> texts = new ArrayList<>();
        for (Difference each : ValueDifference.of(recorded, now, rules, path -> false)) {
            texts.add(each.where() + " " + each.kind().word() + ": " + each.recordedText() + " → " + each.nowText());
        }
        return texts;
    }

    /** JSON on both sides; what differs, with a semicolon between. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1 | ''",
                "1 | 1.0 | ''",
                "1 | true | ''",
                "0 | false | ''",
                "1 | 2 | . changed: 1 → 2",
                "1 | \"1\" | . changed: 1 → \"1\"",
                "null | null | ''",
                "null | 0 | . changed: null → 0",
                "null | false | . changed: null → false",
                "\"a\" | \"A\" | . changed: \"a\" → \"A\"",
                "12345678901234567890123 | 12345678901234567890124 | . changed: 12345678901234567890123 → 12345678901234567890124",
                "9007199254740993 | 9007199254740992.0 | . changed: 9007199254740993 → 9007199254740992.0",
                "NaN | NaN | ''",
                "NaN | 0.0 | . changed: NaN → 0.0",
                "Infinity | Infinity | ''",
                "Infinity | -Infinity | . changed: Infinity → -Infinity",
                "{\"a\":1,\"b\":2} | {\"b\":2,\"a\":1} | ''",
                "{\"a\":1} | {\"a\":2} | .a changed: 1 → 2",
                "{\"a\":1,\"b\":2} | {\"a\":1} | .b missing: 2 → (none)",
                "{\"a\":1} | {\"a\":1,\"b\":null} | .b added: (none) → null",
                "{\"a\":{\"Time (s)\":[1,2]}} | {\"a\":{\"Time (s)\":[1,3]}} | .a[\"Time (s)\"][1] changed: 2 → 3",
                "[1,2,3] | [1,2] | [2] missing: 3 → (none)",
                "[1] | [1,2,3] | [1] added: (none) → 2; [2] added: (none) → 3",
                "[] | {} | . changed: [] → {}",
                "[[1],[2]] | [[1],[3]] | [1][0] changed: 2 → 3",
            })
    void json_is_compared_part_by_part(String recorded, String now, String expected) throws Exception {
        assertThat(String.join("; ", differences(Json.parse(recorded), Json.parse(now), 0)))
                .isEqualTo(expected);
    }

    static Stream<Arguments> pairs() {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("b", 2L);
        plain.put("a", 1L);
        Map<String, Object> turned = new LinkedHashMap<>();
        turned.put("a", 1L);
        turned.put("b", 2L);
        return Stream.of(
                pair(Tuple.of(1L, 2L), List.of(1L, 2L), ". changed: tuple(1,2) → [1,2]"),
                pair(Tuple.of(1L, 2L), Tuple.of(1.0, 2.0)),
                pair(new BoundedList(List.of(1L), null), List.of(1L), ". changed: deque([1]) → [1]"),
                pair(Set.of(1L), FrozenSet.copyOf(List.of(1.0))),
                pair(Set.of(1L, 2L), Set.of(2L, 3L), ". changed: "),
                pair(Bytes.of((byte) 1), Bytes.of((byte) 1).asBytearray()),
                pair(Bytes.of((byte) 'a'), "a", ". changed: "),
                pair(new BigDecimal("1.50"), 1.5),
                pair(new BigDecimal("0.1"), 0.1, ". changed: "),
                pair(BigInteger.TEN.pow(30), 1e30, ". changed: "),
                pair(new NumpyScalar(Dtype.FLOAT64, 1.0), 1L),
                pair(plain, new NamedDict("collections.OrderedDict", null, turned)),
                pair(
                        new NamedDict("collections.OrderedDict", null, plain),
                        new NamedDict("collections.OrderedDict", null, turned),
                        ". changed: "),
                pair(
                        new NamedDict("collections.Counter", null, Map.of("a", 0L)),
                        new NamedDict("collections.Counter", null, Map.of())),
                pair(Map.of("a", 0L), Map.of(), ".a missing: "),
                pair(Map.of(1L, "x"), Map.of(1.0, "x")),
                pair(Map.of(Tuple.of(1L), "x"), Map.of(Tuple.of(true), "y"), "[\"[1]\"] changed: "),
                pair(Duration.ofSeconds(1), Duration.ofSeconds(2), ". changed: "),
                pair(LocalTime.of(1, 2), LocalTime.of(1, 3), ". changed: "),
                pair(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 2, 2)),
                pair(LocalDateTime.of(2024, 1, 1, 1, 1), LocalDateTime.of(2025, 2, 2, 2, 2)),
                pair(LocalDate.of(2024, 1, 1), LocalDateTime.of(2025, 2, 2, 2, 2), ". changed: "),
                pair(LocalDate.of(2024, 1, 1), "2025-02-02", ". changed: "),
                pair(ID, OTHER),
                pair(ID, "x", ". changed: "),
                pair(NdArray.ofLongs(1, 2), NdArray.ofDoubles(1, 2)),
                pair(NdArray.ofLongs(1, 2), NdArray.ofLongs(1, 3), "[1] changed: 2 → 3"),
                pair(NdArray.ofLongs(1, 2), List.of(1L, 2L), ". changed: "),
                pair(Opaque.subclassOf("red", "m.Color"), "red"),
                pair(Opaque.subclassOf("red", "m.Color"), "blue", ". changed: "),
                pair(complex(1, 2), complex(1, 2)),
                pair(complex(1, 2), complex(1, 3), ".args[1] changed: 2.0 → 3.0"),
                pair(complex(1, 2), new Opaque("m.Other", List.of(1.0, 2.0)), ". changed: "),
                pair("at 2024-01-01T10:00:00Z", "at 2025-01-01T11:00:00+01:00"),
                pair("at 2024-01-01 10:00:00.5", "at 2024-01-01", ". changed: "),
                pair("at 2024-01-01T10:00:00Z, 5", "at 2025-01-01T10:00:00Z, 6", ". changed: "),
                pair("run-" + ID, "run-" + OTHER, ". changed: "),
                pair("run " + ID + " done", "run " + OTHER + " done"),
                pair("v1.2.3", "v1.2.4", ". changed: "));
    }

    private static Arguments pair(Object recorded, Object now, String... starts) {
        return Arguments.of(recorded, now, List.of(starts));
    }

    private static Opaque complex(double real, double imaginary) {
        return new Opaque("builtins.complex", List.of(real, imaginary));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void values_of_python_are_compared_as_python_does(Object recorded, Object now, List<String> starts) {
        List<String> found = differences(recorded, now, 0);

        assertThat(found).hasSize(starts.size());
        for (int i = 0; i < starts.size(); i++) {
            assertThat(found.get(i)).startsWith(starts.get(i));
        }
    }

    /** The judge is numpy: {@code isclose(now, recorded, rtol=t, atol=t)}. */
    @ParameterizedTest
    @CsvSource({
        "1.0, 1.05, 0.05, true",
        "1.0, 1.0999, 0.05, true",
        "1.0, 1.1, 0.05, false",
        "100.0, 105.0, 0.05, true",
        "100.0, 105.06, 0.05, false",
        "0.0, 0.05, 0.05, true",
        "0.0, 0.06, 0.05, false",
        "-1.0, -1.0999, 0.05, true",
        "-1.0, 1.0, 0.05, false",
        "1e-9, 2e-9, 0.05, true",
        "NaN, NaN, 0.05, true",
        "NaN, 1.0, 0.05, false",
        "Infinity, Infinity, 0.05, true",
        "Infinity, 1e308, 0.05, false",
        "1.0, 1.0000001, 0, false",
    })
    void numbers_may_be_off_by_the_tolerance(double recorded, double now, double tolerance, boolean same) {
        assertThat(differences(recorded, now, tolerance).isEmpty()).isEqualTo(same);
        assertThat(differences(List.of(recorded), List.of(now), tolerance).isEmpty())
                .isEqualTo(same);
    }

    @Test
    void a_series_is_compared_by_its_labels() {
        Series recorded = series(List.of("e1", "e2", "e3"), 1, 2, 3);

        assertThat(differences(recorded, series(List.of("e1", "e2", "e3"), 1, 2, 3), 0))
                .isEmpty();
        assertThat(differences(recorded, series(List.of("e1", "e2", "e3"), 1, 5, 3), 0))
                .containsExactly(".e2 changed: 2.0 → 5.0");
        assertThat(differences(recorded, series(List.of("e1", "x", "e3"), 1, 2, 3), 0))
                .containsExactly(".e2 changed: \"the row e2\" → \"the row x\"");
        assertThat(differences(recorded, series(List.of("e1", "e2"), 1, 2), 0))
                .containsExactly(".e3 missing: \"a row\" → (none)");
    }

    @Test
    void a_frame_is_compared_cell_by_cell() {
        DataFrame recorded = frame(List.of("t", "current"), NdArray.ofLongs(0, 1), NdArray.ofDoubles(1, 2));

        assertThat(differences(
                        recorded, frame(List.of("current", "t"), NdArray.ofDoubles(1, 2), NdArray.ofLongs(0, 1)), 0))
                .isEmpty();
        assertThat(differences(
                        recorded, frame(List.of("t", "current"), NdArray.ofLongs(0, 1), NdArray.ofDoubles(1, 2.5)), 0))
                .containsExactly("[1].current changed: 2.0 → 2.5");
        assertThat(differences(
                        recorded,
                        frame(List.of("t", "current"), NdArray.ofLongs(0, 1), NdArray.ofDoubles(1, 2.05)),
                        0.05))
                .isEmpty();
        assertThat(differences(recorded, frame(List.of("t"), NdArray.ofLongs(0, 1)), 0))
                .containsExactly(".current missing: \"a column\" → (none)");
        assertThat(differences(recorded, List.of(), 0)).hasSize(1);
    }

    @Test
    void columns_of_one_name_are_compared_in_their_order() {
        List<String> names = List.of("a", "a", "b");
        DataFrame recorded = frame(names, NdArray.ofLongs(1, 5), NdArray.ofLongs(2, 6), NdArray.ofLongs(3, 7));

        assertThat(differences(
                        recorded, frame(names, NdArray.ofLongs(1, 5), NdArray.ofLongs(2, 6), NdArray.ofLongs(3, 7)), 0))
                .isEmpty();
        assertThat(differences(
                        recorded, frame(names, NdArray.ofLongs(1, 5), NdArray.ofLongs(2, 9), NdArray.ofLongs(3, 7)), 0))
                .containsExactly("[1].a changed: 6 → 9");
        assertThat(differences(recorded, frame(List.of("b", "a"), NdArray.ofLongs(3, 7), NdArray.ofLongs(1, 5)), 0))
                .containsExactly(".a missing: \"a column\" → (none)");
    }

    @Test
    void a_value_that_contains_itself_is_compared() {
        List<Object> recorded = new ArrayList<>(List.of(1L));
        List<Object> now = new ArrayList<>(List.of(1L));
        recorded.add(recorded);
        now.add(now);
        assertThat(differences(recorded, now, 0)).isEmpty();

        now.set(0, 2L);
        assertThat(differences(recorded, now, 0)).containsExactly("[0] changed: 1 → 2");
    }

    @Test
    void one_part_many_times_over_is_compared_once() {
        Object recorded = List.of();
        Object now = List.of();
        for (int i = 0; i < 200; i++) {
            recorded = Arrays.asList(recorded, recorded);
            now = Arrays.asList(now, now);
        }
        assertThat(differences(recorded, now, 0)).isEmpty();
    }

    @Test
    void the_number_of_differences_is_bounded() {
        double[] zeros = new double[100_000];
        double[] ones = new double[100_000];
        Arrays.fill(ones, 1);

        assertThat(differences(NdArray.ofDoubles(zeros), NdArray.ofDoubles(ones), 0))
                .hasSize(ValueDifference.MAX_DIFFERENCES);
    }

    @Test
    void an_id_has_to_stand_for_the_same_one_throughout() {
        String third = "33333333-0000-4000-8000-000000000003";
        assertThat(differences(List.of(ID, ID.toString()), List.of(OTHER, OTHER.toString()), 0))
                .isEmpty();
        assertThat(differences(List.of(ID, ID), List.of(OTHER, UUID.fromString(third)), 0))
                .hasSize(1);
        assertThat(differences(List.of(ID, OTHER), List.of(OTHER, OTHER), 0)).isEmpty();
        assertThat(differences(List.of(ID.toString(), third), List.of(OTHER.toString(), OTHER.toString()), 0))
                .hasSize(1);
    }

    private static Series series(List<String> labels, double... values) {
        return Series.of(new Index(NdArray.ofObjects(labels), null), NdArray.ofDoubles(values), null);
    }

    private static DataFrame frame(List<String> names, Column... columns) {
        Index rows = new Index(NdArray.ofLongs(0, 1), null);
        return DataFrame.of(rows, List.of(columns), new Index(NdArray.ofObjects(names), null));
    }
}
