package io.github.hubsh.core.key;

import java.util.Arrays;

/** A public key. Equal keys are the same peer. */
public final class CurveKey {
    /** Bytes of a key, public or secret. */
    public static final int BYTES = 32;

    private final byte[] content;

    private CurveKey(byte[] content) {
        this.content = content;
    }

    /**
     * Returns the key of 32 bytes, which are copied.
     *
     * @throws IllegalArgumentException if they are not 32
     */
    public static CurveKey of(byte... content) {
        if (content.length != BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes, not " + content.length);
        }
        return new CurveKey(content.clone());
    }

    /**
     * Reads the key from its 40 characters.
     *
     * @throws IllegalArgumentException if it is none; the message does not quote it, because it may be a secret one
     */
    public static CurveKey parse(String z85) {
        return new CurveKey(Z85.key(z85));
    }

    /** Returns the 40 characters. */
    public String z85() {
        return Z85.encode(content);
    }

    /** Returns a copy. */
    public byte[] toArray() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CurveKey key && Arrays.equals(content, key.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Returns the 40 characters. */
    @Override
    public String toString() {
        return z85();
    }
}
