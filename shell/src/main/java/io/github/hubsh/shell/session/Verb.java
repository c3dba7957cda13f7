package io.github.hubsh.shell.session;

import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.word.ShellException;

/** What a statement starts with: {@code execute}, {@code ping}, {@code tail}. */
public interface Verb {
    Syntax syntax();

    /**
     * Does the work. Everything in {@code arguments} has been checked against {@link #syntax()}.
     *
     * @return what is to be shown at the end; what appears meanwhile goes to {@link Session#display()}
     * @throws ShellException if it fails, with the exit code of its problem
     */
    Outcome run(Arguments arguments, Session session);
}
