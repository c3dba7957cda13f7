package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.result.ResultCondition;
import io.github.hubsh.shell.word.Word;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A jq expression as a condition. */
public final class JqCondition implements ResultCondition {
    private final JqExpression expression;

    /**
     * Compiles an expression.
     *
     * @param variables what it may call {@code $name}
     */
    public JqCondition(Word expression, Map<String, @Nullable Object> variables) {
        this.expression = JqExpression.compile(expression, variables);
    }

    @Override
    public boolean holds(@Nullable Object value) {
        return expression.isTrue(value);
    }
}
