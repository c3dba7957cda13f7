package io.github.hubsh.core.key;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bouncycastle.crypto.engines.XSalsa20Engine;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/**
 * The bytes that boxes of one key and one prefix of nonces are covered with, and their tags. The first 32 bytes of each
 * stream are the key of its tag, as NaCl has it.
 *
 * <p>The engine derives a key from the key and the prefix, which it would do again for each nonce; the counter is a
 * part of its state that can be set alone. It also covers byte by byte, where eight at a time take half as long.
 */
final class KeyStream {
    static final int TAG_BYTES = 16;

    private static final int TAG_KEY_BYTES = 32;
    private static final int BLOCK_BYTES = 64;

    /** Of bytes outside the heap, so many at a time are brought there: a multiple of the block. */
    private static final int MAX_PART_BYTES = 16 << 10;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Engine engine;
    private final Poly1305 tags = new Poly1305();
    private final byte[] block = new byte[BLOCK_BYTES];
    private final byte[] tag = new byte[TAG_BYTES];

    // Mutable state, of one stream
    private int used;

    KeyStream(byte[] key, byte[] prefix) {
        this.engine = new Engine(key, prefix);
    }

    /** Returns the key that a key and a prefix give: HSalsa20. */
    static byte[] derive(byte[] key, byte[] prefix) {
        return new Engine(key, prefix).derived();
    }

    /** Begins a stream; the key of its tag is taken. */
    void begin(long counter) {
        engine.begin(counter);
        engine.next(block);
        tags.init(new KeyParameter(block, 0, TAG_KEY_BYTES));
        used = TAG_KEY_BYTES;
    }

    /** Covers bytes with the stream, or uncovers them: all of the buffer. Once for a stream. */
    void apply(ByteBuffer content) {
        if (content.hasArray()) {
            apply(content.array(), content.arrayOffset(), content.capacity());
            return;
        }
        byte[] part = new byte[Math.min(MAX_PART_BYTES, content.capacity())];
        for (int at = 0; at < content.capacity(); at += part.length) {
            int count = Math.min(part.length, content.capacity() - at);
            content.get(at, part, 0, count);
            apply(part, 0, count);
            content.put(at, part, 0, count);
        }
    }

    /** Returns the tag of covered bytes: all of the buffer. Valid until the next one; once for a stream. */
    byte[] tag(ByteBuffer covered) {
        if (covered.hasArray()) {
            tags.update(covered.array(), covered.arrayOffset(), covered.capacity());
        } else {
            byte[] part = new byte[Math.min(MAX_PART_BYTES, covered.capacity())];
            for (int at = 0; at < covered.capacity(); at += part.length) {
                int count = Math.min(part.length, covered.capacity() - at);
                covered.get(at, part, 0, count);
                tags.update(part, 0, count);
            }
        }
        tags.doFinal(tag, 0);
        return tag;
    }

    private void apply(byte[] content, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            if (used == BLOCK_BYTES) {
                engine.next(block);
                used = 0;
            }
            int count = Math.min(BLOCK_BYTES - used, end - at);
            xor(content, at, used, count);
            at += count;
            used += count;
        }
    }

    private void xor(byte[] content, int offset, int from, int count) {
        int done = 0;
        for (; done + Long.BYTES <= count; done += Long.BYTES) {
            long covered = (long) LONGS.get(content, offset + done) ^ (long) LONGS.get(block, from + done);
            LONGS.set(content, offset + done, covered);
        }
        for (; done < count; done++) {
            content[offset + done] ^= block[from + done];
        }
    }

    /** BouncyCastle's engine, whose state is at hand here. */
    private static final class Engine extends XSalsa20Engine {
        private static final int KEY_AT = 1;
        private static final int REST_OF_KEY_AT = 11;
        private static final int HALF_KEY_WORDS = 4;
        private static final int COUNTER_AT = 6;

        Engine(byte[] key, byte[] prefix) {
            init(true, new ParametersWithIV(new KeyParameter(key), Arrays.copyOf(prefix, getNonceSize())));
        }

        byte[] derived() {
            ByteBuffer words = ByteBuffer.allocate(CurveKey.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < HALF_KEY_WORDS; i++) {
                words.putInt(i * Integer.BYTES, engineState[KEY_AT + i]);
                words.putInt((HALF_KEY_WORDS + i) * Integer.BYTES, engineState[REST_OF_KEY_AT + i]);
            }
            return words.array();
        }

        void begin(long counter) {
            // Bytes of a nonce in the order of the network, words of the engine in the other one.
            engineState[COUNTER_AT] = Integer.reverseBytes((int) (counter >>> Integer.SIZE));
            engineState[COUNTER_AT + 1] = Integer.reverseBytes((int) counter);
            resetCounter();
        }

        void next(byte[] target) {
            generateKeyStream(target);
            advanceCounter();
        }
    }
}
