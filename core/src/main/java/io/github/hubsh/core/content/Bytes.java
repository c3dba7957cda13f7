package io.github.hubsh.core.content;

import java.util.Arrays;
import java.util.HexFormat;

/** Python's {@code bytes}: immutable, compared by content, and so fit to be a dict's key, which an array is not. */
public final class Bytes {
    private static final int LONGEST_SHOWN = 32;

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    public static Bytes of(byte... content) {
        return new Bytes(content.clone());
    }

    public int size() {
        return content.length;
    }

    /** Returns a copy. */
    public byte[] toArray() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        String hex = HexFormat.of().formatHex(content, 0, Math.min(content.length, LONGEST_SHOWN));
        return "Bytes[" + content.length + ": " + hex + (content.length > LONGEST_SHOWN ? "…" : "") + "]";
    }
}
