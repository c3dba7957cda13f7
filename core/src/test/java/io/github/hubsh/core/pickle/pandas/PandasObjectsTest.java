package io.github.hubsh.core.pickle.pandas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.RangeLabels;
import io.github.hubsh.core.value.table.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Series and frames out of a state with a block manager, as each pandas names it, or out of a constructor's call. */
final class PandasObjectsTest {
    private static final Index ROWS = new Index(NdArray.ofLongs(7, 8), "row");
    private static final Index NAMES = new Index(NdArray.ofObjects(List.of("x", "y")), null);
    private static final NdArray VALUES = NdArray.ofDoubles(1.5, 2.5);
    private static final NdArray TABLE = NdArray.ofLongs(1, 2, 3, 4).reshaped(List.of(2, 2));

    private final PandasObjects objects = new PandasObjects();
    private final Meter meter = new Meter(PickleBudget.DEFAULT);

    static Stream<Arguments> seriesStates() {
        Opaque manager = manager(List.of(ROWS), block(VALUES, 2));
        return Stream.of(
                Arguments.of(Map.of("_mgr", manager, "name", "load"), "load"),
                Arguments.of(Map.of("_mgr", manager, "_name", "load"), "load"),
                Arguments.of(Map.of("_mgr", manager, "name", "load", "_name", "other"), "load"),
                Arguments.of(Map.of("_data", manager), null),
                Arguments.of(Map.of("_data", "old", "_mgr", manager), null),
                Arguments.of(Map.of("_mgr", manager(List.of(ROWS), block(VALUES.reshaped(List.of(1, 2)), 1))), null));
    }

    @ParameterizedTest
    @MethodSource("seriesStates")
    void a_series_has_one_axis_and_one_block(Map<?, ?> state, @Nullable String name) throws ContentException {
        for (String className : List.of("pandas.core.series.Series", "pandas.core.series.TimeSeries")) {
            Series series = (Series) Objects.requireNonNull(built(className, state));
            assertThat(series.values()).hasToString("[1.5, 2.5]");
            assertThat(series.dtype()).isEqualTo("float64");
            assertThat(series.index()).isSameAs(ROWS);
            assertThat(series.indexName()).isEqualTo("row");
            assertThat(series.name()).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"_mgr", "_data"})
    void a_frame_has_names_and_rows(String attribute) throws ContentException {
        Opaque manager = manager(List.of(NAMES, ROWS), block(TABLE, 2));
        DataFrame frame = (DataFrame) Objects.requireNonNull(built("pandas.DataFrame", Map.of(attribute, manager)));
        assertThat(frame.columns()).isSameAs(NAMES);
        assertThat(frame.index()).isSameAs(ROWS);
        assertThat(frame.values()).hasToString("[[1, 3], [2, 4]]");
    }

    static Stream<Arguments> others() {
        Opaque extension = new Opaque("pandas.core.arrays.SomeArray", List.of());
        return Stream.of(
                Arguments.of("no state", "Series", null),
                Arguments.of("a state that is a list", "Series", List.of(1L)),
                Arguments.of("no manager", "Series", Map.of()),
                Arguments.of("a manager that is a text", "Series", Map.of("_mgr", "text")),
                Arguments.of("a manager of nothing", "Series", Map.of("_mgr", new Opaque("m.Manager", List.of()))),
                Arguments.of("a series of two axes", "Series", state(List.of(NAMES, ROWS), block(VALUES, 2))),
                Arguments.of("a series of no block", "Series", state(List.of(ROWS))),
                Arguments.of(
                        "a series of two blocks", "Series", state(List.of(ROWS), block(VALUES, 2), block(VALUES, 2))),
                Arguments.of("a series of two rows", "Series", state(List.of(ROWS), block(TABLE, 2))),
                Arguments.of("values that are none", "Series", state(List.of(ROWS), block("text", 2))),
                Arguments.of("values that are not known", "Series", state(List.of(ROWS), block(extension, 2))),
                Arguments.of("too few values", "Series", state(List.of(ROWS), block(NdArray.ofLongs(1), 1))),
                Arguments.of("a frame of one axis", "DataFrame", state(List.of(ROWS), block(TABLE, 2))),
                Arguments.of("a frame without a column", "DataFrame", state(List.of(NAMES, ROWS))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void what_does_not_fit_together_stays_as_it_is(String what, String type, @Nullable Object state)
            throws ContentException {
        assertThat(built("pandas." + type, state)).isNull();
    }

    @Test
    void a_constructor_makes_the_same() throws ContentException {
        Object series = call("pandas.Series", VALUES, ROWS, null, "load");
        assertThat(Objects.requireNonNull((Series) series).name()).isEqualTo("load");
        Object frame = call("pandas.DataFrame", Map.of("x", List.of(1L, 2L), "y", VALUES), ROWS, NAMES);
        assertThat(Objects.requireNonNull((DataFrame) frame).values()).hasToString("[[1, 1.5], [2, 2.5]]");
        assertThat(call("pandas.Series")).isNull();
        assertThat(call("pandas.Series", VALUES)).isNull();
        assertThat(call("pandas.TimeSeries", VALUES, ROWS, null, "load")).isNull();
        assertThat(call("pandas.DataFrame")).isNull();
        assertThat(call("pandas.DataFrame", VALUES, ROWS, null, "load")).isNull();
    }

    private @Nullable Object call(String name, @Nullable Object... arguments) throws ContentException {
        assertThat(objects.names()).contains(name);
        return objects.call(name, Arrays.asList(arguments), meter);
    }

    private @Nullable Object built(String className, @Nullable Object state) throws ContentException {
        Opaque object = new Opaque(className, List.of());
        object.setState(state);
        return objects.built(object, meter);
    }

    private static Map<?, ?> state(List<Index> axes, Opaque... blocks) {
        return Map.of("_mgr", manager(axes, blocks));
    }

    private static Opaque manager(List<Index> axes, Opaque... blocks) {
        return new Opaque("pandas.core.internals.managers.BlockManager", List.of(List.of(blocks), axes));
    }

    private static Opaque block(Object values, int columns) {
        return new Opaque(
                "pandas._libs.internals._unpickle_block", List.of(values, new RangeLabels(0, 1, columns), 2L));
    }
}
