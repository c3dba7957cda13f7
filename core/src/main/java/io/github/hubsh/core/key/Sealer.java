package io.github.hubsh.core.key;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * Seals and opens boxes where they stand, for nonces that differ in their last eight bytes only: then a part of the
 * work is done once. Not thread-safe.
 */
public final class Sealer {
    private final KeyStream stream;

    Sealer(KeyStream stream) {
        this.stream = stream;
    }

    /**
     * Seals what stands behind the place of its tag.
     *
     * @param counter the last eight bytes of the nonce
     * @param box from the position to the limit, which stay: room for the tag, and what is sealed
     */
    public void seal(long counter, ByteBuffer box) {
        ByteBuffer content = content(box);
        stream.begin(counter);
        stream.apply(content);
        box.put(box.position(), stream.tag(content));
    }

    /** Opens a box in the same way, if it was sealed with this key and nonce; if not, nothing is changed. */
    public boolean open(long counter, ByteBuffer box) {
        ByteBuffer content = content(box);
        stream.begin(counter);
        byte[] given = new byte[KeyStream.TAG_BYTES];
        box.get(box.position(), given);
        // This takes the same time for any wrong one.
        if (!MessageDigest.isEqual(stream.tag(content), given)) {
            return false;
        }
        stream.apply(content);
        return true;
    }

    private static ByteBuffer content(ByteBuffer box) {
        int start = box.position() + KeyStream.TAG_BYTES;
        return box.slice(start, box.limit() - start);
    }
}
