package io.github.hubsh.shell.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.SourceLine;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recording line by line, whatever its size. A last line without its end was cut when the recorder was killed:
 * it is left out, as the rest of a file in gzip is that ends within a member. For one thread.
 */
public final class RecordingReader implements RecordedLines, AutoCloseable {
    private static final byte[] HEADER_BEGIN = ("{\"" + RecordingHeader.FORMAT_KEY + "\"").getBytes(UTF_8);

    private final String name;
    private final LineSplitter lines;
    private final RecordingHeader header;

    // Mutable state
    private String hubName;
    private int number = 1;
    private byte @Nullable [] ahead;

    /**
     * Reads the header.
     *
     * @param name of the file, for errors
     * @param in its content, also in gzip; closed by {@link #close}
     * @throws ShellException BAD_FILE if it is no recording
     */
    public RecordingReader(String name, InputStream in) {
        this.name = name;
        try {
            this.lines = LineSplitter.of(in);
            this.header = header(lines.next());
            this.hubName = header.hubName();
        } catch (IOException e) {
            throw new ShellException(Problem.BAD_FILE, "cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public RecordingHeader header() {
        return header;
    }

    @Override
    public String hubName() {
        return hubName;
    }

    /**
     * Returns the next line; {@code null} at the end. Where a recording was continued, or several were put together,
     * the header in the middle is an event.
     *
     * @throws ShellException BAD_FILE, with the number of the line
     */
    @Override
    public @Nullable RecordedLine next() {
        byte[] line = nextBytes();
        if (line == null) {
            return null;
        }
        try {
            return isHeader(line) ? continued(line) : LineReader.read(line);
        } catch (ContentException e) {
            SourceLine where = new SourceLine(name, number);
            ahead = nextBytes();
            if (ahead != null && isHeader(ahead)) {
                // Its recorder was killed, and another one has continued the file.
                return next();
            }
            throw new ShellException(Problem.BAD_FILE, "this is no line of a recording: " + e.getMessage(), e)
                    .in(where)
                    .hint("without this line the others can be read");
        }
    }

    /** Returns whether the end of the file is missing, which is known when {@link #next} has returned {@code null}. */
    public boolean isCut() {
        return lines.isCut();
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new ShellException(Problem.BAD_FILE, "cannot close " + name + ": " + e.getMessage(), e);
        }
    }

    private RecordingHeader header(byte @Nullable [] line) {
        Map<?, ?> facts = line == null ? Map.of() : factsOrNone(line);
        RecordingHeader found = RecordingHeader.of(facts);
        if (found == null) {
            throw new ShellException(Problem.BAD_FILE, name + " is no recording")
                    .hint("make one with record " + name + ", or show the file with another program");
        } else if (!Long.valueOf(RecordingHeader.FORMAT).equals(facts.get(RecordingHeader.FORMAT_KEY))) {
            throw new ShellException(Problem.BAD_FILE, name + " is a recording of a newer hubsh")
                    .hint("read it with that version");
        }
        return found;
    }

    private static Map<?, ?> factsOrNone(byte[] line) {
        try {
            return LineReader.facts(line);
        } catch (ContentException other) {
            return Map.of();
        }
    }

    private byte @Nullable [] nextBytes() {
        if (ahead != null) {
            byte[] line = ahead;
            ahead = null;
            return line;
        }
        try {
            byte[] line = lines.next();
            number++;
            while (line != null && line.length == 0) {
                line = lines.next();
                number++;
            }
            return line;
        } catch (IOException e) {
            throw new ShellException(Problem.BAD_FILE, "cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    private RecordedEvent continued(byte[] line) throws ContentException {
        Map<String, @Nullable Object> facts = LineReader.facts(line);
        RecordingHeader next = RecordingHeader.of(facts);
        if (next == null) {
            throw new ContentException("its header cannot be read");
        }
        hubName = next.hubName();
        facts.put("event", RecordedEvent.STARTED);
        return new RecordedEvent(next.start(), Duration.ZERO, facts, line);
    }

    private static boolean isHeader(byte[] line) {
        return line.length > HEADER_BEGIN.length
                && Arrays.equals(line, 0, HEADER_BEGIN.length, HEADER_BEGIN, 0, HEADER_BEGIN.length);
    }
}
