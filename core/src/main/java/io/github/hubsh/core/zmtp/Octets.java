package io.github.hubsh.core.zmtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes as a value: immutable, compared by content. Identities, subscriptions, and what a machine wants written. */
public final class Octets {
    public static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] content;

    private Octets(byte[] content) {
        this.content = content;
    }

    /** Returns a copy. */
    public static Octets of(byte... content) {
        return new Octets(content.clone());
    }

    /** Returns the text in UTF-8. */
    public static Octets ofText(String text) {
        return new Octets(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #of}, without a copy: the caller has made the array and does not change it later. */
    static Octets wrapping(byte[] content) {
        return new Octets(content);
    }

    public int size() {
        return content.length;
    }

    public boolean isEmpty() {
        return content.length == 0;
    }

    /** Returns the octet at an index, 0 to 255. */
    public int get(int index) {
        return content[index] & 0xFF;
    }

    /** Returns some of the octets. */
    Octets slice(int from, int length) {
        return new Octets(Arrays.copyOfRange(content, from, from + length));
    }

    /** Returns these octets and others behind them. */
    Octets followedBy(Octets others) {
        if (isEmpty() || others.isEmpty()) {
            return isEmpty() ? others : this;
        }
        byte[] both = Arrays.copyOf(content, content.length + others.content.length);
        System.arraycopy(others.content, 0, both, content.length, others.content.length);
        return new Octets(both);
    }

    /** Returns the first octets. */
    public Octets prefix(int length) {
        return slice(0, length);
    }

    /** Returns a read-only view. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(content).asReadOnlyBuffer();
    }

    /** Returns a copy. */
    public byte[] toArray() {
        return content.clone();
    }

    /** Returns them as UTF-8; what is none becomes a replacement character. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** Appends the octets to a buffer. */
    public void writeTo(ByteBuffer target) {
        target.put(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && Arrays.equals(content, octets.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Returns the octets as printable text, for logs and errors. */
    @Override
    public String toString() {
        return PrintableText.of(content);
    }
}
