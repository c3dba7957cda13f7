package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.PromptLanguage;
import io.github.hubsh.shell.session.Scripting.Limits;
import io.github.hubsh.shell.session.Session;

/** What is typed at {@code js>}. */
final class JsDialect implements PromptLanguage {
    private final JavaScript scripting;

    JsDialect(JavaScript scripting) {
        this.scripting = scripting;
    }

    @Override
    public String name() {
        return "js";
    }

    @Override
    public boolean isComplete(String text) {
        return !JsTokens.of(text).isOpen();
    }

    @Override
    public Suggestions complete(String text, int cursor, Session session) {
        return new JsCompleter(
                        session.memory().catalog(),
                        scripting.playground(session).names())
                .complete(text, cursor);
    }

    @Override
    public Outcome run(String text, Session session) {
        return scripting.evaluate(text, Limits.STRICT, session);
    }
}
