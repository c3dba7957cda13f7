package io.github.hubsh.shell.render;

import io.github.hubsh.core.content.Bytes;
import io.github.hubsh.core.content.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value for people: text as text, aligned keys, tables for lists of objects, hex for bytes, else JSON. */
final class ValuePage {
    private ValuePage() {}

    static List<StyledLine> of(Object value, int width) {
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof Bytes bytes) {
            return HexDump.of(bytes.toArray());
        }
        List<StyledLine> table = TablePage.of(value, width, false);
        if (table == null) {
            table = TablePage.ofArray(value, width, false);
        }
        if (table != null) {
            return table;
        }
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return keys(map, width);
        }
        if (value instanceof List<?> list && Table.fits(list)) {
            return Table.of(list, width);
        }
        return plain(IndentedJson.of(value, width));
    }

    /** Returns a value in one piece: a string without quotes, everything else as JSON. */
    static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return Visible.text(value instanceof String text ? text : Json.write(value));
    }

    private static List<StyledLine> text(String text) {
        List<StyledLine> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(StyledLine.of(Visible.text(text.substring(from, end))));
            from = end + 1;
        }
        if (from < text.length() || lines.isEmpty()) {
            lines.add(StyledLine.of(Visible.text(text.substring(from))));
        }
        return lines;
    }

    private static List<StyledLine> keys(Map<?, ?> map, int width) {
        int keyWidth = 0;
        for (Object key : map.keySet()) {
            keyWidth = Math.max(keyWidth, Columns.of(cell(key)));
        }
        keyWidth = Math.min(keyWidth, width / 2);
        List<StyledLine> lines = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            entry(lines, Columns.cut(cell(entry.getKey()), keyWidth), entry.getValue(), keyWidth, width);
        }
        return lines;
    }

    private static void entry(List<StyledLine> lines, String key, @Nullable Object value, int keyWidth, int width) {
        String padded = key + " ".repeat(keyWidth - Columns.of(key) + 2);
        List<String> texts = value instanceof Map<?, ?> || value instanceof List<?>
                ? IndentedJson.of(value, width - keyWidth - 2)
                : List.of(value == null ? "null" : cell(value));
        for (int i = 0; i < texts.size(); i++) {
            String before = i == 0 ? padded : " ".repeat(keyWidth + 2);
            lines.add(StyledLine.of(new Span(before, Role.KEY), new Span(texts.get(i), Role.PLAIN)));
        }
    }

    private static List<StyledLine> plain(List<String> texts) {
        List<StyledLine> lines = new ArrayList<>();
        for (String text : texts) {
            lines.add(StyledLine.of(text));
        }
        return lines;
    }
}
