package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.FileEdges;
import io.github.hubsh.shell.session.io.OpenFile;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Real files in one folder, for what reads them by itself too. */
public record DiskFiles(Path directory) implements FileAccess {
    @Override
    public String text(String path) {
        try {
            return java.nio.file.Files.readString(directory.resolve(path));
        } catch (IOException missing) {
            throw new ShellException(Problem.BAD_FILE, "there is no file " + path);
        }
    }

    @Override
    public InputStream input(String path) {
        try {
            return java.nio.file.Files.newInputStream(directory.resolve(path));
        } catch (IOException missing) {
            throw new ShellException(Problem.BAD_FILE, "there is no file " + path);
        }
    }

    @Override
    public FileEdges edges(String path) {
        return java.nio.file.Files.exists(directory.resolve(path)) ? FileEdges.of(text(path)) : FileEdges.EMPTY;
    }

    @Override
    public void requireWritable(String path) {
        if (!java.nio.file.Files.isDirectory(
                directory.resolve(path).toAbsolutePath().getParent())) {
            throw new ShellException(Problem.BAD_FILE, "there is no directory for " + path);
        }
    }

    @Override
    public void write(String path, byte[] content, boolean append) {
        try {
            java.nio.file.Files.write(
                    directory.resolve(path),
                    content,
                    StandardOpenOption.CREATE,
                    append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        } catch (IOException failed) {
            throw new ShellException(Problem.BAD_FILE, "cannot write " + path, failed);
        }
    }

    @Override
    public OpenFile open(String path, boolean append) {
        return new PlainOpenFile(this, path, append);
    }
}
