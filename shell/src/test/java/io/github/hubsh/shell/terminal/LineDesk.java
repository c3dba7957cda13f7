package io.github.hubsh.shell.terminal;

import static io.github.hubsh.core.testkit.Eventually.eventually;

import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.shell.fake.ShellBench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.LineDisciplineTerminal;

/** One line that is typed at our reader, on a terminal in memory; what the user sees of it can be asked at any time. */
final class LineDesk implements AutoCloseable {
    static final String PROMPT = "hub> ";

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String PICTURE = "test-picture";

    final ShellBench bench = ShellBench.terminal();
    final ShellLineReader reader;
    private final DefaultHistory history = new DefaultHistory();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final LineDisciplineTerminal terminal;
    private CompletableFuture<String> line = CompletableFuture.completedFuture("");
    private volatile String picture = "";

    LineDesk(int columns, int rows) {
        try {
            terminal = new LineDisciplineTerminal("test", "xterm", shown, StandardCharsets.UTF_8);
            terminal.setSize(new Size(columns, rows));
            reader = new ShellLineReader(
                    terminal,
                    new HashMap<>(Map.of(LineReader.INDENTATION, 0, LineReader.SECONDARY_PROMPT_PATTERN, "%P · ")));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        reader.setHistory(history);
        reader.setCompletionMatcher(new AcceptAllMatcher());
        reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
        reader.setOpt(LineReader.Option.GROUP_PERSIST);
        reader.getWidgets().put(PICTURE, () -> {
            picture = reader.getDisplayedBufferWithPrompts(new ArrayList<>()).toString();
            return true;
        });
    }

    LineDesk remembers(String... lines) {
        for (String each : lines) {
            history.add(Instant.EPOCH, each);
        }
        return this;
    }

    /** Shows hints and suggestions but for these, which are {@code hints} or {@code suggestions}. */
    LineDesk advised(String... off) {
        bench.session.memory().preferences().setSwitchedOff(List.of(off));
        reader.advise(new TypingHints(bench.session, history, true));
        return this;
    }

    LineDesk begin() {
        return begin(PROMPT);
    }

    LineDesk begin(String prompt) {
        line = CompletableFuture.supplyAsync(
                () -> reader.readLine(prompt), task -> DaemonThreads.start("test-reader", task));
        return sees(prompt);
    }

    LineDesk type(String keys) {
        try {
            for (byte key : keys.getBytes(StandardCharsets.UTF_8)) {
                terminal.processInputByte(key);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    /** Waits until the prompt, the line and what stands below are this. */
    LineDesk sees(String wanted) {
        eventually(
                () -> "'" + wanted + "' is not what is seen:\n" + picture(),
                () -> picture().equals(wanted),
                SOON);
        return this;
    }

    /** Waits until the line without its prompt, and what stands below it, are this. */
    LineDesk seesLine(String wanted) {
        return sees(PROMPT + wanted);
    }

    /** Returns what is seen now. */
    String picture() {
        try {
            reader.callWidget(PICTURE);
        } catch (IllegalStateException notReading) {
            return "";
        }
        return picture;
    }

    /** Returns what was typed, once the user has pressed Enter. */
    String line() {
        eventually(() -> "still typing:\n" + picture(), line::isDone, SOON);
        return line.join();
    }

    /** Changes the window; returns what the terminal gets for that, escape sequences included. */
    String resized(int columns, int rows) {
        int before = output().length();
        terminal.setSize(new Size(columns, rows));
        terminal.raise(Terminal.Signal.WINCH);
        return output().substring(before);
    }

    private String output() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        if (!line.isDone()) {
            // Ctrl-C: a terminal that is closed below a reader makes JLine warn.
            type("\u0003");
            eventually(line::isDone, SOON);
        }
        try {
            terminal.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
