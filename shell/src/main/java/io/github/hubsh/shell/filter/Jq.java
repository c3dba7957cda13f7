package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.Outcome;

/** Hands on what a jq expression makes of each result: none, one or many. */
record Jq(JqExpression expression, Stage next, FilterContext surroundings) implements StatelessStage {
    @Override
    public void accept(Outcome outcome) {
        expression.apply(surroundings.value(outcome), made -> next.accept(Outcome.value(made)));
    }
}
