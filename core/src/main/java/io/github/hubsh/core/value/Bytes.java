package io.github.hubsh.core.value;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Python's {@code bytes}: immutable, compared by content, and so fit to be a dict's key, which an array is not. A
 * {@code bytearray} is the same here, and says that it was one.
 */
public final class Bytes implements Comparable<Bytes> {
    private static final int MAX_SHOWN_LENGTH = 32;

    private final byte[] content;
    private final boolean bytearray;

    // Mutable state: counted once, since one megabyte may be the key of many dicts. Racing threads count the same.
    private int hash;

    private Bytes(byte[] content, boolean bytearray) {
        this.content = content;
        this.bytearray = bytearray;
    }

    public static Bytes of(byte... content) {
        return new Bytes(content.clone(), false);
    }

    /** As {@link #of}, without a copy: the caller has made the array, and never changes it again. */
    public static Bytes wrapping(byte[] content) {
        return new Bytes(content, false);
    }

    /** Returns the same bytes, as Python's {@code bytearray}. */
    public Bytes asBytearray() {
        return new Bytes(content, true);
    }

    public boolean isBytearray() {
        return bytearray;
    }

    public int size() {
        return content.length;
    }

    /** Returns a read-only view. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(content).asReadOnlyBuffer();
    }

    /** Returns a copy. */
    public byte[] toArray() {
        return content.clone();
    }

    /** Returns the text that has these bytes as its characters, as Python's {@code latin1} does. */
    public String toLatin1() {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    /** Orders by unsigned bytes, as Python does. */
    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(content, other.content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = Arrays.hashCode(content);
        }
        return hash;
    }

    @Override
    public String toString() {
        String hex = HexFormat.of().formatHex(content, 0, Math.min(content.length, MAX_SHOWN_LENGTH));
        return "Bytes[" + content.length + ": " + hex + (content.length > MAX_SHOWN_LENGTH ? "…" : "") + "]";
    }
}
