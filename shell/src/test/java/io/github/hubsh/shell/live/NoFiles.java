package io.github.hubsh.shell.live;

import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.FileEdges;
import io.github.hubsh.shell.session.io.OpenFile;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.InputStream;

/** A session without files. */
final class NoFiles implements FileAccess {
    @Override
    public String text(String path) {
        throw new ShellException(Problem.BAD_FILE, path);
    }

    @Override
    public InputStream input(String path) {
        throw new ShellException(Problem.BAD_FILE, path);
    }

    @Override
    public FileEdges edges(String path) {
        throw new ShellException(Problem.BAD_FILE, path);
    }

    @Override
    public void requireWritable(String path) {
        throw new IllegalStateException(path);
    }

    @Override
    public void write(String path, byte[] content, boolean append) {
        throw new IllegalStateException(path);
    }

    @Override
    public OpenFile open(String path, boolean append) {
        throw new IllegalStateException(path);
    }
}
