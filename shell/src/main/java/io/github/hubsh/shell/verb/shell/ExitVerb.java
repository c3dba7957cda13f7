package io.github.hubsh.shell.verb.shell;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import org.jspecify.annotations.Nullable;

/** Leaves the shell. */
public final class ExitVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.EXIT, "leave the shell, as Ctrl-D does")
            .optional("CODE", Kind.TEXT)
            .example("exit")
            .example("exit 3")
            .detail("CODE is the exit code of hubsh, 0 to 255. Without it, the first error gives it.")
            .build();

    private static final int MAX_CODE = 255;

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        return new Outcome.Exit(arguments.operandCount() == 0 ? null : code(arguments.operandWord(0)));
    }

    private static @Nullable Integer code(Word word) {
        String text = word.text();
        int code = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : MAX_CODE + 1;
        if (code > MAX_CODE) {
            throw ShellException.at(word.place(0), "expected an exit code from 0 to " + MAX_CODE);
        }
        return code;
    }
}
