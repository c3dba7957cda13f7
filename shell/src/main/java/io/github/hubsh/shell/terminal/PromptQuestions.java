package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.command.Questions;
import io.github.hubsh.shell.command.ShellException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/** Asks where lines are typed. For the thread that reads them. */
final class PromptQuestions implements Questions {
    private final Editor editor;
    private final Printer printer;

    PromptQuestions(Editor editor, Printer printer) {
        this.editor = editor;
        this.printer = printer;
    }

    @Override
    public String ask(String question) {
        printer.drain();
        try {
            return editor.ask(question);
        } catch (UserInterruptException | EndOfFileException refused) {
            throw ShellException.interrupted("nothing was answered, and nothing is sent");
        }
    }
}
