package io.github.hubsh.shell.verb.observe.recording;

import io.github.hubsh.shell.recording.RecordedEvent;
import io.github.hubsh.shell.recording.RecordedLine;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.recording.RecordingSequence;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.io.OutputBatch;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.verb.observe.TailListener;

/** Shows the messages of a recording as {@code tail} shows broadcasts. */
final class RecordingShow {
    private final RecordingChoice choice;
    private final TailListener listener;
    private final Display display;

    RecordingShow(RecordingChoice choice, Arguments arguments, Session session) {
        this.choice = choice;
        this.listener = new TailListener(choice.filter(), choice.condition(), arguments, session);
        this.display = session.io().display();
    }

    void of(RecordingSequence recording) {
        ReadingProgress progress = new ReadingProgress(display);
        int left = choice.count();
        try (OutputBatch batch = display.batch()) {
            for (RecordedLine line = recording.next(); line != null && left > 0; line = recording.next()) {
                progress.read(line, recording.name());
                if (choice.window().isOver(line.time())) {
                    break;
                }
                if (choice.window().contains(line.time())) {
                    left -= show(line);
                }
            }
            if (left > 0) {
                listener.end();
            }
            batch.write();
        } finally {
            progress.end();
        }
    }

    private int show(RecordedLine line) {
        if (line instanceof RecordedMessage message) {
            return listener.recorded(message);
        } else if (line instanceof RecordedEvent event) {
            happened(event);
        }
        return 0;
    }

    /** To programs as tail does it; to people in words. */
    private void happened(RecordedEvent event) {
        if (display.wantsJson()) {
            display.show(Outcome.value(event.shown()));
        } else {
            display.say(MessageLevel.WARNING, event.time() + ": " + event.sentence());
        }
    }
}
