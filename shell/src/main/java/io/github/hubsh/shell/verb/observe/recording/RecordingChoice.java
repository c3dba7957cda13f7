package io.github.hubsh.shell.verb.observe.recording;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.shell.recording.RecordedEvent;
import io.github.hubsh.shell.recording.RecordedLine;
import io.github.hubsh.shell.recording.RecordedMessage;
import io.github.hubsh.shell.recording.RecordingHeader;
import io.github.hubsh.shell.recording.TailFilter;
import io.github.hubsh.shell.recording.TimeWindow;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.result.ResultCondition;
import io.github.hubsh.shell.word.Word;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a recording are wanted.
 *
 * @param condition on what programs get of a message, or {@code null}
 */
record RecordingChoice(
        TimeWindow window, TailFilter filter, @Nullable ResultCondition condition, int count) {
    RecordingChoice(Arguments arguments, Session session, RecordingHeader header) {
        this(
                TimeWindow.of(arguments.word("--from"), arguments.word("--to"), header.start(), ZoneId.systemDefault()),
                TailFilter.of(arguments.text("--only"), arguments),
                condition(arguments.word("--where"), session),
                arguments.count("--count", Integer.MAX_VALUE));
    }

    private static @Nullable ResultCondition condition(@Nullable Word where, Session session) {
        return where == null ? null : session.language().condition(where);
    }

    /** Returns whether the line is wanted; what has happened beside messages is chosen by its time alone. */
    boolean wants(RecordedLine line) {
        if (!window.contains(line.time())) {
            return false;
        }
        return line instanceof RecordedEvent || (line instanceof RecordedMessage message && wants(message));
    }

    private boolean wants(RecordedMessage message) {
        return filter.accepts(message)
                && (condition == null || condition.holds(message.broadcast().facts(ContentData::decodeOrExplain)));
    }
}
