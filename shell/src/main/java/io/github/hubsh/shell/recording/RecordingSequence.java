package io.github.hubsh.shell.recording;

import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lines of several recordings, one file after the other: what a request in one of them leads to may stand in the
 * next. For one thread.
 */
public final class RecordingSequence implements RecordedLines, AutoCloseable {
    private final Deque<String> names;
    private final FileAccess files;
    private final boolean partsOnly;
    private final RecordingHeader header;
    private final List<String> cut = new ArrayList<>();

    // Mutable state
    private RecordingReader reader;
    private String name;

    private RecordingSequence(Deque<String> names, FileAccess files, boolean partsOnly) {
        this.names = names;
        this.files = files;
        this.partsOnly = partsOnly;
        this.name = names.remove();
        this.reader = open(name);
        this.header = reader.header();
    }

    /** Returns the names with the parts of each recording in the order in which they were written. */
    public static List<String> inOrder(Collection<String> names, FileAccess files) {
        return PartOrder.of(names, files);
    }

    /**
     * Opens the first one of several.
     *
     * @param names at least one; {@code -} is stdin
     * @throws io.github.hubsh.shell.word.ShellException BAD_FILE
     */
    public static RecordingSequence of(Collection<String> names, FileAccess files) {
        return new RecordingSequence(new ArrayDeque<>(inOrder(names, files)), files, false);
    }

    /**
     * Opens the first file of a recording that may have several parts; it ends where another recording begins.
     *
     * @param names of the files that are left, at least one; those of the recording are taken away while it is read
     * @throws io.github.hubsh.shell.word.ShellException BAD_FILE
     */
    public static RecordingSequence ofParts(Deque<String> names, FileAccess files) {
        return new RecordingSequence(names, files, true);
    }

    /**
     * Reads several as one, and warns of those whose end is missing.
     *
     * @param names at least one
     */
    public static <T> T read(List<Word> names, Session session, Function<RecordingSequence, T> use) {
        List<String> texts = names.stream().map(Word::text).toList();
        try (RecordingSequence recording = of(texts, session.io().files())) {
            T read = use.apply(recording);
            recording.warnOfCuts(session.io().display());
            return read;
        }
    }

    /** Returns the names of several files as one text. */
    public static String names(List<Word> files) {
        return files.stream().map(Word::text).collect(Collectors.joining(", "));
    }

    @Override
    public RecordingHeader header() {
        return header;
    }

    @Override
    public String hubName() {
        return reader.hubName();
    }

    /** Returns the name of the file that is read now. */
    public String name() {
        return name;
    }

    @Override
    public @Nullable RecordedLine next() {
        while (true) {
            RecordedLine line = reader.next();
            if (line != null) {
                return line;
            }
            if (reader.isCut() && !cut.contains(name)) {
                cut.add(name);
            }
            if (names.isEmpty() || (partsOnly && !isNextPart(names.element()))) {
                return null;
            }
            reader.close();
            name = names.remove();
            reader = open(name);
        }
    }

    /** Says of which files the end is missing, as far as they were read. */
    public void warnOfCuts(Display display) {
        cut.forEach(each -> display.say(MessageLevel.WARNING, "the end of " + each + " is missing"));
    }

    @Override
    public void close() {
        reader.close();
    }

    /** Stdin can be opened once, so it is always a recording of its own. */
    private boolean isNextPart(String path) {
        if (path.equals("-")) {
            return false;
        }
        try (RecordingReader next = open(path)) {
            return next.header().start().equals(header.start())
                    && next.header().part() > reader.header().part();
        }
    }

    private RecordingReader open(String path) {
        return new RecordingReader(path, files.input(path));
    }
}
