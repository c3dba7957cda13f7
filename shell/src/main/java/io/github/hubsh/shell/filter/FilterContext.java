package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.io.CommandAccess;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stages need from the shell around them. */
public interface FilterContext {
    /** Returns a result as data: what programs see of it. */
    @Nullable
    Object value(Outcome outcome);

    /** Returns a result as it would be written into a pipe, line ends and all. */
    String text(Outcome outcome);

    /**
     * Runs a statement whose {@code $_} is a result.
     *
     * @return what it gives
     * @throws ShellException of a statement that fails
     */
    List<Outcome> run(List<Word> statement, @Nullable Object result);

    /** Returns what starts commands of the operating system. */
    CommandAccess commands();

    /** Shows a line that a foreign program wrote to its stdout. */
    void output(String line);

    /** Shows a line that a foreign program wrote to its stderr. */
    void message(String line);

    /** Returns how many columns a line has room for. */
    int width();

    /** Returns what jq expressions know as {@code $name}. */
    Map<String, @Nullable Object> variables();
}
