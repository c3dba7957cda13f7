package io.github.hubsh.shell.testkit;

import io.github.hubsh.core.testkit.Eventually;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * {@code bin/hubsh} as one process for many runs, without a terminal: for tests about what the program does and not
 * about how a process starts and ends. The launcher starts it, with the options, environment, folder and streams of any
 * start; a run takes the way from {@code Main} to the exit code. In static fields the program keeps only its transport
 * and the text of its own scripts, which no run changes for the next. What a run writes after its end is found in the
 * next one. For one thread.
 */
public final class ResidentHubsh implements AutoCloseable {
    private static final String HUBSH =
            Path.of("..", "bin", "hubsh").toAbsolutePath().normalize().toString();
    private static final int END_TIMEOUT_SECONDS = 20;
    private static final Duration FORGET_TIMEOUT = Duration.ofSeconds(20);

    private final RunRequests requests = new RunRequests();
    private final Path knowledge;
    private final Path out;
    private final Path err;
    private final Process process;

    // Mutable state: what earlier runs have written
    private int outLength;
    private int errLength;

    /**
     * Starts it.
     *
     * @param work where it runs
     * @param folder takes its files
     * @param environment what to set on top of this process's environment; it has XDG_CACHE_HOME
     */
    public ResidentHubsh(Path work, Path folder, Map<String, String> environment) throws IOException {
        knowledge = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""), "hubsh", "knowledge");
        out = Files.createTempFile(folder, "out", "");
        err = Files.createTempFile(folder, "err", "");
        // The words choose the mode and the archive of a short run.
        ProcessBuilder builder = new ProcessBuilder(HUBSH, "-c", "help")
                .directory(work.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(requests.environment(environment, folder));
        process = builder.start();
    }

    /** Runs the program with these arguments, to the end. */
    public ProcessRun run(String... arguments) {
        requests.begin(arguments);
        int status = requests.status();
        try {
            byte[] allOut = Files.readAllBytes(out);
            byte[] allErr = Files.readAllBytes(err);
            ProcessRun run = new ProcessRun(status, since(outLength, allOut), since(errLength, allErr));
            outLength = allOut.length;
            errLength = allErr.length;
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes what earlier runs have learned of plugins, which is all that they leave in files by themselves. One that
     * ends may be merging its journal, which makes and removes files meanwhile: then this looks again.
     */
    public void forget() {
        Eventually.eventually(this::isForgotten, FORGET_TIMEOUT);
    }

    private boolean isForgotten() {
        if (!Files.exists(knowledge)) {
            return true;
        }
        try (Stream<Path> files = Files.walk(knowledge)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
            return true;
        } catch (IOException | UncheckedIOException changed) {
            return false;
        }
    }

    @Override
    public void close() {
        requests.close();
        try {
            if (!process.waitFor(END_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String since(int length, byte[] all) {
        return new String(all, length, all.length - length, StandardCharsets.UTF_8);
    }
}
