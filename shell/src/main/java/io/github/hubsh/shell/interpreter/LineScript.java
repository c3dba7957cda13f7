package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.line.Completeness;
import io.github.hubsh.shell.word.ByteOrderMark;
import io.github.hubsh.shell.word.Place;
import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Runs line after line of a file or of stdin; a line that is not complete continues on the next one. */
public final class LineScript {
    private final Interpreter interpreter;
    private final String name;

    // Mutable state
    private final StringBuilder pending = new StringBuilder();
    private int lineNumber;
    private int firstLine = 1;
    private int status;

    /**
     * Runs lines of one source.
     *
     * @param name of the file, for errors
     */
    public LineScript(Interpreter interpreter, String name) {
        this.interpreter = interpreter;
        this.name = name;
    }

    /**
     * Runs lines until the end, {@code exit}, or the first error unless the interpreter keeps going.
     *
     * @return 0, or the exit code of the first failure
     */
    public int run(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && !stopped()) {
            lineNumber++;
            pending.append(lineNumber == 1 ? ByteOrderMark.removed(line) : line);
            if (interpreter.completeness(pending.toString()) == Completeness.INCOMPLETE) {
                pending.append('\n');
            } else {
                runPending();
            }
            line = stopped() ? null : lines.readLine();
        }
        if (pending.length() > 0 && !stopped()) {
            runPending();
        }
        return status;
    }

    private void runPending() {
        int code = interpreter.run(pending.toString(), name + ":" + firstLine);
        status = status == 0 ? code : status;
        pending.setLength(0);
        firstLine = lineNumber + 1;
    }

    /** Returns {@code FILE:ROW} for the row in which a place of lines stands that begin at {@code where}. */
    static String placed(String where, @Nullable Place place) {
        int colon = where.lastIndexOf(':');
        if (place == null || colon < 0) {
            return where;
        }
        String before =
                place.line().substring(0, Math.min(place.offset(), place.line().length()));
        long rows = before.chars().filter(c -> c == '\n').count();
        return where.substring(0, colon + 1) + (Long.parseLong(where.substring(colon + 1)) + rows);
    }

    private boolean stopped() {
        return interpreter.leaving() || interpreter.interrupted() || (status != 0 && !interpreter.keepsGoing());
    }
}
