package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.Rows;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lets only the first so many pass: of a list or a table its first elements, of a stream its first results. */
final class Head implements Stage {
    private final int count;
    private final Stage next;
    private final FilterContext context;

    // Mutable state
    private int left;

    Head(int count, Stage next, FilterContext context) {
        this.count = count;
        this.next = next;
        this.context = context;
        this.left = count;
    }

    @Override
    public void accept(Outcome outcome) {
        if (outcome instanceof Outcome.Text text) {
            next.accept(
                    new Outcome.Text(text.lines().subList(0, upTo(text.lines().size()))));
            return;
        }
        List<@Nullable Object> rows = Rows.of(context.value(outcome));
        if (rows != null) {
            next.accept(Outcome.value(
                    Rows.chosen(rows, IntStream.range(0, upTo(rows.size())).toArray())));
            return;
        }
        if (left-- > 0) {
            next.accept(outcome);
        }
        if (left <= 0) {
            throw new PipelineClosed();
        }
    }

    private int upTo(int size) {
        return Math.min(count, size);
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
