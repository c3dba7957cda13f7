package io.github.hubsh.shell.recording;

import io.github.hubsh.shell.session.io.OpenFile;
import io.github.hubsh.shell.word.ShellException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * One file of a recording, written in batches of whole lines. In gzip each batch is a whole member, so that a file
 * whose writer was killed can be read up to its last batch. Of a batch that does not fit on the disk the lines that do
 * are kept; in gzip, none. For one thread.
 */
final class RecordingOutput implements AutoCloseable {
    /** When so much waits, it is written. */
    static final int BATCH_BYTES = 256 << 10;

    private final OpenFile file;
    private final boolean gzip;

    // Mutable state
    private ByteArrayOutputStream batch = new ByteArrayOutputStream(1 << 10);
    private final List<Integer> messageEnds = new ArrayList<>();
    private long size;
    private long messages;

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

    /** Adds the line of a message. */
    void addMessage(byte[] line) {
        add(line);
        messageEnds.add(batch.size());
    }

    /** Returns how many messages it has written. */
    long messages() {
        return messages;
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
     * @throws ShellException BAD_FILE; then the file ends with a whole line all the same
     */
    void write() {
        if (batch.size() == 0) {
            return;
        }
        byte[] content = gzip ? member(batch.toByteArray()) : batch.toByteArray();
        try {
            file.write(content);
        } catch (ShellException failed) {
            keepWhole(content, failed);
            throw failed;
        }
        size += content.length;
        messages += messageEnds.size();
        messageEnds.clear();
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

    /** Takes away what is no whole line, or member. */
    private void keepWhole(byte[] content, ShellException failed) {
        int whole = gzip ? 0 : (int) Math.max(0, Math.min(content.length, file.size() - size));
        while (whole > 0 && content[whole - 1] != '\n') {
            whole--;
        }
        int kept = whole;
        messages += messageEnds.stream().filter(end -> end <= kept).count();
        try {
            file.truncate(size + whole);
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
