package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.line.Completeness;
import io.github.hubsh.shell.word.ByteOrderMark;
import io.github.hubsh.shell.word.SourceLine;
import java.io.BufferedReader;
import java.io.IOException;

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
        int code = interpreter.run(pending.toString(), new SourceLine(name, firstLine));
        status = status == 0 ? code : status;
        pending.setLength(0);
        firstLine = lineNumber + 1;
    }

    private boolean stopped() {
        return interpreter.leaving() || interpreter.interrupted() || (status != 0 && !interpreter.keepsGoing());
    }
}
