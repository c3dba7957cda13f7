package io.github.hubsh.core.pickle.numpy;

import io.github.hubsh.core.pickle.family.Family;
import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.DtypeCodes;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.array.NumpyScalar;
import io.github.hubsh.core.value.array.TimeUnits;
import io.github.hubsh.core.value.table.ForeignArray;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * numpy's functions that make an array or a scalar. {@code numpy.core} became {@code numpy._core} in numpy 2; both
 * write what the other reads.
 */
public final class NumpyTypes implements Family {
    private static final List<String> CORES = List.of("numpy.core.", "numpy._core.");
    private static final List<String> FUNCTIONS =
            List.of("multiarray._reconstruct", "multiarray.scalar", "numeric._frombuffer");
    private static final String MASKED = "numpy.ma.core._mareconstruct";
    private static final Set<String> SCALARS = Set.of(
            "numpy.bool_",
            "numpy.int8",
            "numpy.int16",
            "numpy.int32",
            "numpy.int64",
            "numpy.uint8",
            "numpy.uint16",
            "numpy.uint32",
            "numpy.uint64",
            "numpy.float16",
            "numpy.float32",
            "numpy.float64");
    /** Units that a moment or a duration of Java keeps whole. */
    private static final Set<String> SPANS = Set.of("W", "D", "h", "m", "s", "ms", "us", "ns");

    private static final Set<String> TIMES = Set.of("numpy.datetime64", "numpy.timedelta64");

    @Override
    public Set<String> names() {
        Set<String> names = new HashSet<>(Set.of(MASKED));
        names.addAll(SCALARS);
        names.addAll(TIMES);
        for (String core : CORES) {
            FUNCTIONS.forEach(function -> names.add(core + function));
        }
        return names;
    }

    @Override
    public @Nullable Object call(String name, List<@Nullable Object> arguments, Meter meter) throws ContentException {
        if (name.endsWith(".scalar")) {
            return arguments.size() == 2 ? scalar(arguments.get(0), arguments.get(1), meter) : null;
        } else if (name.endsWith("._frombuffer")) {
            return arguments.size() == 4
                    ? value(
                            new Parts("", arguments.get(1), arguments.get(2), "F".equals(arguments.get(3))),
                            arguments.get(0),
                            meter)
                    : null;
        } else if (SCALARS.contains(name)) {
            return called(name, arguments);
        } else if (TIMES.contains(name)) {
            return arguments.size() == 2 && arguments.get(1) instanceof String unit
                    ? time(name, arguments.get(0), unit)
                    : null;
        }
        // An array is created empty, and gets its parts as its state.
        return null;
    }

    @Override
    public @Nullable Object built(Opaque object, Meter meter) throws ContentException {
        if (!(object.state() instanceof Tuple state) || !isNumpys(object)) {
            return null;
        } else if (object.className().equals(MASKED)) {
            return state.size() < 6 ? null : masked(typeName(object), state, meter);
        }
        // Very old pickles have no version in front.
        int first = state.size() == 5 ? 1 : 0;
        return state.size() < 4 + first
                ? null
                : value(
                        new Parts(
                                typeName(object),
                                state.get(first + 1),
                                state.get(first),
                                Boolean.TRUE.equals(state.get(first + 2))),
                        state.get(first + 3),
                        meter);
    }

    /** A subclass of another library is more than an array: its object stays as it is. */
    private static boolean isNumpys(Opaque object) {
        return !object.arguments().isEmpty()
                && object.arguments().get(0) instanceof Global type
                && (type.name().startsWith("numpy.") || type.name().endsWith(".FrozenNDArray"));
    }

    private static String typeName(Opaque object) {
        return object.arguments().get(0) instanceof Global type ? type.name() : "";
    }

