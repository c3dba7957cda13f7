package io.github.hubsh.core.pickle.pandas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Levels;
import io.github.hubsh.core.value.table.RangeLabels;
import io.github.hubsh.core.value.table.ZonedTimes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of Index, by the function that pandas writes and by the constructors that we write. */
final class PandasIndexesTest {
    private static final NdArray NUMBERS = NdArray.ofLongs(1, 0, -1);
    private static final Index LETTERS = new Index(NdArray.ofObjects(List.of("x", "y")), "letters");

    private final PandasIndexes indexes = new PandasIndexes();

    static Stream<Arguments> made() {
        NdArray moments = seconds('M', 0, Long.MIN_VALUE);
        List<Object> levels = List.of(LETTERS, LETTERS);
        List<Object> codes = List.of(NUMBERS, NdArray.ofLongs(0, 0, 1));
        return Stream.of(
                made("RangeIndex", "[10, 15]", "int64", "start", 10L, "stop", 20L, "step", 5L),
                made("RangeIndex", "[]", "int64", "start", 10L, "stop", 5L, "step", 5L),
                made("RangeIndex", "[3, 2, 1]", "int64", "start", 3L, "stop", 0L, "step", -1L),
                made("Index", "[1, 0, -1]", "int64", "data", NUMBERS),
                made("Index", "[a, 1]", "object", "data", List.of("a", 1L)),
                made("Index", "[x, y]", "object", "data", LETTERS),
                made("Int64Index", "[1, 0, -1]", "int64", "data", NUMBERS, "tz", ZoneId.of("UTC")),
                made("DatetimeIndex", "[1970-01-01T00:00, null]", "datetime64[s]", "data", moments),
                made(
                        "DatetimeIndex",
                        "[1970-01-01T01:00+01:00, null]",
                        "datetime64[s, Europe/Berlin]",
                        "data",
                        moments,
                        "tz",
                        ZoneId.of("Europe/Berlin")),
                made("PeriodIndex", "[1970-02, 1970-01, 1969-12]", "period[M]", "data", NUMBERS, "freq", "M"),
                made("PeriodIndex", "[1, 0, -1]", "int64", "data", NUMBERS),
                made("Index", "[1, 0, -1]", "int64", "data", NUMBERS, "freq", "M"),
                made("MultiIndex", "[[y, x], [x, x], [null, y]]", "object", "levels", levels, "codes", codes),
                made("MultiIndex", "[[y, x], [x, x], [null, y]]", "object", "levels", levels, "labels", codes));
    }

    @ParameterizedTest
    @MethodSource("made")
    void an_index_is_made_of_its_parts(String type, String shown, String dtype, Map<Object, Object> parts)
            throws ContentException {
        Map<Object, Object> named = new HashMap<>(parts);
        named.put("name", "n");
        Index index = (Index) call("pandas._new_Index", new Global("pandas.core.indexes." + type), named);
        assertThat(index).hasToString(shown);
        assertThat(index.dtypeName()).isEqualTo(dtype);
        assertThat(index.name()).isEqualTo("n");
    }

