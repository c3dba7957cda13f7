package io.github.hubsh.shell.recording;

import io.github.hubsh.shell.session.io.FileAccess;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of several recordings, one file after the other. For one thread. */
public final class RecordingSequence implements AutoCloseable {
    private final Iterator<String> names;
    private final FileAccess files;
    private final RecordingHeader header;

    // Mutable state
    private RecordingReader reader;
    private String name;

    /**
     * Opens the first one.
     *
     * @param names at least one; {@code -} is stdin
     * @throws io.github.hubsh.shell.word.ShellException BAD_FILE
     */
    public RecordingSequence(List<String> names, FileAccess files) {
        this.names = names.iterator();
        this.files = files;
        this.name = this.names.next();
        this.reader = open(name);
        this.header = reader.header();
    }

    /** Returns the header of the first file. */
    public RecordingHeader header() {
        return header;
    }

    /** Returns the name of the file that is read now. */
    public String name() {
        return name;
    }

    /** Returns the next line; {@code null} behind the last file. Throws as {@link RecordingReader#next}. */
    public @Nullable RecordedLine next() {
        while (true) {
            RecordedLine line = reader.next();
            if (line != null || !names.hasNext()) {
                return line;
            }
            reader.close();
            name = names.next();
            reader = open(name);
        }
    }

    @Override
    public void close() {
        reader.close();
    }

    private RecordingReader open(String path) {
        return new RecordingReader(path, files.input(path));
    }
}
