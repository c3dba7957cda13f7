package io.github.hubsh.shell.verb.observe.replay;

import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.recording.NamePattern;
import io.github.hubsh.shell.recording.PlaybackSpeed;
import io.github.hubsh.shell.recording.RecordingHeader;
import io.github.hubsh.shell.recording.TimeSpan;
import io.github.hubsh.shell.recording.compare.IgnoredPath;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.word.Scalar;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a recording is to be replayed.
 *
 * @param remap the names of plugins, and those that get their requests
 */
record ReplayOptions(
        Arguments arguments, List<NamePattern> only, Map<String, String> remap, PlaybackSpeed speed, Duration timeout) {
    static ReplayOptions of(Arguments arguments, Session session) {
        requireComparison(arguments);
        Duration timeout = arguments.duration("--timeout");
        return new ReplayOptions(
                arguments,
                arguments.all("--only").stream()
                        .map(word -> new NamePattern(word.text()))
                        .toList(),
                remap(arguments.all("--remap")),
                PlaybackSpeed.of(arguments.word("--speed")),
                timeout == null ? session.hub().settings().timeout() : timeout);
    }

    /** Returns the part of a recording that is wanted. */
    TimeSpan span(RecordingHeader header) {
        return new TimeSpan(
                moment(arguments.word("--from"), "--from", header), moment(arguments.word("--to"), "--to", header));
    }

    /** Returns what is not compared. */
    List<IgnoredPath> ignored() {
        List<IgnoredPath> ignored = new ArrayList<>();
        for (Word word : arguments.all("--ignore")) {
            try {
                ignored.addAll(IgnoredPath.parseAll(word.text()));
            } catch (ContentException wrong) {
                throw ShellException.at(word.place(0), String.valueOf(wrong.getMessage()));
            }
        }
        return ignored;
    }

    /** Returns how far numbers may be off; 0 for not at all. */
    double tolerance() {
        Word word = arguments.word("--tol");
        Object number = word == null ? 0L : Scalar.of(word.text());
        double value = number instanceof Number given ? given.doubleValue() : -1;
        if (word != null && !(value >= 0 && Double.isFinite(value))) {
            throw ShellException.at(
                    word.place(0), "expected a number such as 0.05 for --tol, found '" + word.text() + "'");
        }
        return value;
    }

    boolean has(String option) {
        return arguments.has(option);
    }

    /** An option that has no effect would look as if it had one. */
    private static void requireComparison(Arguments arguments) {
        boolean compares = arguments.has("--verify") || arguments.has("--learn");
        for (String option : List.of("--ignore", "--tol", "--report-junit", "--report-json")) {
            Word word = arguments.word(option);
            if (word != null && !compares) {
                throw ShellException.at(word.place(0), "expected --verify with " + option);
            }
        }
    }

    private static @Nullable Instant moment(@Nullable Word word, String option, RecordingHeader header) {
        Instant moment = word == null ? null : TimeSpan.moment(word.text(), header.start());
        if (word != null && moment == null) {
            throw ShellException.at(
                    word.place(0),
                    "expected a time since the start such as 90s, or one such as 2024-01-31T10:00:00, for " + option
                            + ", found '" + word.text() + "'");
        }
        return moment;
    }

    private static Map<String, String> remap(List<Word> words) {
        Map<String, String> remap = new LinkedHashMap<>();
        for (Word word : words) {
            int equals = word.text().indexOf('=');
            if (equals < 1 || equals == word.text().length() - 1) {
                throw ShellException.at(word.place(0), "expected old=new for --remap, found '" + word.text() + "'");
            }
            remap.put(word.text().substring(0, equals), word.text().substring(equals + 1));
        }
        return remap;
    }
}
