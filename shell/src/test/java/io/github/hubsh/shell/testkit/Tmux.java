package io.github.hubsh.shell.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One tmux server of our own: it reads no configuration and shares nothing with the user's. */
final class Tmux {
    private final Path folder = temporary();
    private final Path socket = folder.resolve("tmux");

    /** Runs one tmux command, or several joined by {@code ";"}; returns what it printed. */
    String run(String... command) {
        Outcome outcome = attempt(command);
        if (outcome.status() != 0) {
            throw new AssertionError("tmux " + String.join(" ", command) + ": " + outcome.output());
        }
        return outcome.output();
    }

    /** Attaches a client to a session that is there: what it asks costs no process. */
    TmuxQuestions questions(String session) {
        return new TmuxQuestions(command("-C", "attach-session", "-t", session, "-f", "no-output,ignore-size"));
    }

    /** Where the server has its socket; emptied with it. */
    Path folder() {
        return folder;
    }

    /** Stops the server and everything in it, and removes its folder, where tmux leaves its socket; repeatable. */
    void kill() {
        attempt("kill-server");
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome attempt(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command(command)).redirectErrorStream(true);
        builder.environment().remove("TMUX");
        builder.environment().remove("TMUX_PANE");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for tmux", e);
        }
    }

    private List<String> command(String... command) {
        List<String> whole = new ArrayList<>(List.of("tmux", "-u", "-S", socket.toString(), "-f", "/dev/null"));
        whole.addAll(List.of(command));
        return whole;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("hubsh-tmux");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Outcome(int status, String output) {}
}
