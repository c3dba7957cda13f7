package io.github.hubsh.shell.terminal;

import static io.github.hubsh.core.testkit.Eventually.eventually;

import io.github.hubsh.shell.fake.FakeFiles;
import io.github.hubsh.shell.fake.FakeScreen;
import io.github.hubsh.shell.fake.FakeSession;
import io.github.hubsh.shell.interpreter.Interpreter;
import io.github.hubsh.shell.interpreter.Presenter;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.session.SessionSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;

/** A user at the prompt of a fake session, on a terminal in memory. */
final class Typist implements AutoCloseable {
    static final String CTRL_C = "\u0003";
    static final String CTRL_D = "\u0004";
    static final String CTRL_R = "\u0012";

    private static final Duration SOON = Duration.ofSeconds(20);

    final FakeSession session;
    private final Interpreter interpreter;
    private final PromptSettings settings;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final LineDisciplineTerminal terminal;
    private final Thread thread = new Thread(this::run, "typist");
    private volatile int status = -1;
    private int seen;

    Typist(Path history, int columns) {
        FakeScreen streams = new FakeScreen();
        Presenter presenter =
                new Presenter(streams, new View(OutputFormat.AUTO, false, true, 80, false, Clock.systemUTC()));
        session = new FakeSession(SessionSettings.ofHub("tcp://localhost:31000"), new FakeFiles(), presenter);
        session.network.patient = true;
        // The test reads the output as a stream, in which hints would stand between two letters.
        session.memory().preferences().setSwitchedOff(List.of("hints"));
        interpreter = new Interpreter(session, presenter, false);
        settings = new PromptSettings(
                "1.2.3",
                history,
                null,
                history.toAbsolutePath().getParent(),
                false,
                false,
                StandardCharsets.UTF_8,
                null,
                streams,
                true,
                true);
        try {
            terminal = new LineDisciplineTerminal("test", "xterm", shown, StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        terminal.setSize(new Size(columns, 24));
    }

    Typist sitDown() {
        thread.start();
        return this;
    }

    Typist type(String keys) {
        try {
            for (byte key : keys.getBytes(StandardCharsets.UTF_8)) {
                terminal.processInputByte(key);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    /** A Ctrl-C of a moment ago, whose signal arrives late. */
    Typist lateInterrupt() {
        terminal.raise(Terminal.Signal.INT);
        return this;
    }

    /** Waits until the text appears behind what was waited for last. */
    Typist await(String text) {
        eventually(() -> "'" + text + "' is not in:\n" + text(), () -> text().indexOf(text, seen) >= 0, SOON);
        seen = text().indexOf(text, seen) + text.length();
        return this;
    }

    /** Waits until the user has left; returns the exit code. */
    int leave() {
        eventually(() -> "still there:\n" + text(), () -> status >= 0, SOON);
        return status;
    }

    /** What was written so far, without escape sequences. */
    String text() {
        return shown.toString(StandardCharsets.UTF_8).replaceAll("\u001b[\\[=>?()][0-9;?]*[a-zA-Z]?", "");
    }

    @Override
    public void close() {
        if (status < 0) {
            type(CTRL_C + CTRL_D);
        }
        try {
            thread.join(SOON.toMillis());
            terminal.close();
        } catch (IOException | InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void run() {
        status = new ConsolePrompt(settings).run(interpreter, terminal);
    }
}
