package io.github.hubsh.shell.render;

import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.OpaqueFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value as an indented tree: what fits on a line, and is no object within an object, stays on one line; of the rest
 * each part has a line of its own. Many numbers are drawn, and of long lists and texts the beginning is shown, unless
 * everything is wanted.
 */
final class ValueTree {
    private static final String STEP = "  ";
    private static final String ELEMENT = "- ";
    private static final int MAX_DEPTH = 40;
    private static final int PARTS_PER_CHARACTER = 16;

    /** Elements of a list within something else. */
    private static final int MAX_WITHIN = 20;

    private final DisplayLimits extent;
    private final int most;
    private final List<String> lines = new ArrayList<>();

    // Mutable state
    private boolean cut;

    private ValueTree(DisplayLimits extent, int most) {
        this.extent = extent;
        this.most = most;
    }

    static ValueTree of(@Nullable Object value, DisplayLimits extent) {
        return of(value, extent, DisplayLimits.MAX_ROWS);
    }

    /** As {@link #of(Object, DisplayLimits)}, for a value that is part of another. */
    static ValueTree within(@Nullable Object value, DisplayLimits extent) {
        return of(value, extent, MAX_WITHIN);
    }

    private static ValueTree of(@Nullable Object value, DisplayLimits extent, int most) {
        ValueTree tree = new ValueTree(extent, most);
        tree.add("", "", value, 0);
        return tree;
    }

    /** Returns whether a value is an object of a class that has no text of its own. */
    static boolean hasFields(@Nullable Object value) {
        return value instanceof Opaque opaque
                && OpaqueFields.asText(opaque) == null
                && OpaqueFields.plainText(opaque) == null;
    }

    /** Returns the attributes of an object of an unknown class, with its name; any other value as it is. */
    static Object opened(Object value) {
        return value instanceof Opaque opaque && hasFields(value) ? OpaqueFields.of(opaque) : value;
    }

    List<String> lines() {
        return lines;
    }

    /** Returns whether some of it is left out. */
    boolean isCut() {
        return cut;
    }

    /**
     * Adds a value.
     *
     * @param first what stands before it on its first line
     * @param rest what stands before it on all others
     */
    private void add(String first, String rest, @Nullable Object typed, int depth) {
        if (extent.budget().isSpent()) {
            cut = true;
            return;
        }
        Object value = typed == null ? null : opened(typed);
        extent.budget().take(first.length() + 1 + looksOver(value));
        int room = extent.width() - TextWidth.of(first);
        if (!extent.whole() && value instanceof List<?> list && Sparkline.fits(list)) {
            lines.add(first + Sparkline.summary(list, room));
            cut = true;
            return;
        }
        boolean nests = depth < MAX_DEPTH && nestsObjects(value);
        String compact = nests ? "" : extent.displayInside(value, room);
        boolean opens = nests || (depth < MAX_DEPTH && TextWidth.of(compact) > room);
        if (opens && value instanceof Map<?, ?> map && !map.isEmpty()) {
            entries(opened(first, rest), rest, map, depth);
        } else if (opens && value instanceof List<?> list && !list.isEmpty()) {
            elements(opened(first, rest), rest, list, depth);
        } else {
            lines.add(first + fitted(compact, room));
        }
    }

    /** Returns what it costs to find out whether a container is drawn, or opened: that looks at all of it. */
    static int looksOver(@Nullable Object value) {
        int size =
                value instanceof Collection<?> parts ? parts.size() : value instanceof Map<?, ?> map ? map.size() : 0;
        return size / PARTS_PER_CHARACTER;
    }

    /** A key has a line of its own; a sign of an element has the first part behind it. */
    private String opened(String first, String rest) {
        if (!first.endsWith(": ")) {
            return first;
        }
        lines.add(first.stripTrailing());
        return rest;
    }

    private void entries(String first, String rest, Map<?, ?> map, int depth) {
        int shown = extent.rowsOf(map.size());
        int at = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (at == shown || extent.budget().isSpent()) {
                more(rest, map.size() - at);
                return;
            }
            String before = at++ == 0 ? first : rest;
            add(before + extent.display(entry.getKey()) + ": ", rest + STEP, entry.getValue(), depth + 1);
        }
    }

    private void elements(String first, String rest, List<?> list, int depth) {
        int room = depth == 0 ? most : MAX_WITHIN;
        int shown = extent.whole() ? list.size() : Math.min(list.size(), room);
        int at = 0;
        while (at < shown && !extent.budget().isSpent()) {
            add((at == 0 ? first : rest) + ELEMENT, rest + STEP, list.get(at), depth + 1);
            at++;
        }
        if (at < list.size()) {
            more(rest, list.size() - at);
        }
    }

    private void more(String indent, int count) {
        lines.add(indent + "… " + count + " more");
        cut = true;
    }

    /** Returns whether a value is an object with an object in it. */
    private static boolean nestsObjects(@Nullable Object value) {
        return value instanceof Map<?, ?> map && map.values().stream().anyMatch(ValueTree::isObject);
    }

    private static boolean isObject(@Nullable Object value) {
        return (value instanceof Map<?, ?> map && !map.isEmpty()) || hasFields(value);
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
