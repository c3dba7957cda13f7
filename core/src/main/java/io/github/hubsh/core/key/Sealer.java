package io.github.hubsh.core.key;

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
     * @param box gets the tag at the offset; what is sealed follows it
     * @param length of what is sealed, in bytes
     */
    public void seal(long counter, byte[] box, int offset, int length) {
        stream.begin(counter);
        stream.apply(box, offset + KeyStream.TAG_BYTES, length);
        stream.writeTag(box, offset, length);
    }

    /** Opens a box in the same way, if it was sealed with this key and nonce; if not, nothing is changed. */
    public boolean open(long counter, byte[] box, int offset, int length) {
        stream.begin(counter);
        if (!stream.hasTag(box, offset, length)) {
            return false;
        }
        stream.apply(box, offset + KeyStream.TAG_BYTES, length);
        return true;
    }
}
