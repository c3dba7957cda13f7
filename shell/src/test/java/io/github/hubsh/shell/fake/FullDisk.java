package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.FileEdges;
import io.github.hubsh.shell.session.io.OpenFile;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.InputStream;
import java.util.Arrays;

/** Files on a disk that takes so many bytes more; of a text that does not fit, the beginning is written. */
public final class FullDisk implements FileAccess {
    private final FakeFiles files;
    private long room;

    public FullDisk(FakeFiles files, long room) {
        this.files = files;
        this.room = room;
    }

    @Override
    public OpenFile open(String path, boolean append) {
        OpenFile file = files.open(path, append);
        return new OpenFile() {
            @Override
            public void write(byte[] content) {
                int fits = (int) Math.min(room, content.length);
                room -= fits;
                file.write(Arrays.copyOf(content, fits));
                if (fits < content.length) {
                    throw new ShellException(Problem.BAD_FILE, "cannot write " + path + ": No space left on device");
                }
            }

            @Override
            public long size() {
                return file.size();
            }

            @Override
            public void truncate(long size) {
                file.truncate(size);
            }

            @Override
            public void close() {
                file.close();
            }
        };
    }

    @Override
    public String text(String path) {
        return files.text(path);
    }

    @Override
    public InputStream input(String path) {
        return files.input(path);
    }

    @Override
    public FileEdges edges(String path) {
        return files.edges(path);
    }

    @Override
    public void requireWritable(String path) {
        files.requireWritable(path);
    }

    @Override
    public void write(String path, byte[] content, boolean append) {
        files.write(path, content, append);
    }
}
