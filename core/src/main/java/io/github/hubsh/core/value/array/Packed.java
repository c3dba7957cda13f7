package io.github.hubsh.core.value.array;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Elements that are so many bytes each. */
final class Packed implements Elements {
    private final ByteBuffer bytes;
    private final int elementSize;
    private final int size;
    private final CellReader reader;

    Packed(ByteBuffer bytes, Dtype dtype, int size) {
        this.bytes = bytes.asReadOnlyBuffer().order(bytes.order());
        this.elementSize = dtype.size();
        this.size = size;
        this.reader = CellReader.of(dtype);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable Object get(int index) {
        return reader.read(bytes, index * elementSize);
    }

    @Override
    public Collection<? extends @Nullable Object> held() {
        return List.of();
    }

    /** Copies the bytes of one element. */
    void copy(int index, byte[] target, int at) {
        bytes.get(index * elementSize, target, at, elementSize);
    }

    void copyAll(byte[] target) {
        bytes.get(0, target, 0, size * elementSize);
    }
}
