package io.github.hubsh.shell.script.sandbox;

import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.FileEdges;
import io.github.hubsh.shell.session.io.OpenFile;
import java.io.InputStream;

/** The files that a script may read and write; each is used by its real path, so that no link leads elsewhere. */
record SandboxFiles(FileAccess files, Permissions permissions) implements FileAccess {
    private static final String STDIN = "-";

    @Override
    public String text(String path) {
        return files.text(readable(path));
    }

    @Override
    public InputStream input(String path) {
        return files.input(readable(path));
    }

    /** The edges of a file are read in order to write it. */
    @Override
    public FileEdges edges(String path) {
        return files.edges(writable(path));
    }

    @Override
    public void requireWritable(String path) {
        files.requireWritable(writable(path));
    }

    @Override
    public void write(String path, byte[] content, boolean append) {
        files.write(writable(path), content, append);
    }

    @Override
    public OpenFile open(String path, boolean append) {
        return files.open(writable(path), append);
    }

    private String readable(String path) {
        if (path.equals(STDIN)) {
            throw Permissions.refused("read stdin");
        }
        return permissions.readable(path).toString();
    }

    private String writable(String path) {
        return permissions.writable(path).toString();
    }
}
