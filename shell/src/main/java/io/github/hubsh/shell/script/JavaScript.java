package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.HubEvents;
import io.github.hubsh.shell.session.PromptLanguage;
import io.github.hubsh.shell.session.Scripting;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** JavaScript for verbs: the shell's own, which lives as long as the shell, and a fresh one for each file. */
public final class JavaScript implements Scripting {
    private final ScriptEnvironment environment;
    private final TestRunner tests;

    // Mutable state, guarded by this
    private @Nullable PromptEvaluator playground;

    private JavaScript(ScriptEnvironment environment, TestRunner tests) {
        this.environment = environment;
        this.tests = tests;
    }

    /** Opens nothing yet: the engine is loaded by the first call. */
    public static Scripting open(ScriptEnvironment environment, TestRunner tests) {
        return new JavaScript(environment, tests);
    }

    @Override
    public Outcome evaluate(String code, Limits limits, Session session) {
        try {
            if (limits.isStrict()) {
                return playground(session).evaluate(code, limits.timeout(), session);
            }
            // Code with more permissions has a JavaScript of its own, so that other code does not get them.
            try (PromptEvaluator single = new PromptEvaluator(environment, limits, session)) {
                return single.evaluate(code, limits.timeout(), session);
            }
        } catch (ShellException ended) {
            return ended(ended);
        }
    }

    @Override
    public Outcome run(String file, List<String> arguments, Limits limits, Session session) {
        Path path = existing(file);
        try (Script script = script(path, arguments, limits, session)) {
            String value = HubEvents.during(
                    session,
                    () -> script.run(session, limits.timeout(), () -> {
                        String exported = script.load(path);
                        script.finishPending();
                        return exported;
                    }));
            return value.isEmpty() ? Outcome.NOTHING : Outcome.value(ScriptText.read(value));
        } catch (ShellException ended) {
            return ended(ended);
        }
    }

    /** A script that ends itself with exit code 0 has not failed. */
    private static Outcome ended(ShellException ended) {
        if (ended.isExit() && ended.exitCode() == 0) {
            return Outcome.NOTHING;
        }
        throw ended;
    }

    @Override
    public Outcome test(List<String> files, TestPlan plan, Limits limits, Session session) {
        Path directory = environment.directory();
        Supplier<Outcome> run = () -> {
            List<Path> found = TestDiscovery.find(directory, files, plan.modes());
            TestDiscovery.refuseReports(directory, plan.reportFiles(), found);
            return tests.run(found, plan, limits, environment, session);
        };
        if (!plan.does(TestMode.WATCH)) {
            return run.get();
        }
        ModuleChanges changes = new ModuleChanges(() -> TestDiscovery.modules(directory, files));
        return new TestWatch(session.io().display(), changes::await).run(run);
    }

    @Override
    public Outcome serve(String name, @Nullable String file, @Nullable Duration time, Limits limits, Session session) {
        Path path = file == null ? environment.directory() : existing(file);
        AtomicReference<@Nullable ShellException> overdue = new AtomicReference<>();
        try (Script script = script(path, List.of(), limits, session)) {
            Consumer<ShellException> end = why -> script.endStay(overdue, why);
            return HubEvents.during(
                    session,
                    end,
                    () -> script.run(session, null, () -> {
                        if (file == null) {
                            script.runtime().call("echo", name);
                        } else {
                            script.complete(() -> script.runtime().call("loadPlugin", path.toString(), name));
                        }
                        session.io().ready();
                        session.io()
                                .display()
                                .say(
                                        MessageLevel.NOTE,
                                        "'" + name + "' serves at "
                                                + session.hub()
                                                        .network()
                                                        .identity()
                                                        .uri() + "; Ctrl-C stops it");
                        script.stayFor(time, overdue);
                        return Outcome.NOTHING;
                    }));
        }
    }

    @Override
    public PromptLanguage dialect(Session session) {
        playground(session).prepare();
        return new JsDialect(this);
    }

    /** Returns the shell's own JavaScript; a new one where the last had to be ended. */
    synchronized PromptEvaluator playground(Session session) {
        PromptEvaluator open = playground;
        if (open == null || open.isClosed()) {
            open = new PromptEvaluator(environment, Limits.STRICT, session);
            playground = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (playground != null) {
            playground.close();
        }
    }

    private Script script(Path file, List<String> arguments, Limits limits, Session session) {
        return new Script(
                ScriptSetup.of("hubsh-js", file, arguments, ScriptRuntime.BASIC), limits, environment, session);
    }

    private Path existing(String file) {
        try {
            Path path = environment.directory().resolve(file).toAbsolutePath().normalize();
            if (Files.isRegularFile(path)) {
                requireText(file, path);
                return path;
            }
        } catch (InvalidPathException odd) {
            // There is no such file either.
        }
        throw new ShellException(Problem.BAD_FILE, "there is no file " + file);
    }

    private static void requireText(String file, Path path) {
        try {
            long wrong = ModuleFiles.wrongLine(Files.readAllBytes(path));
            if (wrong > 0) {
                throw new ShellException(Problem.BAD_FILE, "line " + wrong + " of " + file + " is not UTF-8 text");
            }
        } catch (IOException unread) {
            throw new ShellException(Problem.BAD_FILE, "cannot read " + file + ": " + unread.getMessage(), unread);
        }
    }
}
