package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.Outcome;
import io.github.hubsh.shell.session.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps a few keys of objects, or columns of tables, in the order asked for; what is not there is null. */
record Select(List<String> keys, Stage next, FilterContext surroundings) implements StatelessStage {
    @Override
    public void accept(Outcome outcome) {
        Object value = surroundings.value(outcome);
        List<@Nullable Object> rows = Rows.of(value);
        if (rows == null) {
            next.accept(Outcome.value(selected(value)));
            return;
        }
        List<@Nullable Object> all = new ArrayList<>(rows.size());
        for (Object row : rows) {
            all.add(selected(row));
        }
        next.accept(Outcome.value(all));
    }

    private @Nullable Object selected(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<String, @Nullable Object> selected = new LinkedHashMap<>();
        for (String key : keys) {
            selected.put(key, map.get(key));
        }
        return selected;
    }
}
