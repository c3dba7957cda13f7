package io.github.hubsh.shell.script;

import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.SharedArchives;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code bin/hubsh} as a process, in a folder that holds its scripts and all that it keeps. */
public final class Launched {
    static final String HUBSH =
            Path.of("..", "bin", "hubsh").toAbsolutePath().normalize().toString();

    private final Path folder;
    private final Map<String, String> environment;

    public Launched(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    public Launched file(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs lines at a demo network of their own. */
    ProcessRun demo(String... lines) {
        List<String> command = new ArrayList<>(List.of("demo"));
        for (String line : lines) {
            command.addAll(List.of("-c", line));
        }
        return run(command.toArray(new String[0]));
    }

    public ProcessRun run(String... arguments) {
        return ProcessRun.of(builder(arguments), folder);
    }

    public ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(HUBSH));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(variables());
        return builder;
    }

    Map<String, String> variables() {
        Map<String, String> all = new java.util.HashMap<>(environment);
        for (String kind : List.of("CONFIG", "STATE", "DATA")) {
            all.put("XDG_" + kind + "_HOME", folder.resolve(kind).toString());
        }
        all.put(
                "XDG_CACHE_HOME",
                SharedArchives.in(folder.resolve("CACHE"), environment.getOrDefault("HUBSH_JAVA_HOME", "")));
        all.put("XDG_RUNTIME_DIR", folder.toString());
        return all;
    }
}
