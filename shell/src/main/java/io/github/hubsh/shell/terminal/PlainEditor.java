package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.line.Completeness;
import java.io.IOError;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;

/**
 * Lines at a terminal that can only print ({@code TERM=dumb}: an editor's shell window): the system echoes and edits
 * them, and only whole lines come here. JLine would show nothing of what is typed there.
 */
final class PlainEditor implements Editor {
    private static final long DEADLINE_MILLIS = 10_000;
    private static final String CONTINUATION = "· ";

    private final Terminal terminal;
    private final PromptHistory history;
    private final Supplier<String> prompt;
    private final Function<String, Completeness> completeness;

    // Mutable state
    private @Nullable Supplier<String> typedBehind; // while a line is typed; guarded by this

    /**
     * Reads from a terminal in its usual mode.
     *
     * @param prompt the present prompt; asked by every thread that prints
     */
    PlainEditor(
            Terminal terminal,
            PromptHistory history,
            Supplier<String> prompt,
            Function<String, Completeness> completeness) {
        this.terminal = terminal;
        this.history = history;
        this.prompt = prompt;
        this.completeness = completeness;
        // JLine's reading thread wants to know the mode, and learns it only where one is set.
        terminal.setAttributes(terminal.getAttributes());
    }

    @Override
    public String read() {
        Thread reader = Thread.currentThread();
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> reader.interrupt());
        try {
            StringBuilder line = new StringBuilder(readLine(prompt));
            while (completeness.apply(line.toString()) == Completeness.INCOMPLETE) {
                line.append('\n').append(readLine(() -> CONTINUATION));
            }
            history.add(Instant.now(), line.toString());
            return line.toString();
        } catch (InterruptedIOException interrupted) {
            print("\n");
            throw new UserInterruptException("");
        } catch (IOException broken) {
            throw new IOError(broken);
        } finally {
            terminal.handle(Terminal.Signal.INT, before);
        }
    }

    @Override
    public void recalled(String recalled) {
        history.add(Instant.now(), recalled);
    }

    @Override
    public String ask(String question) {
        print(question);
        try {
            return readLine();
        } catch (InterruptedIOException interrupted) {
            print("\n");
            throw new UserInterruptException("");
        } catch (IOException broken) {
            throw new IOError(broken);
        }
    }

    @Override
    public synchronized void printAbove(String text) {
        print(typedBehind == null ? text : "\n" + text + typedBehind.get());
    }

    /** What is printed stays. The next prompt is right. */
    @Override
    public void refresh() {}

    private synchronized void begin(Supplier<String> shown) {
        typedBehind = shown;
        print(shown.get());
    }

    private synchronized void end() {
        typedBehind = null;
    }

    /** From Enter on no line is being typed: output while that line is processed has no prompt around it. */
    private String readLine(Supplier<String> shown) throws IOException {
        begin(shown);
        try {
            return readLine();
        } finally {
            end();
        }
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int c = readChar();
        while (c != '\n' && c != '\r') {
            if (c < 0) {
                throw new EndOfFileException();
            }
            line.append((char) c);
            c = readChar();
        }
        return line.toString();
    }

    /** Only a read with a deadline can be interrupted. */
    private int readChar() throws IOException {
        int c = NonBlockingReader.READ_EXPIRED;
        while (c == NonBlockingReader.READ_EXPIRED) {
            c = terminal.reader().read(DEADLINE_MILLIS);
        }
        return c;
    }

    private void print(String text) {
        terminal.writer().print(text);
        terminal.writer().flush();
    }
}
