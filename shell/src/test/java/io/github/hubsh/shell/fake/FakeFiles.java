package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.session.FileAccess;
import io.github.hubsh.shell.session.FileEdges;
import io.github.hubsh.shell.session.OpenFile;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Files in memory; {@code -} is stdin. */
public final class FakeFiles implements FileAccess {
    private final Map<String, String> texts = new HashMap<>();

    public FakeFiles with(String path, String text) {
        texts.put(path, text);
        return this;
    }

    @Override
    public String text(String path) {
        String text = texts.get(path);
        if (text == null) {
            throw new ShellException(Problem.BAD_FILE, "there is no file " + path);
        }
        return text;
    }

    @Override
    public byte[] bytes(String path) {
        return text(path).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public FileEdges edges(String path) {
        return FileEdges.of(texts.getOrDefault(path, ""));
    }

    @Override
    public void requireWritable(String path) {
        if (path.startsWith("/nowhere/")) {
            throw new ShellException(Problem.BAD_FILE, "there is no directory /nowhere");
        }
    }

    @Override
    public void write(String path, String text, boolean append) {
        texts.merge(path, text, (old, added) -> append ? old + added : added);
    }

    @Override
    public OpenFile open(String path, boolean append) {
        return new PlainOpenFile(this, path, append);
    }
}
