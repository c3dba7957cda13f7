package io.github.hubsh.core.pickle.numpy;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.Dtype.Field;
import io.github.hubsh.core.value.array.Dtype.InvalidDtypeException;
import io.github.hubsh.core.value.array.Dtype.Part;
import io.github.hubsh.core.value.array.DtypeCodes;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.TimeUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * numpy's dtypes, as pickles describe them. One is made from a short code ({@code f8}) and then gets the rest:
 * {@code (version, byte order, subarray, names, fields, size, alignment, flags[, (metadata, unit of time)])}.
 */
public final class Dtypes {
    private static final String CLASS = "numpy.dtype";
    static final int STATE_SIZE = 8;

    private static final int MAX_DEPTH = 16;
    private static final int MAX_FIELDS = 10_000;
    private static final int MAX_DIMENSIONS = 64;

    /** What a type costs wherever it stands: a few fields may be the same one, and its fields again. */
    private static final int COST = 16;

    private Dtypes() {}

    /** Returns the type, or {@code null} where the value is none that can be read here. */
    public static @Nullable Dtype of(@Nullable Object value, Meter meter) throws ContentException {
        try {
            Dtype dtype = dtype(value, 0, meter);
            return dtype == null ? null : dtype.checked();
        } catch (InvalidDtypeException e) {
            return null;
        }
    }

    private static @Nullable Dtype dtype(@Nullable Object value, int depth, Meter meter) throws ContentException {
        meter.copiedBytes(COST);
        if (!(value instanceof Opaque opaque) || !opaque.className().equals(CLASS) || depth > MAX_DEPTH) {
            return null;
        }
        Object code = opaque.arguments().isEmpty() ? null : opaque.arguments().get(0);
        if (!(opaque.state() instanceof Tuple state) || state.size() < STATE_SIZE) {
            return described(code, depth, meter);
        }
        boolean bigEndian = ">".equals(text(state.get(1)));
        if (state.get(2) instanceof Tuple part && part.size() == 2) {
            return subarray(part, state.get(5), depth, meter);
        } else if (state.get(3) instanceof Tuple names && state.get(4) instanceof Map<?, ?> fields) {
            return structured(fields(names, fields, depth, meter), state.get(5));
        }
        Dtype plain = code instanceof String text ? DtypeCodes.parse(text, bigEndian) : null;
        return plain == null ? null : withUnit(plain, state);
    }

    /** Reads a dtype that is nothing but its description, as our own writer makes it. */
    private static @Nullable Dtype described(@Nullable Object description, int depth, Meter meter)
            throws ContentException {
        meter.copiedBytes(COST);
        if (depth > MAX_DEPTH) {
            return null;
        } else if (description instanceof Tuple pair && pair.size() == 2) {
            Dtype element = described(pair.get(0), depth + 1, meter);
            List<Integer> shape = shape(pair.get(1));
            return element == null || shape == null ? null : arrayOf(element, shape);
        } else if (description instanceof Map<?, ?> parts
                && parts.get("names") instanceof List<?> names
                && parts.get("formats") instanceof List<?> formats
                && parts.get("offsets") instanceof List<?> offsets
                && names.size() == formats.size()
                && names.size() == offsets.size()) {
            List<Field> fields = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                fields.add(field(text(names.get(i)), described(formats.get(i), depth + 1, meter), offsets.get(i)));
            }
            return structured(fields, parts.get("itemsize"));
        }
        return description instanceof String code ? DtypeCodes.parse(code, false) : null;
    }

    private static Dtype withUnit(Dtype plain, Tuple state) {
        boolean isTime = plain.kind() == 'M' || plain.kind() == 'm';
        if (!isTime
                || state.size() < 9
                || !(state.get(8) instanceof Tuple metadata)
                || metadata.size() != 2
                || !(metadata.get(1) instanceof Tuple unit)
                || unit.size() < 2
                || !(unit.get(1) instanceof Long multiple)) {
            return plain;
        }
        String name = text(unit.get(0));
        return name == null || !TimeUnits.isUnit(name) || multiple < 1 || multiple > Integer.MAX_VALUE
                ? plain
                : Dtype.time(plain.kind(), plain.bigEndian(), name, multiple.intValue());
    }

    private static @Nullable Dtype subarray(Tuple part, @Nullable Object size, int depth, Meter meter)
            throws ContentException {
        Dtype element = dtype(part.get(0), depth + 1, meter);
        List<Integer> shape = shape(part.get(1));
        Dtype made = element == null || shape == null ? null : arrayOf(element, shape);
        return made != null && size instanceof Long given && given == made.size() ? made : null;
    }

    private static @Nullable Dtype arrayOf(Dtype element, List<Integer> shape) {
        long bytes = NdArray.count(shape) * element.size();
        return shape.isEmpty() || element.holdsObjects() || bytes < 0 || bytes > Integer.MAX_VALUE
                ? null
                : Dtype.subarray((int) bytes, new Part(element, shape));
    }

    private static List<@Nullable Field> fields(Tuple names, Map<?, ?> fields, int depth, Meter meter)
            throws ContentException {
        List<@Nullable Field> list = new ArrayList<>();
        for (Object name : names.size() > MAX_FIELDS ? Tuple.of() : names) {
            Tuple pair = fields.get(name) instanceof Tuple given && given.size() >= 2 ? given : Tuple.of(null, null);
            list.add(field(text(name), dtype(pair.get(0), depth + 1, meter), pair.get(1)));
        }
        return list;
    }

    private static @Nullable Dtype structured(List<@Nullable Field> fields, @Nullable Object size) {
        List<Field> known = new ArrayList<>();
        for (Field field : fields) {
            if (field != null) {
                known.add(field);
            }
        }
        return size instanceof Long bytes
                        && bytes >= 0
                        && bytes <= Integer.MAX_VALUE
                        && !known.isEmpty()
                        && known.size() == fields.size()
                ? Dtype.structured(bytes.intValue(), known)
                : null;
    }

    private static @Nullable Field field(@Nullable String name, @Nullable Dtype dtype, @Nullable Object offset) {
        return name != null && dtype != null && offset instanceof Long at && at >= 0 && at <= Integer.MAX_VALUE
                ? new Field(name, dtype, at.intValue())
                : null;
    }

    /** Returns a shape: ints that are not negative; {@code null} where it is none. */
    static @Nullable List<Integer> shape(@Nullable Object value) {
        if (value instanceof Long extent) {
            return shape(Tuple.of(extent));
        } else if (!(value instanceof List<?> extents) || extents.size() > MAX_DIMENSIONS) {
            return null;
        } else {
            List<Integer> shape = new ArrayList<>(extents.size());
            for (Object extent : extents) {
                if (!(extent instanceof Long number) || number < 0 || number > Integer.MAX_VALUE) {
                    return null;
                }
                shape.add(number.intValue());
            }
            return shape;
        }
    }

    /** Returns the text, where a Python wrote it as bytes too. */
    static @Nullable String text(@Nullable Object value) {
        return value instanceof Bytes bytes ? bytes.toLatin1() : value instanceof String text ? text : null;
    }
}
