package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.line.PipelineSpec;
import io.github.hubsh.shell.line.SecretItems;
import io.github.hubsh.shell.line.Statement;
import io.github.hubsh.shell.line.StatementText;
import io.github.hubsh.shell.session.Journal;
import io.github.hubsh.shell.session.JournaledStatement;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionWithHub;
import io.github.hubsh.shell.session.memory.LineHistory;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.SourceLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the journal of the statements that an interpreter runs. What the history does not keep, because it begins with
 * a blank or gives a secret away, is not in the journal either. Its methods are called by the thread that runs lines.
 */
final class JournalKeeper {
    private final Session session;
    private final Journal journal;

    // Mutable state
    private String text = "";
    private int number;
    private boolean hidden;
    private volatile Journal.@Nullable Entry current; // read by threads that send requests for the statement

    JournalKeeper(Session session) {
        this.session = session;
        this.journal = session.memory().journal();
    }

    /** Returns the session for the statements that are waited for. */
    Session session() {
        return new SessionWithHub(session, new JournaledHub(session.hub(), () -> current));
    }

    /** Returns the session for the statement that has begun, to run beside others. */
    Session beside() {
        Journal.Entry own = current;
        return own == null ? session : new SessionWithHub(session, new JournaledHub(session.hub(), () -> own));
    }

    /**
     * Takes the line of the statements that follow.
     *
     * @param where it stands in a file; {@code null} for one that was typed
     */
    void line(String line, @Nullable SourceLine where) {
        text = line.strip();
        hidden = SecretItems.in(line) || (where == null && line.startsWith(" "));
        LineHistory history = session.memory().history();
        List<String> lines = history.lines();
        boolean kept =
                where == null && !lines.isEmpty() && lines.get(lines.size() - 1).equals(line.stripTrailing());
        number = kept ? history.firstNumber() + lines.size() - 1 : 0;
    }

    void begin(Statement statement, boolean alone) {
        if (hidden) {
            current = null;
            return;
        }
        PipelineSpec pipeline = statement.pipeline();
        VerbName verb = statement.name();
        boolean code = verb == null;
        current = journal.begin(new JournaledStatement(
                number,
                verb == null ? VerbName.JS : verb,
                code ? VerbName.JS.text() + " " + text : alone ? text : StatementText.of(statement),
                statement.arguments(),
                pipeline == null ? null : pipeline.name(),
                pipeline != null && (!pipeline.pipes().isEmpty() || pipeline.redirect() != null)));
    }

    void end(int exitCode) {
        Journal.Entry entry = current;
        if (entry != null) {
            entry.end(exitCode != 0);
        }
        current = null;
    }
}