    /**
     * What makes an array of its data.
     *
     * @param type the class; empty for numpy's own
     */
    private record Parts(
            String type, @Nullable Object dtype, @Nullable Object shape, boolean fortran) {
        boolean isSpecial() {
            return NumpyOrigins.isSpecial(dtype) || !(type.isEmpty() || NumpyOrigins.isPlain(type));
        }

        Opaque origin(@Nullable Object data) {
            return type.isEmpty()
                    ? NumpyOrigins.plainArray(shape, dtype, fortran, data)
                    : NumpyOrigins.array(type, shape, dtype, fortran, data);
        }
    }

    /** A scalar's bytes; or the object itself where its type is object. */
    private static @Nullable Object scalar(@Nullable Object dtype, @Nullable Object data, Meter meter)
            throws ContentException {
        NdArray array = NumpyArrays.array(dtype, Tuple.of(), false, data, meter);
        if (array == null) {
            return null;
        }
        Object value = array.get(0);
        if (array.dtype().isObject()) {
            return orNone(value);
        }
        return isNamed(array.dtype(), value) && !NumpyOrigins.isSpecial(dtype)
                ? new NumpyScalar(array.dtype(), value)
                : new PythonScalar(value, NumpyOrigins.scalar(dtype, data));
    }

    /** An array of no dimensions is shown as its value. */
    private static @Nullable Object value(Parts parts, @Nullable Object data, Meter meter) throws ContentException {
        NdArray array = NumpyArrays.array(parts.dtype, parts.shape, parts.fortran, data, meter);
        if (array == null) {
            return null;
        }
        boolean single = parts.shape instanceof List<?> extents && extents.isEmpty();
        if (single) {
            return new PythonScalar(array.get(0), parts.origin(data));
        }
        return parts.isSpecial() ? new ForeignArray(array, parts.origin(data)) : array;
    }

    /** A scalar that is made by its public name has one plain value. */
    private static @Nullable Object called(String name, List<@Nullable Object> arguments) {
        Object first = arguments.size() == 1 ? arguments.get(0) : null;
        Dtype dtype = DtypeCodes.parse(name.equals("numpy.bool_") ? "bool" : name.substring("numpy.".length()), false);
        return dtype != null && (first instanceof Number || first instanceof Boolean)
                ? new NumpyScalar(dtype, first)
                : null;
    }

    /** A moment that is made of a text, or a duration of a count, and its unit. */
    private static @Nullable Object time(String name, @Nullable Object first, String unit) {
        Object value = first instanceof String text
                ? moment(text)
                : first instanceof Long count && TimeUnits.isUnit(unit) ? new TimeUnits(unit, 1).duration(count) : null;
        Dtype dtype = DtypeCodes.parse(name.substring("numpy.".length()) + "[" + unit + "]", false);
        boolean fits = name.endsWith("datetime64") ? value instanceof LocalDateTime : value instanceof Duration;
        return dtype != null && value != null && fits ? new NumpyScalar(dtype, value) : null;
    }

    private static @Nullable Object moment(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeParseException other) {
            return null;
        }
    }

    /** Returns whether a scalar is made by the name of its class and its plain value, in every numpy. */
    private static boolean isNamed(Dtype dtype, @Nullable Object value) {
        boolean isNumber = "biuf".indexOf(dtype.kind()) >= 0 && dtype.size() <= Long.BYTES;
        boolean isTime = dtype.multiple() == 1
                && SPANS.contains(dtype.unit())
                && (value instanceof LocalDateTime || value instanceof Duration);
        return isNumber ? value instanceof Number || value instanceof Boolean : isTime;
    }

    private static @Nullable Object masked(String type, Tuple state, Meter meter) throws ContentException {
        boolean fortran = Boolean.TRUE.equals(state.get(3));
        NdArray shown = NumpyArrays.masked(state.get(2), state.get(1), fortran, state.get(4), state.get(5), meter);
        if (shown == null) {
            return null;
        }
        boolean single = state.get(1) instanceof List<?> extents && extents.isEmpty();
        Opaque origin = NumpyOrigins.masked(type, state);
        return single ? new PythonScalar(shown.get(0), origin) : new ForeignArray(shown, origin);
    }

    private static Object orNone(@Nullable Object value) {
        return value == null ? Family.NONE : value;
    }
}
