package io.github.hubsh.core.pickle.numpy;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.Dtype;
import io.github.hubsh.core.value.array.NdArray;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arrays from their parts. What does not fit together is {@code null}. */
final class NumpyArrays {
    private NumpyArrays() {}

    /**
     * Joins the parts.
     *
     * @param data bytes, or a list of objects
     * @return an array; for no dimensions the one value that it holds, in a list
     */
    static @Nullable NdArray array(
            @Nullable Object dtypeValue,
            @Nullable Object shapeValue,
            boolean fortran,
            @Nullable Object data,
            Meter meter)
            throws ContentException {
        Dtype dtype = Dtypes.of(dtypeValue, meter);
        List<Integer> shape = Dtypes.shape(shapeValue);
        if (dtype == null || shape == null) {
            return null;
        }
        List<Integer> extents = shape.isEmpty() ? List.of(1) : shape;
        long count = NdArray.count(extents);
        payForNothing(extents, count * dtype.size(), meter);
        if (dtype.holdsObjects()) {
            return data instanceof List<?> objects && objects.size() == count
                    ? NdArray.ofObjects(dtype, extents, fortran, structured(dtype, objects, meter))
                    : null;
        }
        ByteBuffer bytes = bytes(data);
        return bytes != null && count <= Integer.MAX_VALUE && bytes.remaining() == count * dtype.size()
                ? NdArray.packed(dtype, extents, fortran, bytes)
                : null;
    }

    /** An array of bytes costs its bytes; one without any may still be a billion rows of nothing. */
    private static void payForNothing(List<Integer> shape, long bytes, Meter meter) throws ContentException {
        if (bytes == 0) {
            long rows = 1;
            for (int extent : shape) {
                rows = Math.min(Integer.MAX_VALUE, rows * Math.max(1, extent));
            }
            meter.values(rows);
        }
    }

    /** A structured element that holds an object is a tuple of its fields. */
    private static List<?> structured(Dtype dtype, List<?> objects, Meter meter) throws ContentException {
        if (dtype.fields().isEmpty()) {
            return objects;
        }
        meter.values((long) objects.size() * dtype.fields().size());
        List<@Nullable Object> elements = new ArrayList<>(objects.size());
        for (Object object : objects) {
            elements.add(object instanceof Tuple values ? named(dtype, values) : object);
        }
        return elements;
    }

    private static Map<@Nullable Object, @Nullable Object> named(Dtype dtype, Tuple values) {
        Map<@Nullable Object, @Nullable Object> element = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(values.size(), dtype.fields().size()); i++) {
            element.put(dtype.fields().get(i).name(), values.get(i));
        }
        return element;
    }

    /** Returns the array with {@code null} where its mask has a one. */
    static @Nullable NdArray masked(
            @Nullable Object dtype,
            @Nullable Object shape,
            boolean fortran,
            @Nullable Object data,
            @Nullable Object mask,
            Meter meter)
            throws ContentException {
        NdArray whole = array(dtype, shape, fortran, data, meter);
        ByteBuffer hidden = bytes(mask);
        if (whole == null || hidden == null || whole.dtype().holdsObjects()) {
            return null;
        }
        int count = (int) NdArray.count(whole.shape());
        NdArray flat = array(dtype, Tuple.of((long) count), false, data, meter);
        if (flat == null || hidden.remaining() != count) {
            return null;
        }
        meter.values(count);
        List<@Nullable Object> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(hidden.get(i) == 0 ? flat.get(i) : null);
        }
        return NdArray.ofObjects(Dtype.OBJECT, whole.shape(), fortran, values);
    }

    /** Python 2 writes bytes as a {@code str}, which reads as text where it happens to be UTF-8. */
    static @Nullable ByteBuffer bytes(@Nullable Object data) {
        if (data instanceof Bytes bytes) {
            return bytes.buffer();
        }
        return data instanceof String text ? ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)) : null;
    }
}
