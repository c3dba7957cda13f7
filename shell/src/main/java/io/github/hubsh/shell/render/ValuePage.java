package io.github.hubsh.shell.render;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.TypedScalar;
import io.github.hubsh.shell.session.result.ColumnedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value for people: text as text, aligned keys, tables for lists of objects, hex for bytes, else a tree. */
final class ValuePage {
    private static final int MIN_VALUE_WIDTH = 10;
    private static final int MAX_LINES_OF_TEXT = 20;
    private static final int MAX_CELL = 8_000;

    private ValuePage() {}

    static List<StyledLine> of(Object typed, DisplayLimits extent) {
        Object plain = Objects.requireNonNullElse(TypedScalar.plain(typed), typed);
        Object value = ValueTree.opened(plain);
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Bytes bytes) {
            return HexDump.of(bytes.toArray(), extent);
        }
        List<StyledLine> table = TablePage.of(value, extent);
        if (table != null) {
            return table;
        }
        if (value instanceof List<?> list && (Table.fits(list) || isTableWithoutRows(list))) {
            return list.size() == 1 && !extent.whole() && Table.isTooWide(list, extent)
                    ? of(list.get(0), extent)
                    : Table.of(list, extent);
        }
        List<StyledLine> lines = new ArrayList<>();
        boolean cut;
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            cut = keys(lines, map, extent);
        } else {
            ValueTree json = ValueTree.of(value, extent);
            json.lines().forEach(line -> lines.add(StyledLine.of(line)));
            cut = json.isCut();
        }
        if (extent.whole()) {
            return extent.budget().isSpent() ? withNote(lines, "… too large to show all of it") : lines;
        }
        return fitted(lines, cut, extent.width());
    }

    private static boolean isTableWithoutRows(List<?> rows) {
        return rows.isEmpty()
                && rows instanceof ColumnedRows table
                && !table.columnNames().isEmpty();
    }

    /** In a very narrow terminal even the shortest is too wide. */
    private static List<StyledLine> fitted(List<StyledLine> lines, boolean cut, int width) {
        List<StyledLine> fitted = new ArrayList<>(lines.size() + 1);
        boolean less = cut;
        for (StyledLine line : lines) {
            StyledLine shorter = line.cut(width);
            less |= !shorter.equals(line);
            fitted.add(shorter);
        }
        return less ? withNote(fitted, "… cut to fit (--all)") : fitted;
    }

    private static List<StyledLine> withNote(List<StyledLine> lines, String note) {
        lines.add(StyledLine.of(note, Role.NOTE));
        return lines;
    }

    /** Returns a value in one piece: a string without quotes, many numbers as a picture, everything else as JSON. */
    static String cell(@Nullable Object value, DisplayLimits extent) {
        if (value == null) {
            return "";
        }
        extent.budget().take(ValueTree.looksOver(value));
        if (!extent.whole() && value instanceof List<?> list && Sparkline.fits(list)) {
            return Sparkline.summary(list, extent.width());
        }
        return extent.display(value);
    }

    /** Returns a value in one piece, for a place with room for {@value #MAX_CELL} characters at most. */
    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = Json.display(value, MAX_CELL);
        return text.length() <= MAX_CELL ? Sanitizer.text(text) : Sanitizer.text(text.substring(0, MAX_CELL)) + "…";
    }

    static List<StyledLine> text(String text) {
        List<StyledLine> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            if (lines.size() == DisplayLimits.MAX_LINES) {
                return withNote(lines, "… " + (text.length() - from) + " more characters (--raw)");
            }
            lines.add(StyledLine.of(Sanitizer.text(text.substring(from, end))));
            from = end + 1;
        }
        if (from < text.length() || lines.isEmpty()) {
            lines.add(StyledLine.of(Sanitizer.text(text.substring(from))));
        }
        return lines;
    }

    /** Adds the keys with their values; returns whether some of it is left out. */
    private static boolean keys(List<StyledLine> lines, Map<?, ?> map, DisplayLimits extent) {
        int keyWidth = 0;
        for (Object key : map.keySet()) {
            keyWidth = Math.max(keyWidth, TextWidth.of(cell(key)));
            if (keyWidth >= extent.width() / 2) {
                break;
            }
        }
        keyWidth = Math.min(keyWidth, extent.width() / 2);
        DisplayLimits room = extent.of(Math.max(MIN_VALUE_WIDTH, extent.width() - keyWidth - 2));
        boolean cut = false;
        int most = extent.rowsOf(map.size());
        int shown = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (shown == most || extent.budget().isSpent()) {
                lines.add(StyledLine.of("… " + (map.size() - shown) + " more keys", Role.NOTE));
                cut = true;
                break;
            }
            shown++;
            cut |= entry(lines, TextWidth.cut(cell(entry.getKey()), keyWidth), entry.getValue(), keyWidth, room);
        }
        return cut;
    }

    /** Adds a key and its value; returns whether some of it is left out. */
    private static boolean entry(
            List<StyledLine> lines, String key, @Nullable Object value, int keyWidth, DisplayLimits room) {
        String padded = key + " ".repeat(keyWidth - TextWidth.of(key) + 2);
        boolean cut = false;
        List<String> texts;
        List<StyledLine> table = table(value, room);
        if (table != null) {
            texts = table.stream().map(StyledLine::text).toList();
        } else if (value instanceof Map<?, ?> || value instanceof List<?> || ValueTree.hasFields(value)) {
            ValueTree json = ValueTree.within(value, room);
            texts = json.lines();
            cut = json.isCut();
        } else {
            texts = value == null ? List.of("null") : wrapped(value, room);
        }
        int most = value instanceof String ? MAX_LINES_OF_TEXT : DisplayLimits.MAX_ROWS;
        int shown = room.whole() ? texts.size() : Math.min(texts.size(), most);
        for (int i = 0; i < shown; i++) {
            String before = i == 0 ? padded : " ".repeat(keyWidth + 2);
            boolean last = i == shown - 1 && shown < texts.size();
            String text = last ? "… " + (texts.size() - i) + " more lines" : texts.get(i);
            lines.add(StyledLine.of(
                    new StyledSpan(before, Role.KEY), new StyledSpan(text, last ? Role.NOTE : Role.PLAIN)));
        }
        return cut || shown < texts.size();
    }

    /** Returns the lines of a value that is a table, or a list of objects with room for all that they hold. */
    private static @Nullable List<StyledLine> table(@Nullable Object value, DisplayLimits room) {
        List<StyledLine> table = TablePage.of(value, room);
        return table == null && value instanceof List<?> list && !list.isEmpty() && Table.fits(list)
                ? Table.of(list, room)
                : table;
    }

    /** More lines than are shown are one too many, which says that there are more. */
    private static List<String> wrapped(Object value, DisplayLimits room) {
        DisplayLimits all = room.whole() ? room : room.of(room.width() * (MAX_LINES_OF_TEXT + 1));
        String text = all.display(value);
        List<String> lines = new ArrayList<>();
        int from = 0;
        int end = TextWidth.endFrom(text, from, room.width());
        while (end < text.length()) {
            lines.add(text.substring(from, end));
            from = end;
            end = TextWidth.endFrom(text, from, room.width());
        }
        lines.add(text.substring(from));
        return lines;
    }
}
