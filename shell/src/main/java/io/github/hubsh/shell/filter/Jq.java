package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.command.Outcome;

/** Hands on what a jq expression makes of each result: none, one or many. */
final class Jq implements Stage {
    private final JqExpression expression;
    private final Stage next;
    private final Surroundings surroundings;

    Jq(JqExpression expression, Stage next, Surroundings surroundings) {
        this.expression = expression;
        this.next = next;
        this.surroundings = surroundings;
    }

    @Override
    public void accept(Outcome outcome) {
        expression.apply(surroundings.value(outcome), made -> next.accept(Outcome.value(made)));
    }

    @Override
    public void end() {
        next.end();
    }

    @Override
    public void close() {
        next.close();
    }
}
