package io.github.hubsh.shell.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a verb may know of the language that its statement is written in. */
public interface Language {
    /**
     * Compiles a jq expression; the condition holds where it gives anything but {@code false} and {@code null}.
     *
     * @throws ShellException USAGE, pointing into the expression
     */
    Condition condition(Word expression);

    /**
     * Writes the statement that sends a request.
     *
     * @param options as they are typed, each with a blank before it; or empty
     */
    String execute(String target, String command, String options, Map<String, @Nullable Object> arguments);
}
