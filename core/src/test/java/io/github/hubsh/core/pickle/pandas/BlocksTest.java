package io.github.hubsh.core.pickle.pandas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.RangeLabels;
import java.util.ArrayList;
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

/** The parts of a block manager, and the columns of a frame that its blocks hold. */
final class BlocksTest {
    private static final Index AXIS = new Index(new RangeLabels(0, 1, 2), null);
    private static final NdArray TWO_ROWS = NdArray.ofLongs(1, 2, 3, 4).reshaped(List.of(2, 2));
    private static final NdArray ONE_ROW = NdArray.ofLongs(5, 6).reshaped(List.of(1, 2));

    static Stream<Arguments> managers() {
        Map<Object, Object> block = Map.of("values", TWO_ROWS, "mgr_locs", slice(0L, 2L, 1L));
        Map<Object, Object> layout = Map.of("axes", List.of(AXIS, AXIS), "blocks", List.of(block));
        Opaque call = new Opaque("pandas._unpickle_block", List.of(TWO_ROWS, slice(0L, 2L, 1L), 2L));
        return Stream.of(
                Arguments.of("a state", state(Tuple.of(1L, 2L, 3L, Map.of("0.14.1", layout)))),
                Arguments.of("a longer state", state(Tuple.of(1L, 2L, 3L, Map.of("0.14.1", layout), 5L))),
                Arguments.of("a call", manager(List.of(call), List.of(AXIS, AXIS))),
                Arguments.of("a call with more", manager(Tuple.of(call), List.of(AXIS, AXIS), 1L)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("managers")
    void a_manager_has_axes_and_blocks(String what, Opaque manager) throws ContentException {
        Blocks blocks = Objects.requireNonNull(Blocks.of(manager));
        assertThat(blocks.axes()).containsExactly(AXIS, AXIS);
        assertThat(blocks.columns(2, 2, meter())).hasToString("[[1, 2], [3, 4]]");
    }

    static Stream<Arguments> others() {
        Map<Object, Object> noBlocks = Map.of("axes", List.of(AXIS));
        return Stream.of(
                Arguments.of("nothing", manager()),
                Arguments.of("blocks alone", manager(List.of())),
                Arguments.of("blocks that are none", manager("text", List.of(AXIS))),
                Arguments.of("axes that are none", manager(List.of(), "text")),
                Arguments.of("an axis that is none", manager(List.of(), List.of("text"))),
                Arguments.of("three axes", manager(List.of(), List.of(AXIS, AXIS, AXIS))),
                Arguments.of("a short state", state(Tuple.of(1L, 2L, 3L))),
                Arguments.of("a state of another layout", state(Tuple.of(1L, 2L, 3L, Map.of("0.15", noBlocks)))),
                Arguments.of("a state without blocks", state(Tuple.of(1L, 2L, 3L, Map.of("0.14.1", noBlocks)))),
                Arguments.of("a state that is none", state(List.of(1L, 2L, 3L, Map.of()))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void what_is_no_manager_has_no_parts(String what, Opaque manager) {
        assertThat(Blocks.of(manager)).isNull();
    }

    static Stream<Arguments> places() {
        return Stream.of(
                Arguments.of(slice(0L, 2L, 1L), slice(2L, 3L, 1L), "[[1, 2], [3, 4], [5, 6]]"),
                Arguments.of(slice(1L, 3L, null), slice(0L, 1L, 1L), "[[5, 6], [1, 2], [3, 4]]"),
                Arguments.of(slice(0L, null, 2L), slice(1L, 2L, 1L), "[[1, 2], [5, 6], [3, 4]]"),
                Arguments.of(slice(null, 2L, 1L), slice(2L, null, 1L), "[[1, 2], [3, 4], [5, 6]]"),
                Arguments.of(slice(1L, null, -1L), slice(2L, 3L, 1L), "[[3, 4], [1, 2], [5, 6]]"),
                Arguments.of(slice(2L, 0L, -1L), slice(0L, 1L, 1L), "[[5, 6], [3, 4], [1, 2]]"),
                Arguments.of(NdArray.ofLongs(2, 0), List.of(1L), "[[3, 4], [5, 6], [1, 2]]"),
                Arguments.of(
                        placement(NdArray.ofLongs(2, 0)), placement(slice(1L, 2L, 1L)), "[[3, 4], [5, 6], [1, 2]]"));
    }

    @ParameterizedTest
    @MethodSource("places")
    void columns_stand_where_their_blocks_say(Object two, Object one, String columns) throws ContentException {
        assertThat(columns(two, one, 3, 2)).hasToString(columns);
    }

    static Stream<Arguments> misplaced() {
        Object rest = slice(2L, 3L, 1L);
        return Stream.of(
                Arguments.of("fewer places than columns", slice(0L, 1L, 1L), rest),
                Arguments.of("more places than columns", slice(0L, 3L, 1L), rest),
                Arguments.of("a place twice", NdArray.ofLongs(0, 2), rest),
                Arguments.of("a place beyond the end", NdArray.ofLongs(0, 3), rest),
                Arguments.of("a place before the start", NdArray.ofLongs(-1, 1), rest),
                Arguments.of("a place that is no int", NdArray.ofDoubles(0, 1), rest),
                Arguments.of("no places", null, rest),
                Arguments.of("places that are none", "text", rest),
                Arguments.of("a slice beyond the end", slice(0L, 1L << 40, 1L), rest),
                Arguments.of("a slice that stands still", slice(0L, 2L, 0L), rest),
                Arguments.of("a slice that starts nowhere", slice("0", 2L, 1L), rest),
                Arguments.of("half a slice", new Opaque("builtins.slice", List.of(0L, 2L)), rest),
                Arguments.of("another object", new Opaque("m.slice", List.of(0L, 2L, 1L)), rest),
                Arguments.of("a placement of nothing", new Opaque("pandas.BlockPlacement", List.of()), rest),
                Arguments.of("a placement of a placement", placement(placement(slice(0L, 2L, 1L))), rest));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misplaced")
    void columns_that_have_no_place_are_none(String what, @Nullable Object two, Object one) throws ContentException {
        assertThat(columns(two, one, 3, 2)).isNull();
    }

    @Test
    void columns_that_are_missing_or_of_another_length_are_none() throws ContentException {
        assertThat(columns(slice(0L, 2L, 1L), slice(2L, 3L, 1L), 4, 2)).isNull();
        assertThat(columns(slice(0L, 2L, 1L), slice(2L, 3L, 1L), 3, 3)).isNull();
        Opaque oddBlocks = manager(List.of("text", Map.of()), List.of(AXIS));
        assertThat(Objects.requireNonNull(Blocks.of(oddBlocks)).columns(1, 2, meter()))
                .isNull();
        Opaque noBlocks = manager(List.of(), List.of(AXIS));
        assertThat(Objects.requireNonNull(Blocks.of(noBlocks)).columns(0, 2, meter()))
                .isEmpty();
    }

    @Test
    void a_frame_costs_what_it_shows() {
        Blocks blocks = Objects.requireNonNull(Blocks.of(manager(List.of(), List.of(AXIS))));
        assertThatThrownBy(() -> blocks.columns(1 << 20, 1 << 20, meter())).hasMessageContaining("bytes copied");
    }

    /** The columns of two rows and of one, at these places. */
    private static @Nullable List<Column> columns(@Nullable Object two, Object one, int count, int rows)
            throws ContentException {
        Opaque first = new Opaque("m.block", Arrays.asList(TWO_ROWS, two));
        Opaque second = new Opaque("m.block", Arrays.asList(ONE_ROW, one));
        Blocks blocks = Objects.requireNonNull(Blocks.of(manager(List.of(first, second), List.of(AXIS, AXIS))));
        return blocks.columns(count, rows, meter());
    }

    private static Meter meter() {
        return new Meter(PickleBudget.DEFAULT);
    }

    private static Opaque manager(@Nullable Object... arguments) {
        return new Opaque("pandas.BlockManager", new ArrayList<>(Arrays.asList(arguments)));
    }

    private static Opaque state(Object state) {
        Opaque manager = manager();
        manager.setState(state);
        return manager;
    }

    private static Opaque slice(@Nullable Object start, @Nullable Object stop, @Nullable Object step) {
        return new Opaque("builtins.slice", Arrays.asList(start, stop, step));
    }

    private static Opaque placement(Object places) {
        return new Opaque("pandas._libs.internals.BlockPlacement", List.of(places));
    }
}
