package io.github.hubsh.core.value.array;

import io.github.hubsh.core.value.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Texts of a fixed length, filled up with zeros that are not part of them. */
final class Texts {
    private static final int UNREADABLE = 0xfffd;

    private Texts() {}

    static byte[] raw(ByteBuffer bytes, int offset, int size) {
        byte[] raw = new byte[size];
        bytes.get(offset, raw);
        return raw;
    }

    static Bytes bytes(ByteBuffer bytes, int offset, int size) {
        byte[] raw = raw(bytes, offset, size);
        int end = size;
        while (end > 0 && raw[end - 1] == 0) {
            end--;
        }
        return Bytes.of(Arrays.copyOf(raw, end));
    }

    static String ucs4(ByteBuffer bytes, int offset, int size, ByteOrder order) {
        int end = size / 4;
        while (end > 0 && bytes.getInt(offset + (end - 1) * 4) == 0) {
            end--;
        }
        StringBuilder text = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            int point = CellReader.ordered(bytes.getInt(offset + i * 4), bytes, order);
            text.appendCodePoint(Character.isValidCodePoint(point) ? point : UNREADABLE);
        }
        return text.toString();
    }
}
