package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.OpenFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Writes each text by itself. */
final class PlainOpenFile implements OpenFile {
    private final FileAccess files;
    private final String path;

    // Mutable state
    private boolean closed;

    PlainOpenFile(FileAccess files, String path, boolean append) {
        this.files = files;
        this.path = path;
        files.write(path, new byte[0], append);
    }

    @Override
    public void write(byte[] content) {
        if (closed) {
            throw new IllegalStateException(path + " is closed");
        }
        files.write(path, content, true);
    }

    @Override
    public long size() {
        return content().length;
    }

    @Override
    public void truncate(long size) {
        files.write(path, Arrays.copyOf(content(), (int) Math.min(size, size())), false);
    }

    private byte[] content() {
        try (InputStream in = files.input(path)) {
            return in.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
