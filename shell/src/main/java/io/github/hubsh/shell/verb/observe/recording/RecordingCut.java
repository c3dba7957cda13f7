package io.github.hubsh.shell.verb.observe.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.shell.recording.LineWriter;
import io.github.hubsh.shell.recording.RecordedLine;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.recording.RecordingSequence;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.result.Outcome;
import java.io.ByteArrayOutputStream;

/** Writes the header of a recording and the lines that are wanted, as they stand. For one thread. */
final class RecordingCut {
    private static final int BATCH_BYTES = 64 << 10;

    private final RecordingChoice choice;
    private final Session session;
    private final ByteArrayOutputStream batch = new ByteArrayOutputStream();

    RecordingCut(RecordingChoice choice, Session session) {
        this.choice = choice;
        this.session = session;
    }

    void of(RecordingSequence recording) {
        ReadingProgress progress = new ReadingProgress(session.io().display());
        batch.writeBytes(LineWriter.line(recording.header()));
        int left = choice.count();
        try {
            for (RecordedLine line = recording.next(); line != null && left > 0; line = recording.next()) {
                progress.read(line, recording.name());
                if (choice.window().isOver(line.time())) {
                    break;
                }
                if (choice.wants(line)) {
                    write(line);
                    left -= line instanceof RecordedMessage ? 1 : 0;
                }
            }
        } finally {
            progress.end();
        }
        write();
    }

    private void write(RecordedLine line) {
        batch.writeBytes(line.line());
        batch.write('\n');
        if (batch.size() >= BATCH_BYTES) {
            write();
        }
    }

    private void write() {
        byte[] lines = batch.toByteArray();
        batch.reset();
        String look = new String(lines, UTF_8).stripTrailing();
        session.io().display().show(new Outcome.Binary(Bytes.wrapping(lines), look));
    }
}
