package io.github.hubsh.core.pickle.pandas;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.RangeLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A block manager's parts. It is written as a state, whose fourth element has them under the key {@code 0.14.1}; or,
 * since 1.3, as a call with blocks and axes.
 *
 * @param axes the labels: of a Series' values; of a frame's columns, then of its rows
 */
record Blocks(List<Index> axes, List<Block> blocks) {
    private static final String LAYOUT = "0.14.1";

    /** Values, and the places of their columns in the frame. */
    record Block(@Nullable Object values, @Nullable Object places) {}

    /** Returns the parts, or {@code null} where the object is no manager. */
    static @Nullable Blocks of(Opaque manager) {
        List<@Nullable Object> arguments = manager.arguments();
        if (manager.state() instanceof Tuple state
                && state.size() >= 4
                && state.get(3) instanceof Map<?, ?> extra
                && extra.get(LAYOUT) instanceof Map<?, ?> layout
                && layout.get("blocks") instanceof List<?> blocks) {
            return joined(layout.get("axes"), blocks.stream().map(Blocks::ofMap).toList());
        }
        return arguments.size() >= 2 && arguments.get(0) instanceof List<?> blocks
                ? joined(arguments.get(1), blocks.stream().map(Blocks::ofCall).toList())
                : null;
    }

    private static @Nullable Blocks joined(@Nullable Object axes, List<Block> blocks) {
        if (!(axes instanceof List<?> list) || list.size() > 2) {
            return null;
        }
        List<Index> indexes = new ArrayList<>();
        for (Object axis : list) {
            if (!(axis instanceof Index index)) {
                return null;
            }
            indexes.add(index);
        }
        return new Blocks(indexes, blocks);
    }

    private static Block ofMap(@Nullable Object block) {
        return block instanceof Map<?, ?> map
                ? new Block(map.get("values"), map.get("mgr_locs"))
                : new Block(null, null);
    }

    private static Block ofCall(@Nullable Object block) {
        return block instanceof Opaque call && call.arguments().size() >= 2
                ? new Block(call.arguments().get(0), call.arguments().get(1))
                : new Block(null, null);
    }

    /** Returns a frame's columns in their places; {@code null} where one is missing, or is not as long as the rest. */
    @Nullable
    List<Column> columns(int count, int rows, Meter meter) throws ContentException {
        // Blocks may share one array: the frame costs what it shows.
        meter.copiedBytes((long) count * rows);
        @Nullable Column[] placed = new @Nullable Column[count];
        for (Block block : blocks) {
            List<Column> columns = FrameColumns.ofBlock(block.values(), meter);
            Column places = places(block.places(), count, meter);
            if (columns == null || places == null || places.size() != columns.size()) {
                return null;
            }
            for (int i = 0; i < columns.size(); i++) {
                boolean fits = places.get(i) instanceof Long place && place >= 0 && place < count;
                if (!fits || columns.get(i).size() != rows) {
                    return null;
                }
                placed[((Long) places.get(i)).intValue()] = columns.get(i);
            }
        }
        List<Column> all = new ArrayList<>(count);
        for (Column column : placed) {
            if (column == null) {
                return null;
            }
            all.add(column);
        }
        return all;
    }

    /** Returns places: a slice, an array of ints, or either in a BlockPlacement. */
    private static @Nullable Column places(@Nullable Object value, int count, Meter meter) throws ContentException {
        if (!(value instanceof Opaque opaque)) {
            return FrameColumns.of(value, meter);
        } else if (opaque.className().endsWith(".BlockPlacement")
                && opaque.arguments().size() == 1) {
            return opaque.arguments().get(0) instanceof Opaque inner
                            && inner.className().endsWith(".BlockPlacement")
                    ? null
                    : places(opaque.arguments().get(0), count, meter);
        } else if (!opaque.className().equals("builtins.slice")
                || opaque.arguments().size() != 3) {
            return null;
        }
        Object start = opaque.arguments().get(0);
        Object stop = opaque.arguments().get(1);
        Object step = opaque.arguments().get(2);
        long by = step instanceof Long given ? given : 1;
        // A slice that runs down to the first column stops at None.
        long end = stop instanceof Long given ? given : by < 0 ? -1 : count;
        long size = start instanceof Long from
                ? RangeLabels.count(from, end, by)
                : start == null ? RangeLabels.count(0, end, by) : -1;
        return size < 0 || size > count ? null : new RangeLabels(start instanceof Long from ? from : 0, by, (int) size);
    }
}
