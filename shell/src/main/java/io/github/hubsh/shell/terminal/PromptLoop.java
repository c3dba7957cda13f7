package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.interpreter.BackgroundJobs;
import io.github.hubsh.shell.interpreter.Interpreter;
import io.github.hubsh.shell.session.ProgramAccess;
import io.github.hubsh.shell.session.Session;
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
            runMeant(line);
            return true;
        } catch (UserInterruptException interrupted) {
            Thread.interrupted();
            if (interrupted.getPartialLine().isBlank() && !jobs.stopNewest()) {
                interpreter.session().io().display().say(MessageLevel.NOTE, "nothing to stop; Ctrl-D leaves");
            }
            return true;
        } catch (EndOfFileException | IOError left) {
            ProgramAccess program = interpreter.session().program();
            boolean stays = left instanceof EndOfFileException
                    && program.promptLanguage() != null
                    && !program.endsWithLanguage();
            program.setPromptLanguage(null);
            return stays;
        }
    }

    /** Runs a line, or the line of the history that it names, which is shown first. */
    private void runMeant(String line) {
        Session session = interpreter.session();
        boolean recall = session.program().promptLanguage() == null && HistoryRecall.isMeant(line);
        String meant = recall ? HistoryRecall.find(line, session.memory().history()) : line;
        if (meant == null) {
            session.io()
                    .display()
                    .say(
                            MessageLevel.WARNING,
                            "no line of the history is " + line.strip() + "; history --earlier shows all");
            return;
        }
        if (recall) {
            session.io().display().say(MessageLevel.PLAIN, meant);
            editor.recalled(meant);
        }
        interpreter.run(meant);
    }
}
