package io.github.hubsh.shell.interpreter;

/** The interactive prompt, which room {@code terminal} implements. */
public interface Prompt {
    /**
     * Reads lines and runs them until the user leaves.
     *
     * @return the process's exit code
     */
    int run(Interpreter interpreter);
}
