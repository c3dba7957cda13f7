package io.github.hubsh.shell.recording;

import java.time.Duration;
import java.time.Instant;

/** A line of a recording behind its header: a message, or something that has happened meanwhile. */
public sealed interface RecordedLine permits RecordedMessage, RecordedEvent {
    /** Returns when it arrived at the recorder. */
    Instant time();

    /** Returns how long that was after the start of the recording. */
    Duration since();

    /** Returns it as it stands in the file, without its end. */
    byte[] line();
}
