package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.demo.DemoNetwork;
import io.github.hubsh.shell.fake.DiskFiles;
import io.github.hubsh.shell.fake.FakeScreen;
import io.github.hubsh.shell.interpreter.Interpreter;
import io.github.hubsh.shell.interpreter.Presenter;
import io.github.hubsh.shell.live.LiveSession;
import io.github.hubsh.shell.live.PluginIdentity;
import io.github.hubsh.shell.render.OutputFormat;
import io.github.hubsh.shell.render.View;
import io.github.hubsh.shell.script.test.TestSession;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.HealthCheck;
import io.github.hubsh.shell.session.ProgramServices;
import io.github.hubsh.shell.session.Scripting;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The shell in a pipe with scripts, at a demo hub of its own: one line in, text and an exit code out. A test registers
 * one as an extension; each run of it has a new one, in a folder of its own.
 */
public final class ScriptBench implements ProgramServices, AfterEachCallback {
    final FakeScreen screen = new FakeScreen();
    final Session session;
    final Interpreter interpreter;
    public final Path directory;
    private final DemoNetwork network = DemoNetwork.start();
    private final Scripting scripting;
    private @org.jspecify.annotations.Nullable Configuration configuration;

    public ScriptBench() {
        directory = newDirectory();
        Presenter presenter =
                new Presenter(screen, new View(OutputFormat.AUTO, false, false, 80, false, Clock.systemUTC()));
        SessionSettings settings =
                new SessionSettings(network.uri(), "tester", Duration.ofSeconds(5), Duration.ZERO, List.of(), false);
        session =
                new LiveSession(settings, new PluginIdentity("tester", directory), new DiskFiles(directory), presenter);
        scripting =
                JavaScript.open(new ScriptEnvironment(Map.of("SECRET", "xyz"), directory, "1.2.3"), TestSession::run);
        session.program().setServices(this);
        interpreter = new Interpreter(session, presenter, false);
    }

    /** Writes a file into the directory. */
    public ScriptBench file(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public int run(String line) {
        return interpreter.run(line);
    }

    /** Runs a script of this text; returns its exit code. */
    public int script(String text) {
        return file("script.js", text).run("run script.js");
    }

    /** Ends the hub as soon as a request of this text comes by. */
    public void killHubWhen(String text) {
        BroadcastStream broadcasts = session.hub().network().listen(BroadcastFilter.EVERYTHING);
        Thread killer = new Thread(() -> {
            TimedBroadcast heard = broadcasts.next(Duration.ofSeconds(30));
            while (heard != null && !String.valueOf(data(heard)).contains(text)) {
                heard = broadcasts.next(Duration.ofSeconds(30));
            }
            network.close();
        });
        killer.setDaemon(true);
        killer.start();
    }

    private static String data(TimedBroadcast heard) {
        return Json.write(ScriptBroadcast.object(heard, null).get("data"));
    }

    /** Runs a script that prints just that, and ends well. */
    void prints(String script, String expected) {
        int status = script(script);

        assertThat(err()).isEmpty();
        assertThat(out()).isEqualTo(expected);
        assertThat(status).isZero();
    }

    public String out() {
        return screen.data();
    }

    public String err() {
        return screen.messages();
    }

    @Override
    public Scripting scripting() {
        return scripting;
    }

    @Override
    public Syntax syntax() {
        return Syntax.of(VerbName.HELP, "a program without options").build();
    }

    /** Gives the shell a configuration; without it there is none. */
    public void configure(Configuration given) {
        configuration = given;
    }

    @Override
    public Configuration configuration() {
        if (configuration == null) {
            throw new UnsupportedOperationException();
        }
        return configuration;
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public List<HealthCheck> checks() {
        return List.of();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        scripting.close();
        session.close();
        network.close();
        try (Stream<Path> files = Files.walk(directory.getParent())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Beside it there is room for what is not for scripts. */
    private static Path newDirectory() {
        try {
            return Files.createDirectory(
                    Files.createTempDirectory("hubsh-script").resolve("work"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
