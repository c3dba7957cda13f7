package io.github.hubsh.shell.testkit;

import static io.github.hubsh.core.testkit.Eventually.eventually;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A real program on a terminal of a given size: what a user would see and type, without the user.
 *
 * <p>The terminal is a tmux server of its own, which goes when this closes or the virtual machine ends. The screen
 * stays readable after the program ended. Call {@link io.github.hubsh.core.testkit.Requires#tmux()} first. For one
 * thread at a time.
 */
public final class TmuxScreen implements AutoCloseable {
    private static final String SESSION = "screen";
    private static final long END_TIMEOUT_SECONDS = 20;
    private static final String PANE = SESSION + ":0.0";

    // tmux 3.3 loses the exit code of every fourth program and at times its last output, because it may see the end of
    // the terminal first; so a shell that does not end stays behind. Its traps are for itself: the program starts with
    // the signals as they should be. mv, as a half-written code must not be read.
    private static final String KEEPER = "trap : INT QUIT; \"$@\"; code=$?; trap '' INT QUIT;"
            + " echo $code >\"$0.new\"; mv \"$0.new\" \"$0\"; stty -echo; exec tail -f /dev/null";

    private final Tmux tmux = new Tmux();
    private final Path status = tmux.folder().resolve("status");
    private final Thread onExit = new Thread(tmux::kill);

    // Mutable state
    private String server = "";
    private @Nullable ProcessHandle keeper;
    private @Nullable TmuxQuestions questions;

    private TmuxScreen() {}

    /**
     * Starts a program.
     *
     * @param environment what to set on top of this process's environment
     * @param command the program and its arguments, without a shell between
     */
    public static TmuxScreen start(int columns, int rows, Map<String, String> environment, String... command) {
        TmuxScreen screen = new TmuxScreen();
        Runtime.getRuntime().addShutdownHook(screen.onExit);
        screen.open(columns, rows, environment, List.of(command));
        return screen;
    }

    /** Types text as it stands; nothing in it is a key name. */
    public void type(String text) {
        // At the end of an argument tmux takes a semicolon for the end of its own command.
        String literal = text.endsWith(";") ? text.substring(0, text.length() - 1) + "\\;" : text;
        tmux.run("send-keys", "-t", PANE, "-l", "--", literal);
    }

    /** Presses keys by tmux's names: {@code Tab}, {@code Enter}, {@code C-c}, {@code Up}, {@code BSpace}, … */
    public void press(String... keys) {
        List<String> command = new ArrayList<>(List.of("send-keys", "-t", PANE, "--"));
        command.addAll(List.of(keys));
        tmux.run(command.toArray(new String[0]));
    }

    /** Pastes text as terminals do: between the signs for it, if the program has asked for them. */
    public void paste(String text) {
        tmux.run("set-buffer", "-b", "pasted", "--", text);
        tmux.run("paste-buffer", "-p", "-b", "pasted", "-t", PANE);
    }

    /** The rows, without trailing blanks and blank rows at the end. */
    public String text() {
        return capture("-p");
    }

    /** The rows with their SGR escape sequences. */
    public String textWithColours() {
        return capture("-p -e");
    }

    /** The rows, and above them what has scrolled away. */
    public String scrollback() {
        return capture("-p -S -");
    }

    /** Empties the screen, and what has scrolled away. */
    public void clear() {
        tmux.run("send-keys", "-t", PANE, "-R", ";", "clear-history", "-t", PANE);
    }

    /** Writes every byte that the program sends to the terminal from here on into a file, as they come. */
    public void record(Path file) {
        tmux.run("pipe-pane", "-O", "-t", PANE, "exec cat >'" + file + "'");
    }

    /** Stops reading what the program writes, as a terminal does that hangs; until {@link #thaw} nothing else works. */
    public void freeze() {
        signal("-STOP");
    }

    /** Reads on. */
    public void thaw() {
        signal("-CONT");
    }

    /** Where the cursor stands, as {@code column,row}, both from 0. */
    public String cursor() {
        return ask("#{cursor_x},#{cursor_y}");
    }

    /** Waits until the screen shows the text anywhere. */
    public void await(String text, Duration deadline) {
        eventually(() -> "'" + text + "' is not on the screen:\n" + framed(), () -> text().contains(text), deadline);
    }

    /** Waits until the text is nowhere on the screen. */
    public void awaitGone(String text, Duration deadline) {
        eventually(() -> "'" + text + "' is still on the screen:\n" + framed(), () -> !text().contains(text), deadline);
    }

    /** Waits for the program's end; returns its exit code, 128 and the signal's number where a signal ended it. */
    public int awaitExit(Duration deadline) {
        eventually(() -> "the program is still there:\n" + framed(), () -> Files.exists(status), deadline);
        try {
            return Integer.parseInt(Files.readString(status).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the terminal another size; the program gets a SIGWINCH. */
    public void resize(int columns, int rows) {
        tmux.run("resize-window", "-t", PANE, "-x", String.valueOf(columns), "-y", String.valueOf(rows));
    }

    @Override
    public void close() {
        thaw();
        if (questions != null) {
            questions.close();
        }
        List<ProcessHandle> programs =
                keeper == null ? List.of() : keeper.descendants().toList();
        tmux.kill();
        programs.forEach(TmuxScreen::awaitEnd);
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // The hook is running already.
        }
    }

    /** A program that loses its terminal still writes its files: its folder may go only after it. */
    private static void awaitEnd(ProcessHandle program) {
        try {
            ProcessHandle unused = program.onExit().get(END_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException hanging) {
            program.destroyForcibly();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private void open(int columns, int rows, Map<String, String> environment, List<String> command) {
        // The options have to be there before the first program is, so all is one call.
        List<String> start = new ArrayList<>(List.of("start-server", ";"));
        start.addAll(List.of("set-option", "-g", "default-terminal", "screen-256color", ";"));
        start.addAll(List.of("set-option", "-g", "status", "off", ";"));
        start.addAll(List.of("new-session", "-d", "-s", SESSION));
        start.addAll(List.of("-x", String.valueOf(columns), "-y", String.valueOf(rows), "--"));
        start.addAll(List.of("sh", "-c", KEEPER, status.toString(), "env", "-u", "TMUX", "-u", "TMUX_PANE"));
        new TreeMap<>(environment).forEach((name, value) -> start.add(name + "=" + value));
        start.addAll(command);
        try {
            tmux.run(start.toArray(new String[0]));
            questions = tmux.questions(SESSION);
            server = ask("#{pid}");
            keeper = ProcessHandle.of(Long.parseLong(ask("#{pane_pid}"))).orElse(null);
        } catch (AssertionError e) {
            close();
            throw e;
        }
    }

    private String capture(String options) {
        return questions().ask("capture-pane " + options + " -t " + PANE).stripTrailing();
    }

    private String ask(String format) {
        return questions()
                .ask("display-message -p -t " + PANE + " '" + format + "'")
                .strip();
    }

    private TmuxQuestions questions() {
        return Objects.requireNonNull(questions, "not open");
    }

    private void signal(String name) {
        if (server.isEmpty()) {
            return;
        }
        try {
            new ProcessBuilder("kill", name, server).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String framed() {
        return "----\n" + text() + "\n----";
    }
}
