package io.github.hubsh.shell.script;

import io.github.hubsh.shell.word.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts that errors point into: the files of a script, and what was typed. For one thread at a time. */
final class SourceTexts {
    private static final int MAX_TYPED = 100;

    private final ScriptEnvironment environment;
    private final Map<String, Typed> typed = new LinkedHashMap<>();

    /**
     * What was typed, and what was evaluated instead.
     *
     * @param shift how much further to the right things stand there in the first line
     */
    private record Typed(String text, int shift) {}

    SourceTexts(ScriptEnvironment environment) {
        this.environment = environment;
    }

    /** Takes what was typed; returns the name of it. */
    synchronized void type(String name, String text, int shift) {
        if (typed.size() >= MAX_TYPED) {
            typed.remove(typed.keySet().iterator().next());
        }
        typed.put(name, new Typed(text, shift));
    }

    /** Returns whether the place is in a file, or in what was typed and not in what we have put before it. */
    synchronized boolean has(Location at) {
        Typed text = typed.get(at.source());
        return text == null ? at.source().startsWith("/") : at.line() > 1 || at.column() > text.shift;
    }

    /** Returns how a message names a place; nothing for what was typed, for the caret shows that. */
    synchronized String at(Location at) {
        return typed.containsKey(at.source()) ? "" : " (at " + shown(at) + ")";
    }

    /** Returns file, line and column, as short to read as they can be. */
    synchronized String shown(Location at) {
        Typed text = typed.get(at.source());
        int shift = text != null && at.line() == 1 ? text.shift : 0;
        return environment.shown(at.source()) + ":" + at.line() + ":" + (at.column() - shift);
    }

    /** Returns the place, if there is such a line. */
    synchronized @Nullable Place place(Location at) {
        Typed text = typed.get(at.source());
        if (text != null) {
            int shift = at.line() == 1 ? text.shift : 0;
            return place(text.text, at.line(), at.column() - shift);
        }
        String line = line(at);
        return line == null ? null : new Place(line, Math.min(line.length(), at.column() - 1));
    }

    /** Returns the line of a file, or {@code null}. */
    @Nullable
    String line(Location at) {
        try {
            return Files.readAllLines(Path.of(at.source())).get(at.line() - 1);
        } catch (IOException | InvalidPathException | IndexOutOfBoundsException gone) {
            return null;
        }
    }

    private static @Nullable Place place(String text, int line, int column) {
        String[] lines = text.split("\n", -1);
        if (line > lines.length || column < 1) {
            return null;
        }
        String found = lines[line - 1];
        return new Place(found, Math.min(found.length(), column - 1));
    }
}
