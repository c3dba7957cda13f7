package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.FileEdges;
import io.github.hubsh.shell.session.io.OpenFile;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Files in memory; {@code -} is stdin. */
public final class FakeFiles implements FileAccess {
    private final Map<String, byte[]> contents = new HashMap<>();

    public FakeFiles with(String path, String text) {
        contents.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    @Override
    public String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    public byte[] bytes(String path) {
        byte[] content = contents.get(path);
        if (content == null) {
            throw new ShellException(Problem.BAD_FILE, "there is no file " + path);
        }
        return content.clone();
    }

    @Override
    public InputStream input(String path) {
        return new ByteArrayInputStream(bytes(path));
    }

    @Override
    public FileEdges edges(String path) {
        return contents.containsKey(path) ? FileEdges.of(text(path)) : FileEdges.EMPTY;
    }

    @Override
    public void requireWritable(String path) {
        if (path.startsWith("/nowhere/")) {
            throw new ShellException(Problem.BAD_FILE, "there is no directory /nowhere");
        }
    }

    @Override
    public void write(String path, byte[] content, boolean append) {
        byte[] before = append ? contents.getOrDefault(path, new byte[0]) : new byte[0];
        byte[] whole = Arrays.copyOf(before, before.length + content.length);
        System.arraycopy(content, 0, whole, before.length, content.length);
        contents.put(path, whole);
    }

    @Override
    public OpenFile open(String path, boolean append) {
        return new PlainOpenFile(this, path, append);
    }
}
