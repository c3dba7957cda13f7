package io.github.hubsh.shell.app;

import io.github.hubsh.shell.fake.FakeSession;
import io.github.hubsh.shell.interpreter.Prompt;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.terminal.PromptSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The program in this process, with a session that is not real. */
final class ProgramBench implements Wiring {
    final Path directory;
    final Map<String, String> environment = new HashMap<>();
    final List<String> prompted = new ArrayList<>();
    String stdin = "";
    Charset encoding = StandardCharsets.UTF_8;
    boolean terminalIn;

    @Nullable
    SessionSettings settings;

    @Nullable
    FakeSession session;

    /** What a run leaves. */
    record Run(int status, String out, String err) {}

    ProgramBench(Path directory) {
        this.directory = directory;
    }

    /** Runs a command line. */
    Run hubsh(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Program(process(out, err), this, "1.2.3").run(List.of(arguments));
        return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    ProcessEnvironment process(OutputStream out, OutputStream err) {
        ByteArrayInputStream in = new ByteArrayInputStream(stdin.getBytes(encoding));
        return new ProcessEnvironment(in, out, err, environment, directory, terminalIn, false, terminalIn);
    }

    @Override
    public Session session(SessionSettings given, FileAccess files, Display display) {
        settings = given;
        session = new FakeSession(given, files, display);
        return session;
    }

    @Override
    public Prompt prompt(PromptSettings settings) {
        return interpreter -> {
            prompted.add("prompt");
            return 0;
        };
    }
}
