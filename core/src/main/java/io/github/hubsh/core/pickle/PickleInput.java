package io.github.hubsh.core.pickle;

import io.github.hubsh.core.value.ContentException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a pickle, read forward; numbers are little-endian. Every read past the end is an error. One thread. */
final class PickleInput {
    private final byte[] whole;
    private final ByteBuffer bytes;

    PickleInput(byte[] bytes) {
        this.whole = bytes;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    int position() {
        return bytes.position();
    }

    boolean atEnd() {
        return !bytes.hasRemaining();
    }

    int unsignedByte() throws ContentException {
        need(1);
        return Byte.toUnsignedInt(bytes.get());
    }

    int unsignedShort() throws ContentException {
        need(2);
        return Short.toUnsignedInt(bytes.getShort());
    }

    int signedInt() throws ContentException {
        need(4);
        return bytes.getInt();
    }

    long unsignedInt() throws ContentException {
        return Integer.toUnsignedLong(signedInt());
    }

    double bigEndianDouble() throws ContentException {
        need(8);
        return Double.longBitsToDouble(Long.reverseBytes(bytes.getLong()));
    }

    /** Returns a length of eight bytes; one that reads as negative is past any end, and is refused as such. */
    long length() throws ContentException {
        need(8);
        return bytes.getLong();
    }

    /** Refuses a length that the rest of the input cannot hold, before anything is allocated for it. */
    void need(long count) throws ContentException {
        if (count < 0 || count > bytes.remaining()) {
            throw new ContentException(
                    "needs " + Long.toUnsignedString(count) + " bytes, " + bytes.remaining() + " are left");
        }
    }

    byte[] take(long count) throws ContentException {
        need(count);
        byte[] taken = new byte[(int) count];
        bytes.get(taken);
        return taken;
    }

    /**
     * Returns so many bytes as text; without a copy of them where they are plain UTF-8, for an array may be written so.
     */
    String text(long count) throws ContentException {
        need(count);
        String plain = PythonText.plain(whole, bytes.position(), (int) count);
        if (plain == null) {
            return PythonText.decode(take(count));
        }
        bytes.position(bytes.position() + (int) count);
        return plain;
    }

    /** Returns the bytes up to the next line feed, and steps over it. */
    byte[] line() throws ContentException {
        byte[] all = whole;
        int end = bytes.position();
        while (end < all.length && all[end] != '\n') {
            end++;
        }
        if (end == all.length) {
            throw new ContentException("needs a line, no line feed is left");
        }
        byte[] line = Arrays.copyOfRange(all, bytes.position(), end);
        bytes.position(end + 1);
        return line;
    }

    /** Returns a line that holds a number, without white space around it. */
    String asciiLine() throws ContentException {
        return new String(line(), StandardCharsets.ISO_8859_1).strip();
    }
}
