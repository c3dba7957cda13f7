package io.github.hubsh.shell.verb.observe.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.recording.compare.Difference;
import io.github.hubsh.shell.recording.replay.ComparedReply;
import io.github.hubsh.shell.report.JsonReport;
import io.github.hubsh.shell.report.JunitReport;
import io.github.hubsh.shell.report.TestResult;
import io.github.hubsh.shell.report.TestResult.State;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.verb.observe.CommandLines;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reports of a replay in files: each recording is a suite, each request a test. For the thread that replays. */
final class CheckFileReports {
    private static final int MAX_TESTS = 100_000;
    private static final int MAX_NAME_LENGTH = 120;

    private final Session session;
    private final @Nullable String junit;
    private final @Nullable String json;
    private final Instant started = Instant.now();
    private final List<TestResult> results = new ArrayList<>();

    // Mutable state
    private String file = "";
    private long left;

    private CheckFileReports(Session session, @Nullable String junit, @Nullable String json) {
        this.session = session;
        this.junit = junit;
        this.json = json;
    }

    /** Finds out before anything is sent whether the reports can be written. */
    static CheckFileReports of(ReplayOptions options, Session session) {
        return new CheckFileReports(
                session, writable("--report-junit", options, session), writable("--report-json", options, session));
    }

    void begin(String recording) {
        file = recording;
    }

    void add(ReplayedRequest request, ComparedReply reply) {
        if (junit == null && json == null) {
            return;
        } else if (results.size() >= MAX_TESTS) {
            left++;
        } else {
            results.add(result(request, reply));
        }
    }

    void write(Duration took) {
        double seconds = took.toNanos() / 1e9;
        if (junit != null) {
            session.io()
                    .files()
                    .write(junit, JunitReport.of(results, started, seconds).getBytes(UTF_8), false);
        }
        if (json != null) {
            session.io()
                    .files()
                    .write(json, JsonReport.of(results, started, seconds).getBytes(UTF_8), false);
        }
        if (left > 0) {
            session.io()
                    .display()
                    .say(
                            MessageLevel.WARNING,
                            "the reports hold the first " + MAX_TESTS + " requests; " + left + " more were compared");
        }
    }

    private TestResult result(ReplayedRequest request, ComparedReply reply) {
        State state = switch (reply.verdict()) {
            case SAME -> State.PASSED;
            case DIFFERENT -> State.FAILED;
            case MISSING -> State.ERROR;
            case UNRECORDED -> State.SKIPPED;
        };
        List<String> differences = reply.differences().stream()
                .map(each -> CheckRows.text(request, each))
                .toList();
        Difference first =
                reply.differences().isEmpty() ? null : reply.differences().get(0);
        String reason = state == State.SKIPPED ? "no reply was recorded" : first == null ? "" : differences.get(0);
        return new TestResult(
                file,
                List.of(request.request().target()),
                name(request),
                state,
                request.started(),
                request.took().toNanos() / 1e9,
                reason,
                first == null ? "" : state == State.ERROR ? "MissingReply" : "Difference",
                "",
                List.of(),
                List.of(),
                first == null ? null : Json.write(first.recorded()),
                first == null ? null : Json.write(first.now()),
                differences,
                List.of(),
                1,
                0,
                "",
                List.of());
    }

    /**
     * As it was recorded, so that it is the same in each run. The number makes it distinct, and finds the request in
     * the list of {@code --dry-run}.
     */
    private String name(ReplayedRequest request) {
        String start = "execute " + request.planned().message().header().target() + " ";
        String line = CommandLines.line(request.planned().message(), session.language());
        String command = line.startsWith(start)
                ? line.substring(start.length())
                : request.request().command();
        String shortened = command.length() <= MAX_NAME_LENGTH ? command : command.substring(0, MAX_NAME_LENGTH) + "…";
        return request.number() + " " + shortened;
    }

    private static @Nullable String writable(String option, ReplayOptions options, Session session) {
        Word word = options.arguments().word(option);
        if (word == null) {
            return null;
        }
        try {
            session.io().files().requireWritable(word.text());
        } catch (ShellException unwritable) {
            throw unwritable.pointing(word.place(0));
        }
        return word.text();
    }
}
