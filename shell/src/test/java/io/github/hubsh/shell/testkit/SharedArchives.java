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
 * The archives of classes that all tests of a build share. A home that is thrown away would make its own in the background:
 * that slows down what is tested, and needs the folder that the test removes.
 */
public final class SharedArchives {
    private static final Path FOLDER = Path.of("target", "archives").toAbsolutePath();
    private static final String HUBSH =
            Path.of("..", "bin", "hubsh").toAbsolutePath().normalize().toString();
    private static final Duration TRAINED = Duration.ofMinutes(4);

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
            Path shared = make(java);
            Path own = cache.resolve("hubsh/start");
            if (!Files.exists(own)) {
                copy(shared, Files.createDirectories(own));
            }
            return cache.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes them where they are not up to date. Other test runs of the build wait for it. */
    private static Path make(String java) throws IOException {
        Path folder = Files.createDirectories(FOLDER.resolve("of" + java.replace('/', '+')));
        Path archives = folder.resolve("hubsh/start");
        if (MADE.add(java)) {
            try (FileChannel lock = FileChannel.open(FOLDER.resolve("lock"), CREATE, WRITE)) {
                var unused = lock.lock();
                start(folder, java, "-c", "help");
                start(folder, java, "js", "1");
                startPrompt(folder, java);
                eventually(() -> isAtRest(archives), TRAINED);
            }
        }
        return archives;
    }

    /**
     * Copies all but the archives: where those are stands in what is copied. The launcher compares the times of files, and
     * Java 17 would cut those to microseconds.
     */
    private static void copy(Path from, Path to) throws IOException {
        String command =
                "tar -C \"$0\" --exclude='*.aot' --exclude='*.jsa' --format=posix -cf - . | tar -C \"$1\" -xf -";
        ProcessRun run = ProcessRun.of(new ProcessBuilder("sh", "-c", command, from.toString(), to.toString()), FOLDER);
        if (run.exit() != 0) {
            throw new IOException(run.toString());
        }
    }

    private static void startPrompt(Path folder, String java) throws IOException {
        try (PseudoTerminal terminal = PseudoTerminal.open()) {
            start(folder, java, terminal.device());
        }
    }

    private static void start(Path folder, String java, String... arguments) {
        start(folder, java, new File("/dev/null"), arguments);
    }

    /** The launcher begins to make an archive before it starts Java, which ends here at once. */
    private static void start(Path folder, String java, File in, String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of(HUBSH), Stream.of(arguments)).toList());
        Map<String, String> environment = builder.environment();
        environment.put("XDG_CACHE_HOME", folder.toString());
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        environment.put("HUBSH_JAVA_OPTS", "-version");
        if (!java.isEmpty()) {
            environment.put("HUBSH_JAVA_HOME", java);
        }
        ProcessRun run = ProcessRun.of(builder, folder, in);
        if (run.exit() != 0) {
            throw new AssertionError(run.toString());
        }
    }

    private static boolean isAtRest(Path archives) {
        try (Stream<Path> files = Files.walk(archives, 3)) {
            return files.map(file -> file.getFileName().toString()).noneMatch(List.of("pending", "training")::contains);
        } catch (IOException | UncheckedIOException removed) {
            return false;
        }
    }
}
