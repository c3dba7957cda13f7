package io.github.hubsh.shell.app;

import io.github.hubsh.shell.fake.FakeSession;
import io.github.hubsh.shell.interpreter.Prompt;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.terminal.PromptSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program around a fake session, as a process of its own: for looking at what it loads. */
final class OneShot implements Wiring {
    public static void main(String[] arguments) {
        ProcessEnvironment process =
                new ProcessEnvironment(System.in, System.out, System.err, Map.of(), Path.of(""), false, false, false);
        System.exit(new Program(process, new OneShot(), "").run(List.of(arguments)));
    }

    @Override
    public Session session(SessionSettings settings, FileAccess files, Display display) {
        return new FakeSession(settings, files, display);
    }

    @Override
    public Prompt prompt(PromptSettings settings) {
        throw new IllegalStateException("no terminal");
    }
}
