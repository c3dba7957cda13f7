package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.session.result.Rows;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a few keys of objects, or columns of tables, in the order asked for. What only some objects of a list have is
 * null in the others; what none has is an error.
 */
record Select(List<Word> keys, Stage next, FilterContext context) implements StatelessStage {
    @Override
    public void accept(Outcome outcome) {
        Object value = context.value(outcome);
        List<@Nullable Object> rows = Rows.of(value);
        if (rows == null) {
            List<@Nullable Object> one = new ArrayList<>();
            one.add(value);
            check(
                    value,
                    outcome instanceof Outcome.Heard || outcome instanceof Outcome.Recorded
                            ? TimedBroadcast.KEYS
                            : Rows.columnNames(one),
                    one);
            next.accept(Outcome.value(selected(value)));
            return;
        }
        check(value, Rows.columnNames(rows), rows);
        List<@Nullable Object> all = new ArrayList<>(rows.size());
        for (Object row : rows) {
            all.add(selected(row));
        }
        List<String> names = keys.stream().map(Word::text).distinct().toList();
        next.accept(Outcome.value(Rows.narrowed(rows, names, all)));
    }

    private void check(@Nullable Object value, List<String> known, List<?> rows) {
        if (known.isEmpty() && rows.stream().allMatch(row -> row == null)) {
            return;
        }
        if (known.isEmpty() && rows.stream().noneMatch(Map.class::isInstance)) {
            throw new ShellException(Problem.BAD_DATA, "the result has no columns to select from")
                    .pointing(keys.get(0).place(0))
                    .hint("see what it is with --json");
        }
        for (Word key : keys) {
            if (!known.contains(key.text())) {
                throw UnknownColumn.in(value, key.text(), known, key.place(0));
            }
        }
    }

    private @Nullable Object selected(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, @Nullable Object> selected = new LinkedHashMap<>();
        for (Word key : keys) {
            selected.put(key.text(), value(map, key.text()));
        }
        return selected;
    }

    /** A key of Python's that is no text is looked up by its text. */
    private static @Nullable Object value(Map<?, ?> map, String name) {
        if (map.containsKey(name)) {
            return map.get(name);
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String)
                    && String.valueOf(entry.getKey()).equals(name)) {
                return entry.getValue();
            }
        }
        return null;
    }
}
