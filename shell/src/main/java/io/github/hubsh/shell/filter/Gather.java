package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.command.Outcome;
import io.github.hubsh.shell.command.Problem;
import io.github.hubsh.shell.command.Rows;
import io.github.hubsh.shell.command.ShellException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one list of all results at the end: a table needs all rows before it can show the first. */
public final class Gather implements Stage {
    /** What a person could read, and more; a broadcast takes some kilobytes. */
    private static final int MOST = 100_000;

    private final Stage next;
    private final Surroundings surroundings;

    // Mutable state
    private final List<@Nullable Object> values = new ArrayList<>();

    public Gather(Stage next, Surroundings surroundings) {
        this.next = next;
        this.surroundings = surroundings;
    }

    @Override
    public void accept(Outcome outcome) {
        if (values.size() >= MOST) {
            throw new ShellException(Problem.USAGE, "more than " + MOST + " results to keep")
                    .hint("take fewer: | head 1000");
        }
        values.add(surroundings.value(outcome));
    }

    /** One result stays what it is; none is no data; several are a list. */
    @Override
    public void end() {
        if (values.size() == 1) {
            List<@Nullable Object> rows = Rows.of(values.get(0));
            next.accept(Outcome.value(rows == null ? values.get(0) : rows));
        } else {
            next.accept(Outcome.value(values.isEmpty() ? null : values));
        }
        next.end();
    }

    @Override
    public void close() {
        next.close();
    }
}
