package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.Rows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts the elements of lists and tables, and everything else as one; tells at the end. */
final class Count implements Stage {
    private final Stage next;
    private final FilterContext context;

    // Mutable state
    private long count;

    Count(Stage next, FilterContext context) {
        this.next = next;
        this.context = context;
    }

    @Override
    public void accept(Outcome outcome) {
        List<@Nullable Object> rows = Rows.of(context.value(outcome));
        count += rows == null ? 1 : rows.size();
    }

    @Override
    public void end() {
        next.accept(Outcome.value(count));
        next.end();
    }

    @Override
    public void close() {
        next.close();
    }
}
