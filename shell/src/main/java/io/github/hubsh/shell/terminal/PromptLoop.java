package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.interpreter.BackgroundJobs;
import io.github.hubsh.shell.interpreter.Interpreter;
import io.github.hubsh.shell.session.ProgramAccess;
import io.github.hubsh.shell.session.io.MessageLevel;
import java.io.IOError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/** Reads a line, runs it, and again, until the user leaves. For one thread. */
final class PromptLoop {
    private final Interpreter interpreter;
    private final Editor editor;
    private final TerminalWriter printer;
    private final BackgroundJobs jobs;

    PromptLoop(Interpreter interpreter, Editor editor, TerminalWriter printer, BackgroundJobs jobs) {
        this.interpreter = interpreter;
        this.editor = editor;
        this.printer = printer;
        this.jobs = jobs;
    }

    /** Returns when the user leaves, or the terminal is gone. */
    void run() {
        boolean more = true;
        while (more && !interpreter.leaving()) {
            printer.drain();
            more = turn();
        }
    }

    /** Returns whether there may be another. */
    private boolean turn() {
        try {
            String line = editor.read();
            // A Ctrl-C just after Enter was meant for the line, which has ended.
            Thread.interrupted();
            interpreter.run(line);
            return true;
        } catch (UserInterruptException interrupted) {
            Thread.interrupted();
            if (interrupted.getPartialLine().isBlank() && !jobs.stopNewest()) {
                interpreter.session().io().display().say(MessageLevel.NOTE, "nothing to stop; Ctrl-D leaves");
            }
            return true;
        } catch (EndOfFileException | IOError left) {
            ProgramAccess program = interpreter.session().program();
            boolean stays = left instanceof EndOfFileException && program.promptLanguage() != null;
            program.setPromptLanguage(null);
            return stays;
        }
    }
}
