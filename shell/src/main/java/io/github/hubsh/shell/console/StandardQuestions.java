package io.github.hubsh.shell.console;

import io.github.hubsh.shell.session.io.Questions;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Asks on stderr and reads from stdin, both of which are a terminal. */
public final class StandardQuestions implements Questions {
    private final InputStream in;
    private final OutputStream err;
    private final Runnable first;

    /** @param first done before each question: gives the screen back, and the keys, if a picture has them */
    public StandardQuestions(InputStream in, OutputStream err, Runnable first) {
        this.in = in;
        this.err = err;
        this.first = first;
    }

    @Override
    public String ask(String question) {
        first.run();
        try {
            err.write(question.getBytes(StandardCharsets.UTF_8));
            err.flush();
            return line();
        } catch (IOException broken) {
            throw new ShellException(Problem.BAD_FILE, "cannot ask: " + broken.getMessage(), broken);
        }
    }

    /** Reads no further than the line's end: the input behind it is for other readers. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            throw ShellException.interrupted("no answer").hint("nothing was sent");
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
