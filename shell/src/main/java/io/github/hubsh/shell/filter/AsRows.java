package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a list of objects of a value with rows, because a table shows such a list best. */
record AsRows(Stage next, FilterContext surroundings) implements StatelessStage {
    @Override
    public void accept(Outcome outcome) {
        List<@Nullable Object> rows = Rows.of(surroundings.value(outcome));
        next.accept(rows == null ? outcome : Outcome.value(rows));
    }
}
