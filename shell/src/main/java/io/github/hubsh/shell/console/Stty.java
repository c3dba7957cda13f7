package io.github.hubsh.shell.console;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The system's {@code stty} at a terminal, because Java can neither ask nor change one. */
final class Stty {
    /** The process's own terminal. */
    static final String TERMINAL = "/dev/tty";

    private static final long TIMEOUT_MILLIS = 1000;
    private static final int MAX_LENGTH = 1000;

    private Stty() {}

    /**
     * Returns its output, or nothing if it failed.
     *
     * @param terminal the path of the device
     */
    static String run(String terminal, String... arguments) {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        Process process = null;
        try {
            process = new ProcessBuilder(command)
                    .redirectInput(new File(terminal))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS) && process.exitValue() == 0;
            return ended
                    ? new String(process.getInputStream().readNBytes(MAX_LENGTH), StandardCharsets.US_ASCII).strip()
                    : "";
        } catch (IOException none) {
            return "";
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "";
        } finally {
            if (process != null) {
                process.destroy();
            }
        }
    }
}
