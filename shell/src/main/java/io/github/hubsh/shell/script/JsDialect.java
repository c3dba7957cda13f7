package io.github.hubsh.shell.script;

import io.github.hubsh.shell.session.PromptLanguage;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ShellException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
                        names(session),
                        scripting.playground(session).members())
                .complete(text, cursor);
    }

    @Override
    public Outcome run(String text, Session session) {
        String word = text.strip().replaceFirst("^\\.", "").replaceFirst(";$", "");
        boolean isVariable = scripting.playground(session).names().contains(word);
        VerbName verb = isVariable ? null : VerbName.of(word);
        if (verb == VerbName.EXIT) {
            return leave(session, null);
        }
        if (verb == VerbName.HELP) {
            session.language()
                    .run(
                            VerbName.HELP.text() + " javascript",
                            session,
                            session.io().display()::show);
            return Outcome.NOTHING;
        }
        try {
            return evaluated(text, session);
        } catch (ShellException ended) {
            if (ended.isExit()) {
                return leave(session, ended.exitCode());
            }
            throw ended;
        }
    }

    private Outcome evaluated(String text, Session session) {
        PromptEvaluator playground = scripting.playground(session);
        if (playground.isReady()) {
            return playground.echo(text, session);
        }
        session.io().display().progress("JavaScript is loading");
        try {
            return playground.echo(text, session);
        } finally {
            session.io().display().progress("");
        }
    }

    /** Goes back to where it was opened: to the shell's prompt, or out of the program. */
    private static Outcome leave(Session session, @Nullable Integer code) {
        session.program().setPromptLanguage(null);
        return session.program().endsWithLanguage() ? new Outcome.Exit(code) : Outcome.NOTHING;
    }

    /** The variables of the shell are there before anything was evaluated. */
    private List<String> names(Session session) {
        Set<String> names = new TreeSet<>(scripting.playground(session).names());
        names.addAll(session.memory().variables().all().keySet());
        return List.copyOf(names);
    }
}
