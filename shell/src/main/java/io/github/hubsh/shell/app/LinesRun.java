package io.github.hubsh.shell.app;

import io.github.hubsh.shell.interpreter.Interpreter;
import io.github.hubsh.shell.interpreter.LineScript;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs the lines of {@code -c}, of files and of stdin; the first error decides the exit code. */
final class LinesRun {
    private final Interpreter interpreter;

    // Mutable state
    private int status;

    LinesRun(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    int run(List<Word> lines, List<Word> files) {
        for (Word line : lines) {
            if (goesOn()) {
                add(interpreter.run(line.text()));
            }
        }
        for (Word file : files) {
            if (goesOn()) {
                String text = interpreter.session().io().files().text(file.text());
                add(script(file.text(), new BufferedReader(new StringReader(text))));
            }
        }
        return finish();
    }

    int run(InputStream stdin) {
        add(script("stdin", new BufferedReader(new InputStreamReader(stdin, StandardCharsets.UTF_8.newDecoder()))));
        return finish();
    }

    private boolean goesOn() {
        return !interpreter.leaving() && !interpreter.interrupted() && (status == 0 || interpreter.keepsGoing());
    }

    private int finish() {
        boolean whole = interpreter.leaving() || goesOn();
        add(whole ? interpreter.finish() : interpreter.finishEarly());
        return status;
    }

    private void add(int code) {
        status = status == 0 ? code : status;
    }

    private int script(String name, BufferedReader lines) {
        try {
            return new LineScript(interpreter, name).run(lines);
        } catch (CharacterCodingException notText) {
            throw new ShellException(Problem.BAD_FILE, name + " is not UTF-8 text", notText);
        } catch (IOException broken) {
            throw new ShellException(Problem.BAD_FILE, "cannot read " + name + ": " + broken.getMessage(), broken);
        }
    }
}
