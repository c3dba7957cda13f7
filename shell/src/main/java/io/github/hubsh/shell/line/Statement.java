package io.github.hubsh.shell.line;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.syntax.Operand;
import io.github.hubsh.shell.syntax.Syntax;
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

    /** Returns which verb it is; {@code null} for a line of another language. */
    public @Nullable VerbName name() {
        return VerbName.of(verb.syntax().name());
    }

    public boolean isVerb(VerbName name) {
        return verb.syntax().name().equals(name.text());
    }

    /**
     * Returns whether it continues by itself: not where its first word, such as {@code stop}, is one of the verb's own.
     */
    public boolean isLive() {
        Syntax syntax = verb.syntax();
        Operand first = syntax.operand(0);
        String word = arguments.optionalOperand(0);
        return syntax.live()
                && (word == null || first == null || !first.choices().contains(word));
    }

    /** Returns whether it shows results while it runs. */
    public boolean showsWhileItRuns() {
        return isLive() || has(VerbTrait.RESULTS_WHILE_IT_RUNS);
    }

    /** Returns whether its results are bytes, which a file gets as they are. */
    public boolean givesBytes() {
        String action = arguments.optionalOperand(0);
        return action != null && verb.syntax().byteActions().contains(action);
    }

    public boolean has(VerbTrait trait) {
        return VerbName.has(verb.syntax().name(), trait);
    }
}
