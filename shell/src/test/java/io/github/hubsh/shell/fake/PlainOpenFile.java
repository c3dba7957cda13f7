package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.session.FileAccess;
import io.github.hubsh.shell.session.OpenFile;

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
    public void close() {
        closed = true;
    }
}
