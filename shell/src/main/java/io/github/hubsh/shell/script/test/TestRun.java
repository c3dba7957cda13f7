package io.github.hubsh.shell.script.test;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.report.ReportText;
import io.github.hubsh.shell.report.TestEvent.Kind;
import io.github.hubsh.shell.report.TestResult;
import io.github.hubsh.shell.report.TestResult.State;
import io.github.hubsh.shell.script.ErrorDetails;
import io.github.hubsh.shell.script.Location;
import io.github.hubsh.shell.script.MessageJournal;
import io.github.hubsh.shell.script.Script;
import io.github.hubsh.shell.script.ScriptConsole;
import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One test while it runs: its time, what it prints, what it sends and receives. The journal may come from any thread.
 */
final class TestRun implements MessageJournal, ScriptConsole {
    private static final int MAX_REASON_LENGTH = 8000;
    private static final int MAX_DIFF_LINE_LENGTH = 500;
    private static final int MAX_MESSAGE_LENGTH = 1000;
    private static final int MAX_SOURCE_LENGTH = 160;
    private static final Pattern NAME = Pattern.compile("(thrown|\\w*Error): ");

    private final String file;
    private final List<String> path;
    private final String name;
    private final Script script;
    private final AtomicInteger attempts = new AtomicInteger(1);

    // Mutable state
    private final TestEvents events = new TestEvents();
    private final List<TestResult> earlier = new ArrayList<>(); // of the script's thread
    private volatile Instant started = Instant.now();
    private volatile long begun = System.nanoTime();
    private long ended;
    private volatile String registered = "";
    private volatile Problem cause = Problem.ASSERTION_FAILED;

    TestRun(String file, List<String> path, String name, Script script) {
        this.file = file;
        this.path = path;
        this.name = name;
        this.script = script;
    }

    String file() {
        return file;
    }

    boolean is(TestResult test) {
        return name.equals(test.name()) && path.equals(test.path());
    }

    void begin() {
        events.begin();
        started = Instant.now();
        begun = System.nanoTime();
        ended = 0;
        script.observe(this, this);
    }

    /** Sets the place of the test, for errors without a place of their own. */
    void registeredAt(String stack) {
        registered = stack;
    }

    /** Begins another attempt after one that failed. */
    void again(TestResult failed) {
        earlier.add(failed);
        attempts.incrementAndGet();
    }

    TestResult passed() {
        return result(State.PASSED, "", "", null, null);
    }

    /** Returns the result so far, while it still runs. From any thread. */
    TestResult unfinished() {
        ShellException stopped = ShellException.interrupted("the test was stopped before it had ended");
        return result(State.ERROR, stopped.text(), stopped.problem().kind(), stopped, null);
    }

    TestResult ended(Throwable failed) {
        ended = System.nanoTime();
        @Nullable ErrorDetails told = script.details(failed);
        ShellException known = script.failure(failed);
        cause = known.problem();
        State state = known.problem() == Problem.ASSERTION_FAILED ? State.FAILED : State.ERROR;
        String type = told == null || told.text("name").isEmpty() ? kind(known) : told.text("name");
        return result(state, told == null ? known.text() : told.reason(), type, known, told);
    }

    /** A file that cannot be loaded has the name of its error in the sentence only; what is thrown may be no error. */
    private static String kind(ShellException known) {
        Matcher name = known.problem() == Problem.SCRIPT_FAILED ? NAME.matcher(known.text()) : null;
        return name != null && name.lookingAt()
                ? name.group(1)
                : known.problem().kind();
    }

    /** Returns how it failed, with what its clean-up has printed and sent since, or why that failed. */
    TestResult tidied(TestResult failed) {
        return failed.withEvents(events.all());
    }

    /** Returns whether it failed because there is no hub: it was lost, or was never there. */
    boolean lacksHub() {
        return cause == Problem.HUB_LOST || cause == Problem.CANNOT_CONNECT;
    }

    /** Returns what it failed with. */
    Problem cause() {
        return cause;
    }

    @Override
    public void print(String level, String text) {
        boolean isStep = level.equals("step");
        String prefix = isStep || level.equals("log") ? "" : level + ": ";
        text.lines().forEach(line -> events.add(isStep ? Kind.STEP : Kind.OUTPUT, prefix + line));
    }

    @Override
    public void sent(String target, String command, @Nullable Object arguments) {
        events.add(Kind.SENT, "→ " + target + " " + command + " " + shown(arguments));
    }

    @Override
    public void came(String target, String command, @Nullable Object value, double millis) {
        String time = String.format(Locale.ROOT, " (%.1f ms)", millis);
        events.add(Kind.RECEIVED, "← " + target + " " + command + " " + shown(value) + time);
    }

    @Override
    public void failed(String target, String command, String message) {
        events.add(Kind.RECEIVED, "← " + target + " " + command + " failed: " + message);
    }

    private TestResult result(
            State state, String reason, String type, @Nullable ShellException known, @Nullable ErrorDetails told) {
        long end = ended == 0 ? System.nanoTime() : ended;
        Location at = known == null ? null : location(told);
        Place place = at == null ? null : script.place(at);
        if (place == null && known != null) {
            place = known.place();
        }
        Location test = script.location(registered);
        @Nullable String step = detail(told, "step");
        return new TestResult(
                file,
                path,
                name,
                state,
                started,
                (end - begun) / 1e9,
                ReportText.shortened(reason, MAX_REASON_LENGTH),
                type,
                at == null ? "" : script.shown(at),
                place == null ? List.of() : ReportText.excerpt(place.line(), place.offset(), MAX_SOURCE_LENGTH),
                known == null ? List.of() : known.calls(),
                detail(told, "expected"),
                detail(told, "actual"),
                diff(told),
                events.all(),
                attempts.get(),
                test == null ? 0 : test.line(),
                step == null ? "" : step,
                List.copyOf(earlier));
    }

    private static String shown(@Nullable Object value) {
        String json = Json.writeWithin(value, MAX_MESSAGE_LENGTH);
        return json != null ? json : Json.displayInside(value, MAX_MESSAGE_LENGTH);
    }

    private @Nullable Location location(@Nullable ErrorDetails told) {
        Location at = told == null ? null : script.location(told.text("stack"));
        return at == null ? script.location(registered) : at;
    }

    private static @Nullable String detail(@Nullable ErrorDetails told, String key) {
        return told != null
                        && told.details().get("details") instanceof java.util.Map<?, ?> details
                        && details.get(key) instanceof String text
                ? text
                : null;
    }

    private static List<String> diff(@Nullable ErrorDetails told) {
        List<String> lines = new ArrayList<>();
        if (told != null
                && told.details().get("details") instanceof java.util.Map<?, ?> details
                && details.get("diff") instanceof List<?> diff) {
            diff.forEach(line -> lines.add(ReportText.shortened(String.valueOf(line), MAX_DIFF_LINE_LENGTH)));
        }
        return lines;
    }
}
