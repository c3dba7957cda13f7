package io.github.hubsh.shell.line;

import io.github.hubsh.shell.command.Arguments;
import io.github.hubsh.shell.command.Verb;
import org.jspecify.annotations.Nullable;

/**
 * A verb and what it was given, ready to run.
 *
 * @param plumbing what becomes of its results, or {@code null} where they are just shown: most statements are that plain,
 *     and pay for nothing else
 */
public record Statement(
        Verb verb, Arguments arguments, @Nullable Plumbing plumbing) {
    public Statement(Verb verb, Arguments arguments) {
        this(verb, arguments, null);
    }
}
