package io.github.hubsh.shell.filter;

import io.github.hubsh.core.json.WholeText;
import io.github.hubsh.core.thread.DaemonThreads;
import io.github.hubsh.shell.word.Interruptible;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A running {@code sh -c}, with a thread for each of its three streams: writing to a command that does not read must
 * stay interruptible. Used by one thread.
 */
final class OsProcess {
    private static final int MAX_LINE_LENGTH = 1 << 20;
    private static final int WAITING_LINES = 100;
    private static final long CHECK_INTERVAL_MILLIS = 50;
    private static final String STOPPED = "stopped the command";
    private static final byte[] NO_MORE = {};

    private final Process process;
    private final BlockingQueue<byte[]> input = new ArrayBlockingQueue<>(WAITING_LINES);
    private final Thread writer;
    private final Thread out;
    private final Thread err;

    // Mutable state
    private volatile boolean closed;

    OsProcess(String command, FilterContext context) throws IOException {
        process = context.commands().start(command);
        writer = start("in", this::writeAll);
        out = start("out", () -> readAll(process.getInputStream(), context::output));
        err = start("err", () -> readAll(process.getErrorStream(), context::message));
    }

    /** Hands text to the command; returns whether it still reads. */
    boolean write(String text) {
        return write(WholeText.of(text).getBytes(StandardCharsets.UTF_8));
    }

    /** Hands bytes to the command; returns whether it still reads. */
    boolean write(byte[] text) {
        boolean taken = false;
        while (!taken && writer.isAlive() && process.isAlive()) {
            taken = Interruptible.get(STOPPED, () -> input.offer(text, CHECK_INTERVAL_MILLIS, TimeUnit.MILLISECONDS));
        }
        return taken;
    }

    /** Ends the command's input and waits for its end; returns its exit code. */
    int finish() {
        write(NO_MORE);
        return Interruptible.get(STOPPED, () -> {
            int status = process.waitFor();
            out.join();
            err.join();
            return status;
        });
    }

    /**
     * Ends the command, and what it started, if it still runs. Its streams are left to their threads: to close them
     * waits for a write that a part of the command which does not end may hold up.
     */
    void close() {
        closed = true;
        if (process.isAlive()) {
            List<ProcessHandle> started = process.descendants().toList();
            process.toHandle().destroy();
            started.forEach(ProcessHandle::destroy);
        }
        writer.interrupt();
    }

    private void writeAll() {
        try (OutputStream stdin = process.getOutputStream()) {
            for (byte[] text = input.take(); text != NO_MORE; text = input.take()) {
                stdin.write(text);
                stdin.flush();
            }
        } catch (IOException | InterruptedException noReader) {
            // The command reads no more, like head after its last line; that is no error.
        }
    }

    private void readAll(InputStream stream, Consumer<String> lines) {
        try (Reader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (c != '\n') {
                    line.append((char) c);
                }
                if (c == '\n' || line.length() >= MAX_LINE_LENGTH) {
                    show(line.toString(), lines);
                    line.setLength(0);
                }
            }
            if (line.length() > 0) {
                show(line.toString(), lines);
            }
        } catch (IOException | RuntimeException ended) {
            // The command no longer reads, or it was stopped: its exit code tells.
        }
    }

    /** A command's output about its own stop is not shown. */
    private void show(String line, Consumer<String> lines) {
        if (!closed) {
            lines.accept(line);
        }
    }

    private static Thread start(String name, Runnable task) {
        return DaemonThreads.start("hubsh-sh-" + name, task);
    }
}
