package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.interpreter.Interpreter;
import io.github.hubsh.shell.interpreter.Presenter;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.session.SessionSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The whole shell around fakes: one line in, text and an exit code out. */
public final class ShellBench {
    /** Three seconds after what the fakes have seen. */
    private static final Instant NOW = Instant.parse("2024-01-01T10:00:03Z");

    public final FakeScreen screen = new FakeScreen();
    public final FakeFiles files = new FakeFiles();
    public final FakeConfiguration configuration = new FakeConfiguration();
    public final FakeProgram program = new FakeProgram(configuration);
    public final FakeSession session;
    public final Interpreter interpreter;

    private ShellBench(OutputFormat format, boolean terminal, boolean keepGoing) {
        View view = new View(format, false, terminal, 80, false, Clock.fixed(NOW, ZoneOffset.UTC));
        Presenter presenter = new Presenter(screen, view);
        session = new FakeSession(SessionSettings.ofHub("tcp://localhost:31000"), files, presenter);
        session.program().setServices(program);
        interpreter = new Interpreter(session, presenter, keepGoing);
    }

    public static ShellBench terminal() {
        return new ShellBench(OutputFormat.AUTO, true, false);
    }

    public static ShellBench pipe() {
        return new ShellBench(OutputFormat.AUTO, false, false);
    }

    public static ShellBench pipeKeepingGoing() {
        return new ShellBench(OutputFormat.AUTO, false, true);
    }

    public int run(String line) {
        return interpreter.run(line);
    }
}
