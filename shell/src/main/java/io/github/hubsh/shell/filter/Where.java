package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.Rows;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lets pass what an expression is true for: elements of a list, rows of a table, or whole results. A column that no row
 * has is an error, and so is a key that no result had where nothing has passed.
 */
final class Where implements Stage {
    /** Of a stream whose objects all differ, the first ones are enough. */
    private static final int MAX_NAMES = 1_000;

    private static final Set<String> KEYS_OF_BROADCASTS = new LinkedHashSet<>(TimedBroadcast.KEYS);

    private final JqExpression expression;
    private final Stage next;
    private final FilterContext context;

    // Mutable state
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private boolean passed;
    private @Nullable Object last;

    Where(JqExpression expression, Stage next, FilterContext context) {
        this.expression = expression;
        this.next = next;
        this.context = context;
    }

    @Override
    public void accept(Outcome outcome) {
        Object value = context.value(outcome);
        List<@Nullable Object> rows = Rows.of(value);
        if (rows != null) {
            next.accept(Outcome.value(Rows.chosen(rows, passing(value, rows))));
            return;
        }
        Set<String> notFound = new LinkedHashSet<>();
        if (expression.isTrue(value, notFound)) {
            passed = true;
            next.accept(outcome);
        } else if (outcome instanceof Outcome.Heard || outcome instanceof Outcome.Recorded) {
            // What is heard may never end, and all of it has the same keys.
            check(value, notFound, KEYS_OF_BROADCASTS);
        } else if (!passed && seen.size() + missing.size() < MAX_NAMES) {
            missing.addAll(notFound);
            seen.addAll(Rows.columnNames(one(value)));
            last = value;
        }
    }

    private int[] passing(@Nullable Object value, List<@Nullable Object> rows) {
        passed = true;
        Set<String> notFound = new LinkedHashSet<>();
        IntStream.Builder passing = IntStream.builder();
        for (int i = 0; i < rows.size(); i++) {
            if (expression.isTrue(rows.get(i), notFound)) {
                passing.add(i);
            }
        }
        Set<String> columns =
                rows.isEmpty() || !notFound.isEmpty() ? new LinkedHashSet<>(Rows.columnNames(rows)) : Set.of();
        if (rows.isEmpty() && !columns.isEmpty()) {
            lookAt(columns, notFound);
        }
        check(value, notFound, columns);
        return passing.build().toArray();
    }

    /** A table without rows has its columns: the expression looks at a row of nulls. */
    private void lookAt(Set<String> columns, Set<String> notFound) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        columns.forEach(column -> row.put(column, null));
        try {
            expression.isTrue(row, notFound);
        } catch (ShellException unfit) {
            // What it does with a column may not be done with null; what it looked up until then counts.
            if (unfit.isInterruption()) {
                throw unfit;
            }
        }
    }

    private void check(@Nullable Object value, Set<String> notFound, Set<String> known) {
        for (String name : notFound) {
            if (!known.contains(name)) {
                throw UnknownColumn.in(value, name, known, expression.placeOf(name));
            }
        }
    }

    private static List<@Nullable Object> one(@Nullable Object value) {
        List<@Nullable Object> one = new ArrayList<>();
        one.add(value);
        return one;
    }

    @Override
    public void end() {
        if (!passed) {
            check(last, missing, seen);
        }
        next.end();
    }

    @Override
    public void close() {
        next.close();
    }
}
