package io.github.hubsh.shell.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one test went.
 *
 * @param file as it is short to read
 * @param path the names of the groups around it
 * @param reason why it was skipped, or what went wrong in a sentence; else empty
 * @param type the error's name, else empty
 * @param place file, line and column of what went wrong, or empty
 * @param excerpt the source line and a caret below, or nothing
 * @param calls the calls that led there, the innermost first; none where the place says it all
 * @param diff lines that differ
 * @param events what the test printed, and its messages and steps
 * @param attempts how often it was tried
 * @param line where it is registered, or 0
 * @param step the step in which it failed, or empty
 * @param earlier the attempts before the last, which failed
 */
public record TestResult(
        String file,
        List<String> path,
        String name,
        State state,
        Instant started,
        double seconds,
        String reason,
        String type,
        String place,
        List<String> excerpt,
        List<String> calls,
        @Nullable String expected,
        @Nullable String actual,
        List<String> diff,
        List<TestEvent> events,
        int attempts,
        int line,
        String step,
        List<TestResult> earlier) {
    /** How it ended. */
    public enum State {
        PASSED("✓", "passed"),
        /** An expectation did not hold. */
        FAILED("✗", "failed"),
        /** Something else went wrong. */
        ERROR("✗", "error"),
        SKIPPED("-", "skipped");

        private final String sign;
        private final String word;

        State(String sign, String word) {
            this.sign = sign;
            this.word = word;
        }

        public String sign() {
            return sign;
        }

        public String word() {
            return word;
        }
    }

    public boolean isBad() {
        return state == State.FAILED || state == State.ERROR;
    }

    /** Returns the name with those of its groups. */
    public String fullName() {
        return path.isEmpty() ? name : String.join(" › ", path) + " › " + name;
    }

    public boolean isSame(TestResult other) {
        return name.equals(other.name) && path.equals(other.path);
    }

    /** Returns the same test, skipped for that reason. */
    public TestResult because(String why) {
        return new TestResult(
                file, path, name, state, started, 0, why, "", "", excerpt, calls, null, null, diff, events, attempts,
                line, "", earlier);
    }

    /** Returns the same test with all that it did, also behind its failure. */
    public TestResult withEvents(List<TestEvent> all) {
        return new TestResult(
                file, path, name, state, started, seconds, reason, type, place, excerpt, calls, expected, actual, diff,
                all, attempts, line, step, earlier);
    }

    /** Returns what the test printed, and its messages and steps, as lines. */
    public List<String> output() {
        return events.stream().map(TestEvent::text).toList();
    }

    public String millis() {
        return Math.round(seconds * 1000) + " ms";
    }

    private List<String> excerpt(int width) {
        return excerpt.isEmpty() || excerpt.get(0).length() <= width
                ? excerpt
                : ReportText.excerpt(excerpt.get(0), excerpt.get(1).length() - 1, width);
    }

    /** Returns what went wrong, as people read it. */
    public List<String> failure() {
        return failure(Integer.MAX_VALUE);
    }

    /** As {@link #failure()}, with a source line that is no wider. */
    public List<String> failure(int width) {
        List<String> lines = new ArrayList<>();
        if (!place.isEmpty()) {
            lines.add(place);
        }
        excerpt(width - 2).forEach(each -> lines.add("  " + each));
        String prefix = state == State.ERROR && !type.isEmpty() && !reason.startsWith(type) ? type + ": " : "";
        (prefix + reason).lines().forEach(lines::add);
        diff.forEach(each -> lines.add("  " + each));
        if (!step.isEmpty()) {
            lines.add("in step: " + step);
        }
        calls.forEach(each -> lines.add("  " + each));
        return lines;
    }
}
