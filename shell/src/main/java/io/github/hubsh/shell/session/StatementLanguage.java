package io.github.hubsh.shell.session;

import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.RepeatableStatement;
import io.github.hubsh.shell.session.result.ResultCondition;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a verb may know of the language that its statement is written in. */
public interface StatementLanguage {
    /**
     * Compiles a jq expression; the condition holds where it gives anything but {@code false} and {@code null}.
     *
     * @throws ShellException USAGE, pointing into the expression
     */
    ResultCondition condition(Word expression);

    /**
     * Returns a statement that stands in another, to be run as often as wanted.
     *
     * @param words of a statement that the parser has accepted
     * @param session that it acts on
     */
    RepeatableStatement statement(List<Word> words, Session session);

    /**
     * Writes the statement that sends a request.
     *
     * @param options as they are typed, each with a blank before it; or empty
     */
    String execute(String target, String command, String options, Map<String, @Nullable Object> arguments);

    /**
     * Runs a line of the shell beside the statement that runs.
     *
     * @param session that it acts on
     * @param results gets what its statements show, as they show it
     * @throws ShellException of the first statement that fails
     */
    void run(String line, Session session, Consumer<Outcome> results);

    /**
     * Runs the lines of a file beside the statement that runs. A line that does not parse fails before the first one
     * runs.
     *
     * @param file with its name and text
     * @param session that it acts on
     * @param results gets what its statements show, as they show it
     * @throws ShellException of the first statement that fails, with its file and line; the end that {@code exit} wants
     */
    void run(ScriptFile file, Session session, Consumer<Outcome> results);
}
