package io.github.hubsh.shell.command;

/** What a verb may know of the language that its statement is written in. */
public interface Language {
    /**
     * Compiles a jq expression; the condition holds where it gives anything but {@code false} and {@code null}.
     *
     * @throws ShellException USAGE, pointing into the expression
     */
    Condition condition(Word expression);
}
