package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.Rows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets pass what an expression is true for: elements of a list, rows of a table, or whole results. */
record Where(JqExpression expression, Stage next, FilterContext surroundings) implements StatelessStage {
    @Override
    public void accept(Outcome outcome) {
        Object value = surroundings.value(outcome);
        List<@Nullable Object> rows = Rows.of(value);
        if (rows == null) {
            if (expression.isTrue(value)) {
                next.accept(outcome);
            }
            return;
        }
        List<@Nullable Object> passed = new ArrayList<>();
        for (Object row : rows) {
            if (expression.isTrue(row)) {
                passed.add(row);
            }
        }
        next.accept(Outcome.value(passed));
    }
}
