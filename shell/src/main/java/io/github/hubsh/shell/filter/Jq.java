package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.result.Outcome;
import java.util.Optional;

/** Hands on what a jq expression makes of each result: none, one or many. */
record Jq(JqExpression expression, Stage next, FilterContext context) implements StatelessStage {
    @Override
    public void accept(Outcome outcome) {
        Object value = context.value(outcome);
        PickedPart picked = expression.picked();
        Optional<Object> part = picked == null ? Optional.empty() : picked.in(value);
        if (part.isPresent()) {
            next.accept(Outcome.value(part.get()));
        } else {
            expression.apply(value, made -> next.accept(Outcome.value(made)));
        }
    }
}
