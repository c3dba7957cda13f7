package io.github.hubsh.shell.recording;

import io.github.hubsh.shell.session.OpenFile;
import io.github.hubsh.shell.word.ShellException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * One file of a recording, written in batches of whole lines. In gzip each batch is a whole member, so that a file
 * whose writer was killed can be read up to its last batch. A batch that does not fit on the disk is taken away again.
 * For one thread.
 */
final class RecordingOutput implements AutoCloseable {
    /** When so much waits, it is written. */
    static final int BATCH_BYTES = 256 << 10;

    private final OpenFile file;
    private final boolean gzip;

    // Mutable state
    private ByteArrayOutputStream batch = new ByteArrayOutputStream(1 << 10);
    private long size;

    /** Writes behind what the file has. */
    RecordingOutput(OpenFile file, boolean gzip) {
        this.file = file;
        this.gzip = gzip;
        this.size = file.size();
    }

    /** Adds a line, which waits for others. */
    void add(byte[] line) {
        batch.writeBytes(line);
    }

    boolean isFull() {
        return batch.size() >= BATCH_BYTES;
    }

    /** Returns how large the file is with what waits; in gzip, that counts when it is written. */
    long size() {
        return gzip ? size : size + batch.size();
    }

    /**
     * Writes what waits.
     *
     * @throws ShellException BAD_FILE; then the file has no part of it
     */
    void write() {
        if (batch.size() == 0) {
            return;
        }
        byte[] content = gzip ? member(batch.toByteArray()) : batch.toByteArray();
        try {
            file.write(content);
        } catch (ShellException failed) {
            takeBack(failed);
            throw failed;
        }
        size += content.length;
        if (batch.size() > 4 * BATCH_BYTES) {
            batch = new ByteArrayOutputStream(1 << 10);
        }
        batch.reset();
    }

    /** Closes the file without what waits. */
    @Override
    public void close() {
        file.close();
    }

    private void takeBack(ShellException failed) {
        try {
            file.truncate(size);
        } catch (ShellException worse) {
            // The reader leaves out a line, or a member, without its end.
            failed.addSuppressed(worse);
        }
    }

    private static byte[] member(byte[] lines) {
        ByteArrayOutputStream member = new ByteArrayOutputStream(lines.length / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(member)) {
            out.write(lines);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return member.toByteArray();
    }
}
