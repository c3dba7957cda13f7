package io.github.hubsh.core.key;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A key that both sides of a conversation have, and the boxes that it seals and opens: those of NaCl, whose
 * {@code crypto_box_afternm} and {@code crypto_secretbox} are the same.
 */
public final class BoxKey {
    /** Bytes of a nonce. One nonce is used for one box. */
    public static final int NONCE_BYTES = 24;

    /** By how many bytes a box is longer than what is in it. */
    public static final int OVERHEAD_BYTES = KeyStream.TAG_BYTES;

    /** The part of a nonce that a {@link Sealer} is made for. */
    public static final int PREFIX_BYTES = 16;

    private static final int COUNTER_BYTES = 8;

    private final byte[] content;

    private BoxKey(byte[] content) {
        this.content = content;
    }

    /** Returns the key itself of 32 bytes, which are copied. */
    public static BoxKey of(byte... content) {
        if (content.length != CurveKey.BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes, not " + content.length);
        }
        return new BoxKey(content.clone());
    }

    /** Returns the key that is derived from what two pairs share. */
    static BoxKey ofShared(byte[] shared) {
        return new BoxKey(KeyStream.derive(shared, new byte[PREFIX_BYTES]));
    }

    /** Returns what seals and opens boxes whose nonces are a prefix of 16 bytes and a counter. Not thread-safe. */
    public Sealer sealer(byte[] prefix) {
        if (prefix.length != PREFIX_BYTES) {
            throw new IllegalArgumentException("the prefix of a nonce has 16 bytes, not " + prefix.length);
        }
        return new Sealer(new KeyStream(content, prefix));
    }

    /** Returns a box. */
    public byte[] seal(byte[] nonce, byte[] plain) {
        byte[] box = new byte[OVERHEAD_BYTES + plain.length];
        System.arraycopy(plain, 0, box, OVERHEAD_BYTES, plain.length);
        sealer(Arrays.copyOf(nonce, PREFIX_BYTES)).seal(counter(nonce), ByteBuffer.wrap(box));
        return box;
    }

    /** Returns what is in a box, or {@code null} if it was not sealed with this key and nonce. */
    public byte @Nullable [] open(byte[] nonce, byte[] box) {
        if (box.length < OVERHEAD_BYTES) {
            return null;
        }
        byte[] opened = box.clone();
        if (!sealer(Arrays.copyOf(nonce, PREFIX_BYTES)).open(counter(nonce), ByteBuffer.wrap(opened))) {
            return null;
        }
        return Arrays.copyOfRange(opened, OVERHEAD_BYTES, opened.length);
    }

    /** Overwrites the key. It is of no use any more. */
    public void wipe() {
        Arrays.fill(content, (byte) 0);
    }

    private static long counter(byte[] nonce) {
        if (nonce.length != NONCE_BYTES) {
            throw new IllegalArgumentException("a nonce has 24 bytes, not " + nonce.length);
        }
        long counter = 0;
        for (int i = 0; i < COUNTER_BYTES; i++) {
            counter = (counter << Byte.SIZE) | (nonce[PREFIX_BYTES + i] & 0xFF);
        }
        return counter;
    }
}
