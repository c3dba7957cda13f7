package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one result of all at the end: a table needs all rows before it can show the first, a file is one document. */
public final class Collect implements Stage {
    /** More than a person can read; a broadcast takes some kilobytes. */
    private static final int MAX_RESULTS = 100_000;

    private final Stage next;
    private final FilterContext context;

    // Mutable state
    private final List<Outcome> outcomes = new ArrayList<>();

    public Collect(Stage next, FilterContext context) {
        this.next = next;
        this.context = context;
    }

    @Override
    public void accept(Outcome outcome) {
        if (outcomes.size() >= MAX_RESULTS) {
            throw new ShellException(Problem.USAGE, "more than " + MAX_RESULTS + " results to keep")
                    .hint("take fewer: | head 1000");
        }
        outcomes.add(outcome);
    }

    /** One result stays what it is; none is no data; several are a list. */
    @Override
    public void end() {
        if (outcomes.size() == 1) {
            next.accept(outcomes.get(0));
        } else {
            next.accept(Outcome.value(outcomes.isEmpty() ? null : values()));
        }
        next.end();
    }

    private List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            values.add(context.value(outcome));
        }
        return values;
    }

    @Override
    public void close() {
        next.close();
    }
}
