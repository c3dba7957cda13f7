package io.github.hubsh.shell.session;

import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs JavaScript; room {@code script} does. Every method may be called from any thread, runs the script in a thread of
 * its own, waits for it, and stops it where the caller is interrupted.
 *
 * <p>A script can never touch Java, files, the environment or the network, except for what its {@link Limits} and the
 * session allow.
 */
public interface Scripting extends AutoCloseable {
    /**
     * What a script may do.
     *
     * @param timeout after which it is stopped, or {@code null} for never
     * @param readable folders whose files it may read
     * @param writable folders in which it may write files
     * @param rights what else it may do
     */
    record Limits(@Nullable Duration timeout, List<Path> readable, List<Path> writable, Set<Right> rights) {
        public static final Limits STRICT = new Limits(null, List.of(), List.of(), Set.of());

        public Limits {
            rights = Set.copyOf(rights);
        }

        /** Returns the same limits with another timeout. */
        public Limits within(@Nullable Duration other) {
            return new Limits(other, readable, writable, rights);
        }

        /** Whether this allows no more than {@link #STRICT} does, whatever the timeout. */
        public boolean isStrict() {
            return readable.isEmpty() && writable.isEmpty() && rights.isEmpty();
        }

        public boolean may(Right right) {
            return rights.contains(right);
        }
    }

    /** What a script may do if its options say so. */
    enum Right {
        /** See the environment. */
        ENVIRONMENT,
        /** Run commands of the operating system, in lines of the shell. */
        COMMANDS
    }

    /**
     * What a run of tests is to be like.
     *
     * @param filter a regular expression that the names of the tests must match, or {@code null}
     * @param retries how often a test that failed is tried again
     * @param bail whether the first failure ends the run
     * @param parallel how many files run at once
     * @param patience how long a test may take unless it says so itself
     * @param junit where the report in JUnit's XML goes, or {@code null}
     * @param tap where the report in TAP goes, or {@code null}
     * @param json where the report in JSON goes, or {@code null}
     * @param html where the page for people goes, or {@code null}
     * @param modes what else the run does
     */
    record TestPlan(
            @Nullable String filter,
            int retries,
            boolean bail,
            int parallel,
            Duration patience,
            @Nullable String junit,
            @Nullable String tap,
            @Nullable String json,
            @Nullable String html,
            Set<TestMode> modes) {
        /** The file of a report that goes to stdout. */
        public static final String STDOUT = "-";

        public TestPlan {
            modes = Set.copyOf(modes);
        }

        public boolean does(TestMode mode) {
            return modes.contains(mode);
        }

        /** Returns whether a report goes to stdout, so that nothing else may. */
        public boolean reportsToStdout() {
            return Stream.of(junit, tap, json, html).anyMatch(STDOUT::equals);
        }

        /** Returns the files that the run writes. */
        public List<String> reportFiles() {
            return Stream.of(junit, tap, json, html)
                    .filter(file -> file != null && !file.equals(STDOUT))
                    .map(String::valueOf)
                    .toList();
        }
    }

    /** What a run of tests does beside running them. */
    enum TestMode {
        /** Pass though no test runs. */
        PASS_WITH_NO_TESTS,
        /** Write the snapshots as they are now. */
        UPDATE_SNAPSHOTS,
        /** Run again whenever a file changes, until it is stopped. */
        WATCH,
        /** Print each failure as GitHub's workflows read it. */
        GITHUB_ANNOTATIONS
    }

    /**
     * Evaluates code in the JavaScript of the shell, whose variables are the session's: the next evaluation sees what
     * this one defines.
     *
     * @return its value; {@link Outcome#NOTHING} for {@code undefined}
     * @throws ShellException SCRIPT_FAILED and all errors of the hub's calls, TIMEOUT, INTERRUPTED
     */
    Outcome evaluate(String code, Limits limits, Session session);

    /** Runs a file as a module, until nothing is pending; gives what it exports as its default. */
    Outcome run(String file, List<String> arguments, Limits limits, Session session);

    /**
     * Runs files of tests and shows how they go.
     *
     * @param files files, and folders in which test files are looked for; none for the current folder
     * @throws ShellException ASSERTION_FAILED if a test did not pass; HUB_LOST or CANNOT_CONNECT if one failed for
     *     that; INTERRUPTED
     */
    Outcome test(List<String> files, TestPlan plan, Limits limits, Session session);

    /** Serves a plugin whose commands are a file's exports; without a file, one that answers with its arguments. */
    Outcome serve(String name, @Nullable String file, @Nullable Duration time, Limits limits, Session session);

    /** Returns the language of the {@code js>} prompt. */
    PromptLanguage dialect(Session session);

    /** Stops everything. */
    @Override
    void close();
}
