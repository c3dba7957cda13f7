package io.github.hubsh.core.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * Tools that a test needs and a user's machine may lack. There the test is skipped and says what to install; where
 * {@code CI} is set it fails instead, because a test that never runs proves nothing.
 */
public final class Requires {
    private Requires() {}

    /**
     * A Python 3 that has pyzmq.
     *
     * @return its program
     */
    public static String python() {
        Optional<String> python = Tools.python();
        require(python.isPresent(), "Python 3 with pyzmq (Debian: apt install python3-zmq)");
        return python.orElseThrow();
    }

    /** A Python 3 that has pyzmq, numpy and pandas. */
    public static void pandas() {
        require(Tools.pandas().isPresent(), "Python 3 with numpy and pandas (Debian: apt install python3-pandas)");
    }

    /** A tmux that can start a program without a shell. */
    public static void tmux() {
        require(Tools.runs("tmux", "-V"), "tmux (Debian: apt install tmux)");
    }

    /** A server of NATS. */
    public static void nats() {
        require(Tools.runs(NatsServer.PROGRAM, "--version"), "nats-server (Debian: apt install nats-server)");
    }

    /** What gives a process a root of its own. Not every system allows that: it may be missing in CI as well. */
    public static void emptyRoot() {
        wish(
                Tools.runs("unshare", "-rm", "mount", "--rbind", "/proc", "/proc"),
                "unshare that may mount (Ubuntu: sysctl kernel.apparmor_restrict_unprivileged_userns=0)");
    }

    /** A file that another command makes. It may be missing in CI as well. */
    public static void file(Path file, String command) {
        wish(Files.exists(file), file.getFileName() + " (" + command + ")");
    }

    /** Another shell than ours, for its completion. It may be missing in CI as well: bash has the same tests. */
    public static void shell(String program) {
        wish(Tools.runs(program, "--version"), program + " (Debian: apt install " + program + ")");
    }

    /** What makes a locale, and the descriptions it makes them of. */
    public static void localedef() {
        boolean described = Files.isReadable(Path.of("/usr/share/i18n/charmaps/ISO-8859-1.gz"));
        require(described && Tools.runs("localedef", "--version"), "localedef (Debian: apt install locales)");
    }

    /**
     * The TypeScript compiler, of one version, installed by npm into {@code target} where it is not there yet.
     *
     * @return the script to start with node
     */
    public static String typescript() {
        require(
                Tools.runs("node", "--version") && Tools.runs("npm", "--version"),
                "node and npm (Debian: apt install npm)");
        return Tools.npm("typescript", "5.9.3").resolve("bin/tsc").toString();
    }

    /**
     * A browser that needs no screen. It is large, and what it shows has a test without it: it may be missing in CI as
     * well.
     *
     * @return its program
     */
    public static String browser() {
        for (String program : List.of("chromium", "google-chrome")) {
            if (Tools.runs(program, "--version")) {
                return program;
            }
        }
        return Assumptions.abort(skipped("a browser (Debian: apt install chromium)"));
    }

    private static void wish(boolean present, String tool) {
        Assumptions.assumeTrue(present, skipped(tool));
    }

    private static String skipped(String tool) {
        return "skipped: this test needs " + tool;
    }

    private static void require(boolean present, String tool) {
        if (present) {
            return;
        }
        String ci = System.getenv("CI");
        if (ci != null && !ci.isEmpty()) {
            throw new AssertionError("CI is set and this test needs " + tool);
        }
        Assumptions.abort(skipped(tool));
    }
}