    static Stream<Arguments> unmade() {
        List<Object> levels = List.of(LETTERS);
        List<Object> codes = List.of(NUMBERS);
        NdArray square = NdArray.ofLongs(1, 2).reshaped(List.of(1, 2));
        Index deep = new Index(new Levels(List.of(LETTERS), List.of(NUMBERS)), null);
        return Stream.of(
                made("RangeIndex", "no end", "", "start", 1L, "step", 1L),
                made("RangeIndex", "a start that is no int", "", "start", 1.5, "stop", 2L, "step", 1L),
                made("Index", "no data", ""),
                made("Index", "data of two dimensions", "", "data", square),
                made("Index", "data that is none", "", "data", "text"),
                made("IntervalIndex", "no ends", "", "closed", "right"),
                made("MultiIndex", "no codes", "", "levels", levels),
                made("MultiIndex", "no levels", "", "levels", List.of(), "codes", List.of()),
                made("MultiIndex", "fewer codes", "", "levels", List.of(LETTERS, LETTERS), "codes", codes),
                made("MultiIndex", "a level that is no index", "", "levels", List.of("x"), "codes", codes),
                made("MultiIndex", "levels of levels", "", "levels", List.of(deep), "codes", codes),
                made("MultiIndex", "codes that are none", "", "levels", levels, "codes", List.of("x")),
                made("MultiIndex", "codes of two dimensions", "", "levels", levels, "codes", List.of(square)),
                made(
                        "MultiIndex",
                        "codes of two lengths",
                        "",
                        "levels",
                        List.of(LETTERS, LETTERS),
                        "codes",
                        List.of(NUMBERS, NdArray.ofLongs(1))),
                made(
                        "MultiIndex",
                        "too many levels",
                        "",
                        "levels",
                        Collections.nCopies(101, LETTERS),
                        "codes",
                        Collections.nCopies(101, NUMBERS)));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("unmade")
    void what_is_no_index_is_not_made(String type, String what, String unused, Map<Object, Object> parts)
            throws ContentException {
        assertThat(call("pandas._new_Index", new Global("pandas." + type), parts))
                .isNull();
    }

    @Test
    void the_function_wants_a_class_and_a_dict() throws ContentException {
        Global type = new Global("pandas.Index");
        Map<Object, Object> parts = Map.of("data", NUMBERS);
        assertThat(call("pandas._new_DatetimeIndex", type, parts)).isInstanceOf(Index.class);
        assertThat(call("pandas._new_Index", type)).isNull();
        assertThat(call("pandas._new_Index", "pandas.Index", parts)).isNull();
        assertThat(call("pandas._new_Index", type, List.of())).isNull();
        assertThat(call("pandas._new_Index", type, parts, 1L)).isNull();
    }

    @Test
    void levels_have_names_of_their_own_or_those_that_are_given() throws ContentException {
        List<Object> codes = List.of(NUMBERS, NUMBERS);
        Column levels = PandasIndexes.levels(List.of(LETTERS, LETTERS), codes, Arrays.asList("a", null));
        assertThat(((Levels) levels).levels()).extracting(Index::name).containsExactly("a", null);
        levels = PandasIndexes.levels(List.of(LETTERS, LETTERS), codes, List.of("a"));
        assertThat(((Levels) levels).levels()).extracting(Index::name).containsExactly("a", "letters");
        levels = PandasIndexes.levels(List.of(LETTERS, LETTERS), codes, null);
        assertThat(((Levels) levels).levels()).extracting(Index::name).containsExactly("letters", "letters");
    }

    @Test
    void a_zone_is_for_moments_only() throws ContentException {
        NdArray spans = seconds('m', 1, Long.MIN_VALUE);
        Index index = (Index)
                call("pandas._new_Index", new Global("pandas.Index"), Map.of("data", spans, "tz", ZoneId.of("UTC")));
        assertThat(index.labels()).isNotInstanceOf(ZonedTimes.class);
    }

    @Test
    void a_range_costs_its_labels_and_is_bounded() throws ContentException {
        Meter poor = new Meter(new PickleBudget(10, 10, 10, 10, 10, 10));
        assertThat(PandasIndexes.span(0L, 10L, 1L, poor)).hasSize(10);
        assertThatThrownBy(() -> PandasIndexes.span(0L, 1L, 1L, poor)).hasMessage("more than 10 bytes copied");
        Meter rich = new Meter(new PickleBudget(Integer.MAX_VALUE, 10, 10, 10, 10, 10));
        assertThat(PandasIndexes.span(0L, 1L << 31, 1L, rich)).isNull();
    }

    @Test
    void our_own_calls_make_the_same() throws ContentException {
        Index range = (Index) call("pandas.RangeIndex", 0L, 4L, 2L, null, false, "n");
        assertThat(range.labels()).isInstanceOf(RangeLabels.class).hasToString("[0, 2]");
        assertThat(range.name()).isEqualTo("n");
        assertThat(call("pandas.RangeIndex", 0L, 4L, 2L)).isNull();
        Index texts = (Index) call("pandas.Index", List.of("a"), "str", false, "n");
        assertThat(texts.dtypeName()).isEqualTo("str");
        assertThat(texts.name()).isEqualTo("n");
        Index objects = (Index) call("pandas.Index", List.of("a"), "object", false, "n");
        assertThat(objects.dtypeName()).isEqualTo("object");
        Index bare = (Index) call("pandas.DatetimeIndex", NUMBERS);
        assertThat(bare).hasToString("[1, 0, -1]");
        assertThat(bare.name()).isNull();
        assertThat(call("pandas.Index")).isNull();
        assertThat(call("pandas.Index", 5L, "str", false, "n")).isNull();
        Index levels = (Index) call("pandas.MultiIndex", List.of(LETTERS), List.of(NUMBERS), null, List.of("a"));
        assertThat(((Levels) levels.labels()).levels()).extracting(Index::name).containsExactly("a");
        assertThat(call("pandas.MultiIndex", List.of(LETTERS), List.of(NUMBERS)))
                .isNull();
    }

    @Test
    void a_frozen_list_is_its_list() throws ContentException {
        assertThat(call("pandas.FrozenList", List.of(1L))).isEqualTo(List.of(1L));
        assertThat(call("pandas.FrozenList", "text")).isNull();
        assertThat(call("pandas.FrozenList")).isNull();
    }

    private @Nullable Object call(String name, @Nullable Object... arguments) throws ContentException {
        assertThat(indexes.names()).contains(name);
        return indexes.call(name, Arrays.asList(arguments), new Meter(PickleBudget.DEFAULT));
    }

    private static NdArray seconds(char kind, long... counts) {
        ByteBuffer bytes = ByteBuffer.allocate(counts.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(counts);
        return NdArray.packed(Dtype.time(kind, false, "s", 1), List.of(counts.length), false, bytes);
    }

    /** @param parts key, value, and so on */
    private static Arguments made(String type, String shown, String dtype, Object... parts) {
        Map<Object, Object> map = new HashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            map.put(parts[i], parts[i + 1]);
        }
        return Arguments.of(type, shown, dtype, map);
    }
}
