package io.github.hubsh.shell.testkit;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.github.hubsh.shell.terminal.PseudoTerminal;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The archives of classes that all tests of a build share. A home that is thrown away would make its own in the
 * background: that slows down what is tested, and needs the folder that the test removes.
 */
public final class SharedArchives {
    private static final Path FOLDER = Path.of("target", "archives").toAbsolutePath();
    private static final String HUBSH =
            Path.of("..", "bin", "hubsh").toAbsolutePath().normalize().toString();
    private static final String CACHE = "a cache";
    private static final Path ARCHIVES = Path.of(CACHE, "hubsh", "start");
    private static final Duration TRAINED = Duration.ofMinutes(4);
    private static final int MAX_TRIES = 3;

    // Mutable state, guarded by the class
    private static final Set<String> MADE = new HashSet<>(); // by Java

    private SharedArchives() {}

    /**
     * Lets a cache folder of a test know the archives, as if they had been made for it.
     *
     * @return the folder, the value of {@code XDG_CACHE_HOME}
     */
    public static String in(Path cache) {
        return in(cache, "");
    }

    /**
     * As {@link #in(Path)}.
     *
     * @param java the value of {@code HUBSH_JAVA_HOME}, or empty
     */
    public static synchronized String in(Path cache, String java) {
        try {
            Path shared = make(java).resolve(ARCHIVES);
            Path own = cache.resolve("hubsh/start");
            if (!Files.exists(own)) {
                copy(shared, Files.createDirectories(own));
            }
            return cache.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the home in which they were made, by starts as a user has them.
     *
     * @param java the value of {@code HUBSH_JAVA_HOME}, or empty
     */
    public static synchronized Path home(String java) {
        try {
            Path home = make(java);
            List<Path> failed = find(home.resolve(ARCHIVES), "failed");
            if (!failed.isEmpty()) {
                throw new AssertionError("no archives: " + failed);
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes them where they are not up to date. Other test runs of the build wait for it. */
    private static Path make(String java) throws IOException {
        Path home = Files.createDirectories(FOLDER.resolve("of" + java.replace('/', '+')));
        if (!MADE.contains(java)) {
            try (FileChannel lock = FileChannel.open(FOLDER.resolve("lock"), CREATE, WRITE)) {
                var unused = lock.lock();
                makeAll(home, java);
            }
            MADE.add(java);
        }
        return home;
    }

    /**
     * Side by side, as all tests wait for them. A busy machine may be too slow for one of them; then it is tried again.
     * Where all tries fail, programs start without an archive, as those of a user.
     */
    private static void makeAll(Path home, String java) throws IOException {
        for (int tries = 1; ; tries++) {
            start(home, java, "-c", "help");
            start(home, java, "js", "1");
            start(home, java, "run", "--help");
            start(home, java, "demo", "-c", "help");
            startPrompt(home, java);
            awaitRest(home);
            List<Path> failed = find(home.resolve(ARCHIVES), "failed");
            if (failed.isEmpty() || tries == MAX_TRIES) {
                return;
            }
            for (Path file : failed) {
                // Without its choice a start begins from nothing.
                Files.delete(file.resolveSibling("choice"));
            }
        }
    }

    private static void awaitRest(Path home) {
        Path archives = home.resolve(ARCHIVES);
        eventually(
                () -> find(archives, "pending").isEmpty()
                        && find(archives, "training").isEmpty(),
                TRAINED);
    }

    /**
     * Copies all but the archives: where those are stands in what is copied. The launcher compares the times of files,
     * and Java 17 would cut those to microseconds.
     */
    private static void copy(Path from, Path to) throws IOException {
        String command =
                "tar -C \"$0\" --exclude='*.aot' --exclude='*.jsa' --format=posix -cf - . | tar -C \"$1\" -xf -";
        ProcessRun run = ProcessRun.of(new ProcessBuilder("sh", "-c", command, from.toString(), to.toString()), FOLDER);
        if (run.exit() != 0) {
            throw new IOException(run.toString());
        }
    }

    /** The launcher begins to make an archive before it starts Java, which ends here at once. */
    private static void startPrompt(Path home, String java) throws IOException {
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            ProcessBuilder builder = builder(home, java);
            builder.environment().put("HUBSH_JAVA_OPTS", "-version");
            run(builder, home, terminal.device());
        }
    }

    /** A peer of another test may look for its own hub at the port that a demo has now: that is no failure. */
    private static void start(Path home, String java, String... arguments) {
        ProcessRun run = run(builder(home, java, arguments), home, new File("/dev/null"));
        if (run.out().isEmpty() || !run.err().lines().allMatch(line -> line.contains("refused a peer at"))) {
            throw new AssertionError(run.toString());
        }
    }

    private static ProcessRun run(ProcessBuilder builder, Path home, File in) {
        ProcessRun run = ProcessRun.of(builder, home, in);
        if (run.exit() != 0) {
            throw new AssertionError(run.toString());
        }
        return run;
    }

    private static ProcessBuilder builder(Path home, String java, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(HUBSH), Stream.of(arguments)).toList());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("HUBSH_") || name.startsWith("XDG_"));
        environment.put("HOME", home.toString());
        environment.put("XDG_CACHE_HOME", home.resolve(CACHE).toString());
        if (!java.isEmpty()) {
            environment.put("HUBSH_JAVA_HOME", java);
        }
        return builder;
    }

    private static List<Path> find(Path archives, String name) {
        try (Stream<Path> files = Files.walk(archives, 3)) {
            return files.filter(file -> file.endsWith(name)).toList();
        } catch (IOException | UncheckedIOException removed) {
            return List.of(archives);
        }
    }
}
