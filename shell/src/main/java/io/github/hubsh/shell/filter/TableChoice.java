package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.result.Rows;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says how to pick a table of an object that has some, where only a table makes sense. */
public final class TableChoice {
    private static final int MAX_LISTED = 8;

    private TableChoice() {}

    /**
     * Returns {@code pick a table of the result first: | jq .states}, or {@code null} where the value has no tables in
     * it.
     */
    public static @Nullable String of(@Nullable Object value) {
        List<String> tables = Rows.tables(value);
        if (tables.isEmpty()) {
            return null;
        }
        String others = tables.stream().skip(1).limit(MAX_LISTED).collect(Collectors.joining(", "));
        String all = others.isEmpty() ? "" : " (or " + others + (tables.size() > MAX_LISTED + 1 ? ", …)" : ")");
        return "pick a table of the result first: | jq " + path(tables.get(0)) + all;
    }

    private static String path(String key) {
        return key.matches("[A-Za-z_][A-Za-z0-9_]*")
                ? "." + key
                : "'.[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]'";
    }
}
