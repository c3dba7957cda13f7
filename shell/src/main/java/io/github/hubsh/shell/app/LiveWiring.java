package io.github.hubsh.shell.app;

import io.github.hubsh.shell.console.TerminalDetection;
import io.github.hubsh.shell.interpreter.Prompt;
import io.github.hubsh.shell.live.LiveSession;
import io.github.hubsh.shell.live.PluginIdentity;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.FileAccess;
import io.github.hubsh.shell.terminal.ConsolePrompt;
import io.github.hubsh.shell.terminal.PromptSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as it is shipped. */
final class LiveWiring implements Wiring {
    private final ProcessEnvironment process;

    LiveWiring(ProcessEnvironment process) {
        this.process = process;
    }

    @Override
    public Session session(SessionSettings settings, FileAccess files, Display display) {
        PluginIdentity identity = new PluginIdentity(
                usualName(),
                lockDirectories(user()),
                process.folder("XDG_CACHE_HOME", ".cache", "hubsh", "knowledge"),
                process.folder("XDG_CONFIG_HOME", ".config", "hubsh", "commands.json"),
                process.folder("XDG_STATE_HOME", ".local/state", "hubsh", "hubs"));
        return new LiveSession(settings, identity, files, display);
    }

    @Override
    public String usualName() {
        return "hubsh-" + user() + "-" + hostName();
    }

    @Override
    public boolean inBackground() {
        return TerminalDetection.inBackground();
    }

    private static String user() {
        return System.getProperty("user.name", "user");
    }

    @Override
    public Prompt prompt(PromptSettings settings) {
        return new ConsolePrompt(settings);
    }

    List<Path> lockDirectories(String user) {
        List<Path> directories = new ArrayList<>();
        Path runtime = Path.of(process.variable("XDG_RUNTIME_DIR"));
        if (runtime.isAbsolute()) {
            directories.add(runtime.resolve("hubsh"));
        }
        directories.add(Path.of(System.getProperty("java.io.tmpdir"), "hubsh-" + user));
        Path state = process.folder("XDG_STATE_HOME", ".local/state", "hubsh", "names");
        if (state != null) {
            directories.add(state);
        }
        return directories;
    }

    /** Reads it from the system: Java would ask the name service, which may take seconds. */
    private String hostName() {
        String name = process.variable("HOSTNAME");
        if (name.isEmpty()) {
            try {
                name = Files.readString(Path.of("/etc/hostname")).strip();
            } catch (IOException e) {
                name = process.variable("COMPUTERNAME");
            }
        }
        int domain = name.indexOf('.');
        name = domain > 0 ? name.substring(0, domain) : name;
        return name.isEmpty() ? "localhost" : name;
    }
}
