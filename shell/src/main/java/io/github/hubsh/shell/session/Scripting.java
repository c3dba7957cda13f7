package io.github.hubsh.shell.session;

import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
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
     * @param passWithNoTests whether a run in which no test runs has passed
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
            boolean passWithNoTests) {
        /** The file of a report that goes to stdout. */
        public static final String STDOUT = "-";

        /** Returns whether a report goes to stdout, so that nothing else may. */
        public boolean reportsToStdout() {
            return STDOUT.equals(junit) || STDOUT.equals(tap) || STDOUT.equals(json);
        }
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
     * @throws ShellException ASSERTION_FAILED if a test did not pass; HUB_LOST if one failed for that; INTERRUPTED
     */
    Outcome test(List<String> files, TestPlan plan, Limits limits, Session session);

    /** Serves a plugin whose commands are a file's exports; without a file, one that answers with its arguments. */
    Outcome serve(String name, @Nullable String file, @Nullable Duration time, Limits limits, Session session);

    /** Returns the language of the {@code js>} prompt. */
    PromptLanguage dialect();

    /** Stops everything. */
    @Override
    void close();
}
