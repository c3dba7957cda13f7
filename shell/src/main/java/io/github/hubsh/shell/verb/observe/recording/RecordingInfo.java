package io.github.hubsh.shell.verb.observe.recording;

import io.github.hubsh.shell.recording.RecordedLine;
import io.github.hubsh.shell.recording.RecordingReader;
import io.github.hubsh.shell.recording.RecordingStatistics;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.result.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what is in recordings: a row for each and one for all of several, or one for each command. */
final class RecordingInfo {
    static final String COMMANDS = "--commands";

    private final Arguments arguments;
    private final Session session;
    private final ReadingProgress progress;
    private final List<RecordingStatistics> counted = new ArrayList<>();

    // Mutable state
    private @Nullable RecordingStatistics all;

    RecordingInfo(Arguments arguments, Session session) {
        this.arguments = arguments;
        this.session = session;
        this.progress = new ReadingProgress(session.io().display());
    }

    Outcome of(List<String> names) {
        try {
            for (String name : names) {
                count(name, names.size() > 1);
            }
        } finally {
            progress.end();
        }
        for (RecordingStatistics each : counted) {
            if (!each.gaps().isEmpty()) {
                session.io().display().say(MessageLevel.NOTE, each.gaps());
            }
        }
        if (all != null) {
            counted.add(all);
        }
        if (arguments.has(COMMANDS)) {
            return Outcome.value(counted.get(counted.size() - 1).commandRows());
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        counted.forEach(each -> rows.add(each.row()));
        return Outcome.value(rows);
    }

    private void count(String name, boolean ofSeveral) {
        try (RecordingReader reader =
                new RecordingReader(name, session.io().files().input(name))) {
            Instant start = reader.header().start();
            RecordingChoice choice = new RecordingChoice(arguments, session, reader.header());
            RecordingStatistics statistics = new RecordingStatistics(name, start);
            counted.add(statistics);
            if (all == null && ofSeveral) {
                all = new RecordingStatistics("(all)", start);
            }
            for (RecordedLine line = reader.next(); line != null; line = reader.next()) {
                progress.read(line, name);
                if (choice.wants(line)) {
                    take(line, statistics);
                }
            }
            if (reader.isCut()) {
                statistics.cut();
            }
        }
    }

    private void take(RecordedLine line, RecordingStatistics statistics) {
        statistics.take(line);
        if (all != null) {
            all.take(line);
        }
    }
}
