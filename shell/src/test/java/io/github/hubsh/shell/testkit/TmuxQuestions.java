package io.github.hubsh.shell.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client of tmux in control mode, which stays while a test looks at the terminal again and again: a process for each
 * look takes the time of a whole processor from what is looked at. For one thread at a time.
 */
final class TmuxQuestions implements AutoCloseable {
    private static final String BEGIN = "%begin ";

    private final Process client;
    private final Writer questions;
    private final BufferedReader answers;

    /** @param attach the command that attaches the client */
    TmuxQuestions(List<String> attach) {
        ProcessBuilder builder = new ProcessBuilder(attach).redirectErrorStream(true);
        builder.environment().remove("TMUX");
        builder.environment().remove("TMUX_PANE");
        try {
            client = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        questions = client.outputWriter(UTF_8);
        answers = client.inputReader(UTF_8);
    }

    /** Runs a tmux command, which is one line; returns what it prints. */
    String ask(String command) {
        try {
            questions.write(command + "\n");
            questions.flush();
            return answer(command);
        } catch (IOException e) {
            throw new AssertionError("tmux " + command + ": the client has ended", e);
        }
    }

    @Override
    public void close() {
        client.destroy();
    }

    /** The answer stands between two lines of the same number; other reports of tmux stand before them. */
    private String answer(String command) throws IOException {
        String line = next(command);
        while (!isBeginOfOurs(line)) {
            line = next(command);
        }
        String number = line.substring(BEGIN.length());
        List<String> rows = new ArrayList<>();
        for (line = next(command); !line.equals("%end " + number); line = next(command)) {
            if (line.equals("%error " + number)) {
                throw new AssertionError("tmux " + command + ": " + rows);
            }
            rows.add(line);
        }
        return String.join("\n", rows);
    }

    /** The flag is 1 where the client has asked, and 0 for the command that attached it. */
    private static boolean isBeginOfOurs(String line) {
        return line.startsWith(BEGIN) && line.endsWith(" 1");
    }

    private String next(String command) throws IOException {
        @Nullable String line = answers.readLine();
        if (line == null) {
            throw new AssertionError("tmux " + command + ": the server has ended");
        }
        return line;
    }
}
