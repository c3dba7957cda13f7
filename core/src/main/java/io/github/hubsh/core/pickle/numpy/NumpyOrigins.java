package io.github.hubsh.core.pickle.numpy;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls by which numpy makes what its values do not fully describe, in the one form that every numpy reads. */
final class NumpyOrigins {
    private static final String CORE = "numpy.core.multiarray.";
    private static final String ARRAY = "numpy.ndarray";

    private NumpyOrigins() {}

    static Opaque scalar(@Nullable Object dtype, @Nullable Object data) {
        return new Opaque(CORE + "scalar", Tuple.of(dtype, data));
    }

    /** Returns an array of a class of numpy: a recarray, a matrix. */
    static Opaque array(
            String type, @Nullable Object shape, @Nullable Object dtype, boolean fortran, @Nullable Object data) {
        Opaque made = new Opaque(CORE + "_reconstruct", Tuple.of(new Global(type), Tuple.of(0L), Bytes.of((byte) 'b')));
        made.setState(Tuple.of(1L, shape, dtype, fortran, asBytes(data)));
        return made;
    }

    /** Protocol 5 has a bytearray where numpy's own state wants bytes. */
    private static @Nullable Object asBytes(@Nullable Object data) {
        return data instanceof Bytes bytes && bytes.isBytearray() ? Bytes.wrapping(bytes.toArray()) : data;
    }

    static Opaque plainArray(@Nullable Object shape, @Nullable Object dtype, boolean fortran, @Nullable Object data) {
        return array(ARRAY, shape, dtype, fortran, data);
    }

    /** Returns whether a class is no subclass: what a pickle makes of it is an array and nothing more. */
    static boolean isPlain(String type) {
        return type.equals(ARRAY) || type.endsWith(".FrozenNDArray");
    }

    static Opaque masked(String type, Tuple state) {
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(new Global(type));
        arguments.add(new Global(ARRAY));
        arguments.add(Tuple.of(0L));
        arguments.add("b");
        Opaque made = new Opaque("numpy.ma.core._mareconstruct", arguments);
        made.setState(state);
        return made;
    }

    /**
     * Returns whether a type says more than our own does: fields with titles, or the class of its elements.
     *
     * @param dtype one that {@link Dtypes} has read, and so within bounds; only what was read of it is looked at
     */
    static boolean isSpecial(@Nullable Object dtype) {
        return dtype instanceof Opaque opaque
                && ((!opaque.arguments().isEmpty() && opaque.arguments().get(0) instanceof Global)
                        || (opaque.state() instanceof Tuple state && hasSpecialField(state)));
    }

    private static boolean hasSpecialField(Tuple state) {
        return state.size() >= Dtypes.STATE_SIZE
                && state.get(2) == null
                && state.get(3) instanceof Tuple names
                && state.get(4) instanceof Map<?, ?> fields
                && names.stream().anyMatch(name -> isSpecialField(fields.get(name)));
    }

    private static boolean isSpecialField(@Nullable Object field) {
        return field instanceof Tuple parts && (parts.size() > 2 || (!parts.isEmpty() && isSpecial(parts.get(0))));
    }
}
