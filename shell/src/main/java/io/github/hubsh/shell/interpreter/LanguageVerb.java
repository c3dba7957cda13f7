package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.PromptLanguage;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Group;
import io.github.hubsh.shell.syntax.Syntax;

/** A line of another language, as though it were a verb. */
record LanguageVerb(PromptLanguage dialect, String line) implements Verb {
    private static final Syntax SYNTAX =
            Syntax.of("$dialect", Group.SCRIPT, "a line of another language").build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        return dialect.run(line, session);
    }
}
