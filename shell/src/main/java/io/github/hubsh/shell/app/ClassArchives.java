package io.github.hubsh.shell.app;

import io.github.hubsh.shell.session.HealthCheck;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The archives of classes that {@code bin/hubsh} keeps for each kind of start, as its files show them. */
public final class ClassArchives {
    /** The kinds of start, each with an archive of its own. */
    public static final List<String> KINDS = List.of("short", "prompt", "js", "script", "hub");

    private final @Nullable Path folder;

    private ClassArchives(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Returns those of the installation that a class path belongs to. */
    static ClassArchives of(ProcessEnvironment process, String classPath) {
        String cache = process.variable("XDG_CACHE_HOME");
        String home = process.variable("HOME");
        Path jar = Path.of(classPath.split(File.pathSeparator, 2)[0]).toAbsolutePath();
        Path root = root(jar);
        if (root == null || (cache.isEmpty() && home.isEmpty())) {
            return new ClassArchives(null);
        }
        Path caches = cache.isEmpty() ? Path.of(home, ".cache") : Path.of(cache);
        return new ClassArchives(
                caches.resolve("hubsh/start").resolve(root.toString().replace('/', '+')));
    }

    /** Returns the folder of the launcher's {@code bin}: of an installation, or of the sources. */
    private static @Nullable Path root(Path jar) {
        if (jar.endsWith(Path.of("shell", "target", "hubsh.jar"))) {
            return jar.resolve("../../..").normalize();
        }
        boolean installed = jar.endsWith("hubsh.jar")
                && Files.exists(jar.resolveSibling("bin").resolve("hubsh"));
        return installed ? jar.getParent() : null;
    }

    static ClassArchives in(Path folder) {
        return new ClassArchives(folder);
    }

    /** Returns a check for each kind of start that was used. */
    List<HealthCheck> checks() {
        List<HealthCheck> checks = new ArrayList<>();
        for (String kind : KINDS) {
            Path state = folder == null ? null : folder.resolve(kind);
            if (state != null && Files.exists(state.resolve("choice"))) {
                checks.add(check("archive " + kind, state));
            }
        }
        return checks;
    }

    private static HealthCheck check(String name, Path state) {
        if (Files.exists(state.resolve("failed"))) {
            return HealthCheck.warningUnless(
                    false,
                    name,
                    failure(state.resolve("failed")),
                    "it is tried again on the next day, and after a change; a start takes longer until then");
        }
        if (Files.exists(state.resolve("training"))) {
            return HealthCheck.ok(name, "being made");
        }
        return HealthCheck.ok(name, Files.exists(state.resolve("pending")) ? "not made yet" : "made");
    }

    /** The first line is the day, the next ones say why. */
    private static String failure(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? "failed"
                    : "failed on " + lines.get(0) + ": " + String.join(" / ", lines.subList(1, lines.size()));
        } catch (IOException unreadable) {
            return "failed";
        }
    }
}
