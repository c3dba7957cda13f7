package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.interpreter.Interpreter;
import io.github.hubsh.shell.interpreter.Presenter;
import io.github.hubsh.shell.render.Format;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.session.Settings;
import java.time.ZoneOffset;

/** The whole shell around fakes: one line in, text and an exit code out. */
public final class Bench {
    public final FakeScreen screen = new FakeScreen();
    public final FakeFiles files = new FakeFiles();
    public final FakeSession session;
    public final Interpreter interpreter;

    private Bench(Format format, boolean terminal, boolean keepGoing) {
        View view = new View(format, false, terminal, 80, false, ZoneOffset.UTC);
        Presenter presenter = new Presenter(screen, view);
        session = new FakeSession(Settings.ofHub("tcp://localhost:31000"), files, presenter);
        interpreter = new Interpreter(session, presenter, keepGoing);
    }

    public static Bench terminal() {
        return new Bench(Format.AUTO, true, false);
    }

    public static Bench pipe() {
        return new Bench(Format.AUTO, false, false);
    }

    public static Bench pipeKeepingGoing() {
        return new Bench(Format.AUTO, false, true);
    }

    public int run(String line) {
        return interpreter.run(line);
    }
}
