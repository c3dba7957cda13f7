package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.render.Screen;
import io.github.hubsh.shell.session.io.Questions;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/** Asks where lines are typed, on the thread that reads them; that thread makes it. */
final class PromptQuestions implements Questions {
    private final Editor editor;
    private final TerminalWriter printer;
    private final Screen screen;
    private final Thread reader = Thread.currentThread();

    PromptQuestions(Editor editor, TerminalWriter printer, Screen screen) {
        this.editor = editor;
        this.printer = printer;
        this.screen = screen;
    }

    @Override
    public String ask(String question) {
        if (Thread.currentThread() != reader) {
            throw new ShellException(Problem.USAGE, "a background job cannot ask").hint("run it without &");
        }
        // A frame takes the screen and the keys: the user could not see the question or answer it.
        screen.frame(List.of());
        printer.drain();
        try {
            return editor.ask(question);
        } catch (UserInterruptException | EndOfFileException refused) {
            throw ShellException.interrupted("no answer").hint("nothing was sent");
        }
    }
}
