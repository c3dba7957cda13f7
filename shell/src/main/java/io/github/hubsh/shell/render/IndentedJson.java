package io.github.hubsh.shell.render;

import io.github.hubsh.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON for people: what fits on a line stays on one line, the rest is indented. Many numbers are drawn, and of long
 * lists and texts the beginning is shown, unless everything is wanted.
 */
final class IndentedJson {
    private static final String STEP = "  ";
    private static final int MAX_DEPTH = 40;

    /** Elements of a list within something else. */
    private static final int MAX_WITHIN = 20;

    private final DisplayLimits extent;
    private final int most;
    private final List<String> lines = new ArrayList<>();

    // Mutable state
    private boolean cut;

    private IndentedJson(DisplayLimits extent, int most) {
        this.extent = extent;
        this.most = most;
    }

    static IndentedJson of(@Nullable Object value, DisplayLimits extent) {
        return of(value, extent, DisplayLimits.MAX_ROWS);
    }

    /** As {@link #of(Object, DisplayLimits)}, for a value that is part of another. */
    static IndentedJson within(@Nullable Object value, DisplayLimits extent) {
        return of(value, extent, MAX_WITHIN);
    }

    private static IndentedJson of(@Nullable Object value, DisplayLimits extent, int most) {
        IndentedJson json = new IndentedJson(extent, most);
        json.add("", "", value, "");
        return json;
    }

    List<String> lines() {
        return lines;
    }

    /** Returns whether some of it is left out. */
    boolean isCut() {
        return cut;
    }

    private void add(String indent, String key, @Nullable Object value, String end) {
        int room = extent.width() - indent.length() - TextWidth.of(key) - end.length();
        if (!extent.whole() && value instanceof List<?> list && Sparkline.fits(list)) {
            lines.add(indent + key + Sparkline.summary(list, room) + end);
            cut = true;
            return;
        }
        String compact = Sanitizer.text(Json.write(value));
        boolean opens = TextWidth.of(compact) > room && indent.length() < MAX_DEPTH * STEP.length();
        if (opens && value instanceof Map<?, ?> map && !map.isEmpty()) {
            lines.add(indent + key + "{");
            entries(indent + STEP, map);
            lines.add(indent + "}" + end);
        } else if (opens && value instanceof List<?> list && !list.isEmpty()) {
            lines.add(indent + key + "[");
            elements(indent + STEP, list);
            lines.add(indent + "]" + end);
        } else {
            lines.add(indent + key + fitted(compact, room) + end);
        }
    }

    private void entries(String indent, Map<?, ?> map) {
        int left = map.size();
        int shown = extent.rowsOf(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (shown-- == 0) {
                more(indent, left);
                return;
            }
            String name = Sanitizer.text(Json.write(String.valueOf(entry.getKey()))) + ": ";
            add(indent, name, entry.getValue(), --left > 0 ? "," : "");
        }
    }

    private void elements(String indent, List<?> list) {
        int room = indent.length() == STEP.length() ? most : MAX_WITHIN;
        int shown = extent.whole() ? list.size() : Math.min(list.size(), room);
        for (int i = 0; i < shown; i++) {
            add(indent, "", list.get(i), i + 1 < list.size() ? "," : "");
        }
        if (shown < list.size()) {
            more(indent, list.size() - shown);
        }
    }

    private void more(String indent, int count) {
        lines.add(indent + "… " + count + " more");
        cut = true;
    }

    /** A long text gets a line, not a screen. */
    private String fitted(String compact, int room) {
        int least = Math.max(room, 20);
        if (extent.whole() || TextWidth.of(compact) <= least) {
            return compact;
        }
        cut = true;
        return TextWidth.cut(compact, least);
    }
}
