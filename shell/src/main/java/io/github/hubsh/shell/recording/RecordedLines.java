package io.github.hubsh.shell.recording;

import org.jspecify.annotations.Nullable;

/** The lines of one recording, or of several as one. For one thread. */
public interface RecordedLines {
    /** Returns the header of the first file. */
    RecordingHeader header();

    /** Returns the name of the hub that sent the line that was read last. */
    String hubName();

    /**
     * Returns the next line; {@code null} at the end.
     *
     * @throws io.github.hubsh.shell.word.ShellException BAD_FILE
     */
    @Nullable
    RecordedLine next();
}
