package io.github.hubsh.shell.line;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.syntax.VerbTrait;
import org.jspecify.annotations.Nullable;

/**
 * A verb and what it was given, ready to run.
 *
 * @param pipeline what becomes of its results, or {@code null} where they are just shown, as in most statements, which
 *     then need no further object
 */
public record Statement(
        Verb verb, Arguments arguments, @Nullable PipelineSpec pipeline) {
    public Statement(Verb verb, Arguments arguments) {
        this(verb, arguments, null);
    }

    public boolean isVerb(VerbName name) {
        return verb.syntax().name().equals(name.text());
    }

    public boolean has(VerbTrait trait) {
        return VerbName.has(verb.syntax().name(), trait);
    }
}
