package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a list of objects of a value with rows, because a table shows such a list best; says where there are several.
 */
record AsRows(Stage next, FilterContext context) implements StatelessStage {
    @Override
    public void accept(Outcome outcome) {
        Object value = context.value(outcome);
        List<@Nullable Object> rows = Rows.of(value);
        String pick = TableChoice.of(value);
        if (pick != null) {
            context.message("note: " + pick);
        }
        next.accept(rows == null ? outcome : Outcome.value(rows));
    }
}
