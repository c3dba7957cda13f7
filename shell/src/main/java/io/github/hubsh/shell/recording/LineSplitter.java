package io.github.hubsh.shell.recording;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The lines of a stream of bytes, as bytes; gzip is found by its first two bytes. For one thread. */
final class LineSplitter implements AutoCloseable {
    /** More than the longest message and its data need. */
    static final int MAX_LINE_BYTES = 256 << 20;

    private static final int BUFFER_BYTES = 64 << 10;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    // Mutable state
    private int from;
    private int to;
    private boolean cut;

    private LineSplitter(InputStream in) {
        this.in = in;
    }

    static LineSplitter of(InputStream in) throws IOException {
        PushbackInputStream begin = new UntilEnd(in);
        byte[] two = begin.readNBytes(2);
        begin.unread(two);
        boolean gzip = two.length == 2 && (two[0] & 0xff) == GZIP_FIRST && (two[1] & 0xff) == GZIP_SECOND;
        return new LineSplitter(gzip ? new GZIPInputStream(begin, BUFFER_BYTES) : begin);
    }

    /** Returns the next line without its end; {@code null} behind the last whole one. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream begun = null;
        while (true) {
            int end = indexOfEnd();
            if (end >= 0) {
                byte[] rest = Arrays.copyOfRange(buffer, from, end);
                from = end + 1;
                return begun == null ? rest : joined(begun, rest);
            }
            if (from < to) {
                begun = begun == null ? new ByteArrayOutputStream() : begun;
                begun.write(buffer, from, to - from);
                if (begun.size() > MAX_LINE_BYTES) {
                    throw new IOException("a line of more than " + (MAX_LINE_BYTES >> 20) + " MB");
                }
            }
            if (!fill()) {
                cut |= begun != null;
                return null;
            }
        }
    }

    boolean isCut() {
        return cut;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int indexOfEnd() {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = 0;
        try {
            int read = in.read(buffer);
            to = Math.max(0, read);
            return read > 0;
        } catch (EOFException | ZipException endsWithinMember) {
            cut = true;
            return false;
        }
    }

    /**
     * Whether another member follows, gzip asks {@code available}: a pipe, which waits for its writer, would seem to be
     * at its end.
     */
    private static final class UntilEnd extends PushbackInputStream {
        UntilEnd(InputStream in) {
            super(in, 2);
        }

        @Override
        public int available() throws IOException {
            int available = super.available();
            if (available > 0) {
                return available;
            }
            int next = read();
            if (next < 0) {
                return 0;
            }
            unread(next);
            return 1;
        }
    }

    private static byte[] joined(ByteArrayOutputStream begun, byte[] rest) {
        begun.writeBytes(rest);
        return begun.toByteArray();
    }
}
