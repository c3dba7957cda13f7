package io.github.hubsh.shell.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A process that has ended: its exit code, and what it wrote where. */
public record ProcessRun(int exit, String out, String err) {
    /** More than the longest takes on a machine that does ten times as much as it can. */
    private static final int TIMEOUT_MINUTES = 10;

    /** Runs to the end; streams go through files, so that a child left in the background blocks no reader. */
    public static ProcessRun of(ProcessBuilder builder, Path folder) {
        return of(builder, folder, new File("/dev/null"));
    }

    /** As {@link #of(ProcessBuilder, Path)}, with something else to read from. */
    public static ProcessRun of(ProcessBuilder builder, Path folder, File in) {
        try {
            Path out = Files.createTempFile(folder, "out", "");
            Path err = Files.createTempFile(folder, "err", "");
            Process process = builder.redirectInput(in)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("still running: " + builder.command() + "\n" + Files.readString(err));
            }
            return new ProcessRun(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
