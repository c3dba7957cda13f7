package io.github.hubsh.shell.app;

import io.github.hubsh.shell.session.io.OpenFile;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A file of this machine that stays open. An interrupted thread can still write to it, unlike to a channel. */
final class LocalOpenFile implements OpenFile {
    private final String path;
    private final File file;
    private final FileOutputStream out;

    private LocalOpenFile(String path, File file, FileOutputStream out) {
        this.path = path;
        this.file = file;
        this.out = out;
    }

    /**
     * Opens a file. Declared with the interface, so that a one-shot that opens none need not load it.
     *
     * @param path as the user wrote it, for errors
     */
    static OpenFile of(String path, Path file, boolean append) {
        try {
            return new LocalOpenFile(path, file.toFile(), new FileOutputStream(file.toFile(), append));
        } catch (IOException failed) {
            throw wrong(path, failed);
        }
    }

    @Override
    public void write(byte[] content) {
        try {
            out.write(content);
        } catch (IOException failed) {
            throw wrong(path, failed);
        }
    }

    @Override
    public long size() {
        return file.isFile() ? file.length() : 0;
    }

    @Override
    public void truncate(long size) {
        if (!file.isFile()) {
            return;
        }
        try (RandomAccessFile content = new RandomAccessFile(file, "rw")) {
            content.setLength(Math.min(size, content.length()));
        } catch (IOException failed) {
            throw wrong(path, failed);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException failed) {
            throw wrong(path, failed);
        }
    }

    private static ShellException wrong(String path, IOException failed) {
        return new ShellException(Problem.BAD_FILE, "cannot write " + path + ": " + failed.getMessage(), failed);
    }
}
