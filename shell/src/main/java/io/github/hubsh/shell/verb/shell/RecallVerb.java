package io.github.hubsh.shell.verb.shell;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Word;

/** Gives an existing value: the meaning of a line that starts with {@code $name} or {@code _}. */
public final class RecallVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.VALUE, "a variable's value")
            .operand("VALUE", Kind.TEXT)
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Word word = arguments.operandWord(0);
        Word.Inserted value = word.insertedFrom(0);
        return Outcome.value(value == null ? word.text() : value.value());
    }
}
