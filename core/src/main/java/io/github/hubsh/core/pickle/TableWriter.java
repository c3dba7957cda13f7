package io.github.hubsh.core.pickle;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.UnfitValueException;
import io.github.hubsh.core.value.table.Categorical;
import io.github.hubsh.core.value.table.ColumnTyping;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.ForeignArray;
import io.github.hubsh.core.value.table.FrameRows;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Levels;
import io.github.hubsh.core.value.table.MaskedColumn;
import io.github.hubsh.core.value.table.RangeLabels;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.core.value.table.TypedColumn;
import io.github.hubsh.core.value.table.ZonedTimes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes arrays, indexes, Series and frames so that every numpy and pandas loads them.
 *
 * <p>pandas' own pickles name classes that move with every version, and lay out blocks as this version does. So what is
 * written here are calls of public constructors, by the names and with the positions of arguments that they have had
 * from pandas 0.20 on. A numpy array is written as numpy writes it: that has one form since numpy 1.0, which numpy 2
 * still reads under its old name.
 */
final class TableWriter {
    private static final String PANDAS = "pandas";
    private static final int NUMPY_LAYOUT = 1;

    /** The texts of pandas 3; an older pandas reads the name too, and makes objects. */
    private static final String TEXTS = "str";

    /** Types that pandas makes of texts, by names that have not changed. */
    private static final Set<String> EXTENSIONS = Set.of("string", "period[D]", "period[M]", "period[Q-DEC]");

    private final PickleWriter values;
    private final PickleOutput out;

    TableWriter(PickleWriter values, PickleOutput out) {
        this.values = values;
        this.out = out;
    }

    /** Returns whether the container is one of those written here. */
    boolean write(Object container) throws ContentException {
        if (container instanceof Series series) {
            series(series);
        } else if (container instanceof DataFrame frame) {
            frame(frame);
        } else if (container instanceof Index index) {
            index(index);
        } else if (container instanceof Column column) {
            column(column);
        } else {
            return false;
        }
        return true;
    }

    private void series(Series series) throws ContentException {
        out.global(PANDAS, "Series").code(Opcode.MARK);
        cells(typed(series.values(), series.dtype()));
        values.value(asIndex(series.index(), series.indexDtype(), series.indexName()));
        values.value(null);
        values.value(series.name());
        call();
    }

    private void frame(DataFrame frame) throws ContentException {
        Index names = asIndex(frame.columns(), "", null);
        if (frame.values() instanceof FrameRows && !areKeys(names)) {
            // Columns keep their types only as a dict's values, for which numbers stand in for their names.
            Index places = new Index(new RangeLabels(0, 1, names.size()), null);
            DataFrame placed =
                    new DataFrame(frame.index(), frame.values(), places, frame.indexDtype(), frame.indexName());
            named(placed, names);
            return;
        }
        List<Column> data = frame.data();
        // A frame that was JSON does not say its columns' types: they are what pandas would make of the values.
        boolean typed = frame.values() instanceof FrameRows;
        out.global(PANDAS, "DataFrame").code(Opcode.MARK);
        if (areKeys(names)) {
            out.code(Opcode.EMPTY_DICT).code(Opcode.MARK);
            for (int i = 0; i < data.size(); i++) {
                values.value(names.get(i));
                cells(typed ? data.get(i) : ColumnTyping.infer(data.get(i)));
            }
            out.code(Opcode.SETITEMS);
        } else {
            values.list(frame.values());
        }
        values.value(asIndex(frame.index(), frame.indexDtype(), frame.indexName()));
        values.value(names);
        call();
    }

    /** Sets the names as an attribute, as every pandas lets one: the methods for it differ in what they return. */
    private void named(DataFrame placed, Index names) throws ContentException {
        values.value(placed);
        out.global("__builtin__", "setattr").code(Opcode.MARK);
        values.value(placed);
        out.text("columns");
        values.value(names);
        call();
        out.code(Opcode.POP);
    }

    private static boolean areKeys(Index names) {
        Set<@Nullable Object> seen = new HashSet<>();
        for (Object name : names) {
            boolean scalar = name instanceof String || name instanceof Number || name instanceof Tuple;
            if (!scalar || !seen.add(name)) {
                return false;
            }
        }
        return true;
    }

    private void index(Index index) throws ContentException {
        if (index.labels() instanceof RangeLabels span) {
            out.global(PANDAS, "RangeIndex").code(Opcode.MARK);
            out.integer(span.start());
            out.integer(span.start() + span.size() * span.step());
            out.integer(span.step());
            values.value(null);
            values.value(false);
            values.value(index.name());
        } else if (index.labels() instanceof Levels levels) {
            out.global(PANDAS, "MultiIndex").code(Opcode.MARK);
            values.value(new ArrayList<>(levels.levels()));
            values.value(new ArrayList<>(levels.codes()));
            values.value(null);
            values.value(levels.names());
        } else {
            out.global(PANDAS, "Index").code(Opcode.MARK);
            values.value(index.labels());
            values.value(writtenType(index.labels()));
            values.value(false);
            values.value(index.name());
        }
        call();
    }

