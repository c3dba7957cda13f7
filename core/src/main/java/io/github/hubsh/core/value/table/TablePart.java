package io.github.hubsh.core.value.table;

import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some rows of a table, and some of its columns, as a table of the same types. */
public final class TablePart {
    private TablePart() {}

    /**
     * Returns a Series of some rows, or {@code null} where an array of it cannot be divided.
     *
     * @param places of the rows, in their new order
     */
    public static @Nullable Series rows(Series series, int[] places) {
        Column values = series.values() instanceof Column column ? taken(column, places) : null;
        Column labels = series.index() instanceof Index index ? taken(index, places) : null;
        return values == null || !(labels instanceof Index index) ? null : Series.of(index, values, series.name());
    }

    /** As {@link #rows(Series, int[])}. */
    public static @Nullable DataFrame rows(DataFrame frame, int[] places) {
        if (!(frame.values() instanceof FrameRows)
                || !(frame.columns() instanceof Index names)
                || !(frame.index() instanceof Index index)
                || !(taken(index, places) instanceof Index labels)) {
            return null;
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : frame.data()) {
            Column part = taken(column, places);
            if (part == null) {
                return null;
            }
            columns.add(part);
        }
        return DataFrame.of(labels, columns, names);
    }

    /** Returns a frame of some columns, or {@code null} where a name is not that of one column. */
    public static @Nullable DataFrame columns(DataFrame frame, List<String> names) {
        if (!(frame.index() instanceof Index index)
                || !(frame.columns() instanceof Index all)
                || !(frame.values() instanceof FrameRows)) {
            return null;
        }
        int[] places = new int[names.size()];
        List<String> texts = all.stream().map(String::valueOf).toList();
        for (int i = 0; i < places.length; i++) {
            places[i] = texts.indexOf(names.get(i));
            if (places[i] < 0 || places[i] != texts.lastIndexOf(names.get(i))) {
                return null;
            }
        }
        List<Column> data = new ArrayList<>();
        for (int place : places) {
            data.add(frame.data().get(place));
        }
        return taken(all, places) instanceof Index chosen ? DataFrame.of(index, data, chosen) : null;
    }

    private static @Nullable Column taken(Column column, int[] places) {
        if (column instanceof NdArray array) {
            return array.shape().size() == 1 ? array.taken(places) : null;
        } else if (column instanceof Index index) {
            Column labels = taken(index.labels(), places);
            return labels == null ? null : new Index(labels, index.name());
        } else if (column instanceof RangeLabels range) {
            return taken(range, places);
        } else if (column instanceof Categorical known) {
            return new Categorical(known.codes().taken(places), known.categories(), known.ordered());
        } else if (column instanceof ZonedTimes zoned) {
            return new ZonedTimes(zoned.utc().taken(places), zoned.zone(), zoned.origin());
        } else if (column instanceof MaskedColumn masked) {
            return masked.taken(places);
        } else if (column instanceof Levels levels) {
            return new Levels(
                    levels.levels(),
                    levels.codes().stream().map(each -> each.taken(places)).toList());
        } else if (column instanceof ForeignArray array) {
            return taken(array, places);
        }
        return column instanceof TypedColumn typed ? new TypedColumn(typed.dtypeName(), elements(typed, places)) : null;
    }

    /** Labels at equal distances stay such where no row between them is left out. */
    private static Column taken(RangeLabels range, int[] places) {
        long[] labels = new long[places.length];
        boolean whole = true;
        for (int i = 0; i < labels.length; i++) {
            labels[i] = range.start() + places[i] * range.step();
            whole &= places[i] == places[0] + i;
        }
        long start = labels.length == 0 ? range.start() : labels[0];
        return whole ? new RangeLabels(start, range.step(), labels.length) : NdArray.ofLongs(labels);
    }

    /** Each argument of its call that has an element for each of the array's is divided like it. */
    private static @Nullable Column taken(ForeignArray array, int[] places) {
        Column shown = taken(array.shown(), places);
        if (shown == null || array.origin().state() != null) {
            return null;
        }
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Object argument : array.origin().arguments()) {
            boolean isDivided = argument instanceof List<?> list && list.size() == array.size();
            Object part = isDivided && argument instanceof Column column
                    ? taken(column, places)
                    : isDivided ? elements((List<?>) argument, places) : argument;
            if (isDivided && part == null) {
                return null;
            }
            arguments.add(part);
        }
        return new ForeignArray(shown, new Opaque(array.origin().className(), arguments));
    }

    private static List<@Nullable Object> elements(List<?> all, int[] places) {
        List<@Nullable Object> elements = new ArrayList<>(places.length);
        for (int place : places) {
            elements.add(all.get(place));
        }
        return elements;
    }
}
