package io.github.hubsh.shell.render;

import io.github.hubsh.core.content.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON for people: what fits on a line stays on one line, the rest is indented. */
final class IndentedJson {
    private static final String STEP = "  ";

    private final int width;
    private final List<String> lines = new ArrayList<>();

    private IndentedJson(int width) {
        this.width = width;
    }

    static List<String> of(@Nullable Object value, int width) {
        IndentedJson json = new IndentedJson(width);
        json.add("", "", value, "");
        return json.lines;
    }

    private void add(String indent, String key, @Nullable Object value, String end) {
        String compact = Visible.text(Json.write(value));
        boolean fits = indent.length() + Columns.of(key) + Columns.of(compact) + end.length() <= width;
        if (!fits && value instanceof Map<?, ?> map && !map.isEmpty()) {
            lines.add(indent + key + "{");
            int left = map.size();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String name = Visible.text(Json.write(String.valueOf(entry.getKey()))) + ": ";
                add(indent + STEP, name, entry.getValue(), --left > 0 ? "," : "");
            }
            lines.add(indent + "}" + end);
        } else if (!fits && value instanceof List<?> list && !list.isEmpty()) {
            lines.add(indent + key + "[");
            for (int i = 0; i < list.size(); i++) {
                add(indent + STEP, "", list.get(i), i + 1 < list.size() ? "," : "");
            }
            lines.add(indent + "]" + end);
        } else {
            lines.add(indent + key + compact + end);
        }
    }
}