    /** Returns the type that pandas needs, as it would look at the labels and choose another one. */
    private static @Nullable String writtenType(Column labels) {
        if (labels.dtypeName().equals(TEXTS)) {
            return TEXTS;
        }
        return labels instanceof NdArray array && array.dtype().isObject() ? "object" : null;
    }

    /** pandas 3 would make its texts of a column of objects that are texts; an Index says which of both they are. */
    private void cells(Column column) throws ContentException {
        boolean texts = column.dtypeName().equals(TEXTS)
                || (column instanceof NdArray array && array.dtype().isObject() && ColumnTyping.areTexts(array));
        values.value(texts ? new Index(column, null) : column);
    }

    private void column(Column column) throws ContentException {
        if (column instanceof NdArray array) {
            array(array);
        } else if (column instanceof Categorical categorical) {
            out.global(PANDAS, "Categorical").code(Opcode.MARK);
            values.list(categorical);
            values.value(categorical.categories());
            values.value(categorical.ordered());
            call();
        } else if (column instanceof ZonedTimes zoned) {
            zoned(zoned);
        } else if (column instanceof ForeignArray array) {
            values.value(array.origin());
        } else if (column instanceof MaskedColumn || EXTENSIONS.contains(column.dtypeName())) {
            out.global(PANDAS, "array").code(Opcode.MARK);
            values.list(column);
            out.text(column.dtypeName());
            call();
        } else if (column instanceof TypedColumn || column instanceof Levels) {
            array(NdArray.ofObjects(new ArrayList<>(column)));
        } else {
            index(new Index(column, null));
        }
    }

    /** Moments in UTC, then marked as such, then moved: each step means the same to every pandas. */
    private void zoned(ZonedTimes zoned) throws ContentException {
        method(() -> method(() -> moments(zoned.utc()), "tz_localize", "UTC"), "tz_convert", zoned.origin());
    }

    private void moments(NdArray utc) throws ContentException {
        out.global(PANDAS, "DatetimeIndex").code(Opcode.MARK);
        values.value(utc);
        call();
    }

    private interface Target {
        void write() throws ContentException;
    }

    private void method(Target target, String name, Object... arguments) throws ContentException {
        out.global("__builtin__", "getattr").code(Opcode.MARK);
        target.write();
        out.text(name);
        call();
        out.code(Opcode.MARK);
        values.values(Arrays.asList(arguments));
        call();
    }

    private void call() throws ContentException {
        out.code(Opcode.TUPLE).code(Opcode.REDUCE);
    }

    private void array(NdArray array) throws ContentException {
        if (array.dtype().bigEndian() && !array.dtype().holdsObjects() && NdArray.count(array.shape()) > 0) {
            swapped(array);
            return;
        }
        out.global("numpy.core.multiarray", "_reconstruct").code(Opcode.MARK);
        out.global("numpy", "ndarray");
        values.value(Tuple.of(0L));
        values.bytes(Bytes.of((byte) 'b'));
        call();
        out.code(Opcode.MARK).integer(NUMPY_LAYOUT);
        values.value(Tuple.copyOf(longs(array.shape())));
        dtype(array);
        values.value(false);
        if (array.dtype().holdsObjects()) {
            values.list(elements(array));
        } else {
            values.bytes(Bytes.wrapping(array.toBytes()));
        }
        out.code(Opcode.TUPLE).code(Opcode.BUILD);
    }

    /** numpy makes numbers of this machine's order of what it reads in its usual way. */
    private void swapped(NdArray array) throws ContentException {
        out.global("numpy.core.numeric", "_frombuffer").code(Opcode.MARK);
        values.bytes(Bytes.wrapping(array.toBytes()).asBytearray());
        dtype(array);
        values.value(Tuple.copyOf(longs(array.shape())));
        out.text("C");
        call();
    }

    private void dtype(NdArray array) throws ContentException {
        out.global("numpy", "dtype").code(Opcode.MARK);
        values.value(DtypeText.of(array.dtype()));
        call();
    }

    private static List<Long> longs(List<Integer> shape) {
        return shape.stream().map(Integer::longValue).toList();
    }

    /** A structured element is a dict here and a tuple there. */
    private static List<@Nullable Object> elements(NdArray array) {
        List<@Nullable Object> elements = array.flattened();
        if (!array.dtype().fields().isEmpty()) {
            elements.replaceAll(each -> each instanceof Map<?, ?> fields ? Tuple.copyOf(fields.values()) : each);
        }
        return elements;
    }

    private static Index asIndex(List<?> labels, String dtypeName, @Nullable Object name) throws ContentException {
        return labels instanceof Index index ? index : new Index(typed(labels, dtypeName), name);
    }

    /** Values that came as JSON get the type that stands beside them, where there is such a type. */
    private static Column typed(List<?> plain, String dtypeName) throws ContentException {
        if (plain instanceof Column column) {
            return column;
        }
        try {
            return dtypeName.isEmpty() ? ColumnTyping.infer(plain) : ColumnTyping.named(plain, dtypeName);
        } catch (UnfitValueException e) {
            throw new ContentException("value " + e.index() + " of the " + dtypeName + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            return ColumnTyping.infer(plain);
        }
    }
}
