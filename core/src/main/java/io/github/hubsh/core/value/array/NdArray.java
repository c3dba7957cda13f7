package io.github.hubsh.core.value.array;

import static java.util.Objects.checkIndex;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * numpy's array, of any number of dimensions but none: its list's elements are the values, or the arrays of one
 * dimension less. A view of bytes that are never copied, or of objects.
 */
public final class NdArray extends AbstractList<@Nullable Object> implements Column, RandomAccess {
    private final Dtype dtype;
    private final List<Integer> shape;
    private final int[] strides;
    private final int offset;
    private final Elements elements;

    // Mutable state: made once, since many tables may have one array of many fields. Racing threads make the same.
    private @Nullable String dtypeName;

    private NdArray(Dtype dtype, List<Integer> shape, int[] strides, int offset, Elements elements) {
        this.dtype = dtype;
        this.shape = shape;
        this.strides = strides;
        this.offset = offset;
        this.elements = elements;
    }

    /**
     * Returns a view of packed elements.
     *
     * @param dtype of a kind other than {@code O}, checked
     * @param shape at least one extent
     * @param fortran whether the first index runs fastest
     * @param bytes exactly the elements; not to be changed afterwards
     */
    public static NdArray packed(Dtype dtype, List<Integer> shape, boolean fortran, ByteBuffer bytes) {
        long count = Shapes.count(shape);
        if (shape.isEmpty() || count * dtype.size() != bytes.remaining()) {
            throw new IllegalArgumentException(
                    "an array of shape " + Shapes.text(shape) + " cannot have " + bytes.remaining() + " bytes");
        }
        Elements elements = new Packed(ordered(bytes.slice()), dtype, (int) count);
        return new NdArray(dtype, List.copyOf(shape), Shapes.strides(shape, fortran), 0, elements);
    }

    /** Returns an array of objects; {@code dtype} says what is in them. */
    public static NdArray ofObjects(Dtype dtype, List<Integer> shape, boolean fortran, List<?> objects) {
        if (shape.isEmpty() || Shapes.count(shape) != objects.size()) {
            throw new IllegalArgumentException(
                    "an array of shape " + Shapes.text(shape) + " cannot have " + objects.size() + " objects");
        }
        Elements elements = new Held(Collections.unmodifiableList(objects));
        return new NdArray(dtype, List.copyOf(shape), Shapes.strides(shape, fortran), 0, elements);
    }

    /** Returns a column of objects. */
    public static NdArray ofObjects(List<?> objects) {
        return ofObjects(Dtype.OBJECT, List.of(objects.size()), false, objects);
    }

    public static NdArray ofLongs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return packed(Dtype.INT64, List.of(values.length), false, bytes);
    }

    public static NdArray ofDoubles(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return packed(Dtype.FLOAT64, List.of(values.length), false, bytes);
    }

    /** Returns how many elements a shape has, or {@link Long#MAX_VALUE} for one that no array has. */
    public static long count(List<Integer> shape) {
        return Shapes.count(shape);
    }

    /** An array within an element. */
    static List<@Nullable Object> part(ByteBuffer bytes, int offset, int size, Dtype.Part part) {
        return packed(part.dtype(), part.shape(), false, ordered(bytes.slice(offset, size)));
    }

    private static ByteBuffer ordered(ByteBuffer bytes) {
        return bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    public Dtype dtype() {
        return dtype;
    }

    public List<Integer> shape() {
        return shape;
    }

    @Override
    public String dtypeName() {
        String name = dtypeName;
        if (name == null) {
            name = dtype.name();
            dtypeName = name;
        }
        return name;
    }

    @Override
    public int size() {
        return shape.get(0);
    }

    @Override
    public @Nullable Object get(int index) {
        checkIndex(index, size());
        return shape.size() == 1 ? elements.get(offset + index * strides[0]) : row(index);
    }

    /** Returns the array of one dimension less that stands at an index of the first one. */
    public NdArray row(int index) {
        checkIndex(index, size());
        return new NdArray(
                dtype,
                shape.subList(1, shape.size()),
                Arrays.copyOfRange(strides, 1, strides.length),
                offset + index * strides[0],
                elements);
    }

    /** Returns a column of the elements at some places; only of one dimension. */
    public NdArray taken(int[] places) {
        if (!(elements instanceof Packed packed)) {
            List<@Nullable Object> objects = new ArrayList<>(places.length);
            for (int place : places) {
                objects.add(get(place));
            }
            return ofObjects(dtype, List.of(places.length), false, objects);
        }
        byte[] bytes = new byte[places.length * dtype.size()];
        for (int i = 0; i < places.length; i++) {
            packed.copy(offset + checkIndex(places[i], size()) * strides[0], bytes, i * dtype.size());
        }
        return packed(dtype, List.of(places.length), false, ByteBuffer.wrap(bytes));
    }

    /** Returns this array with its dimensions in the opposite order. */
    public NdArray transposed() {
        Integer[] extents = shape.toArray(Integer[]::new);
        Collections.reverse(Arrays.asList(extents));
        int[] steps = new int[strides.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = strides[strides.length - 1 - i];
        }
        return new NdArray(dtype, List.of(extents), steps, offset, elements);
    }

    @Override
    public Collection<? extends @Nullable Object> held() {
        return elements.held();
    }

    /** Returns the elements in row order, as {@code ndarray.tobytes()} has them; only where they are not objects. */
    public byte[] toBytes() {
        if (!(elements instanceof Packed packed)) {
            throw new IllegalStateException("an array of objects has no bytes");
        }
        int count = (int) Shapes.count(shape);
        byte[] bytes = new byte[count * dtype.size()];
        if (count == elements.size() && Arrays.equals(strides, Shapes.strides(shape, false))) {
            packed.copyAll(bytes);
        } else {
            copy(0, offset, packed, bytes, 0);
        }
        return bytes;
    }

    /** Returns the same elements, in row order, under another shape. */
    public NdArray reshaped(List<Integer> other) {
        return dtype.holdsObjects()
                ? ofObjects(dtype, other, false, flattened())
                : packed(dtype, other, false, ByteBuffer.wrap(toBytes()));
    }

    /** Returns all values in row order. */
    public List<@Nullable Object> flattened() {
        List<@Nullable Object> values = new ArrayList<>();
        flatten(0, offset, values);
        return values;
    }

    private void flatten(int axis, int from, List<@Nullable Object> values) {
        if (axis == strides.length) {
            values.add(elements.get(from));
            return;
        }
        for (int i = 0; i < shape.get(axis); i++) {
            flatten(axis + 1, from + i * strides[axis], values);
        }
    }

    private int copy(int axis, int from, Packed packed, byte[] bytes, int at) {
        if (axis == strides.length) {
            packed.copy(from, bytes, at);
            return at + dtype.size();
        }
        int end = at;
        for (int i = 0; i < shape.get(axis); i++) {
            end = copy(axis + 1, from + i * strides[axis], packed, bytes, end);
        }
        return end;
    }

    /** Elements that are objects. */
    private record Held(List<?> objects) implements Elements {
        @Override
        public int size() {
            return objects.size();
        }

        @Override
        public @Nullable Object get(int index) {
            return objects.get(index);
        }

        @Override
        public Collection<? extends @Nullable Object> held() {
            return objects;
        }
    }
}
