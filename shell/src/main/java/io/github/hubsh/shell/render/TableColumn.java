package io.github.hubsh.shell.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column as text: its name, its type, and the cells of the rows that are shown. */
final class TableColumn {
    /** Stands for columns that are left out. */
    static final TableColumn LEFT_OUT = new TableColumn("…", "", Collections.nCopies(1, null), new int[0]);

    private static final int MAX_WIDTH = 50;

    private final String title;
    private final String type;
    private final List<?> values;
    private final List<String> cells;
    private final int width;

    /**
     * Formats the cells.
     *
     * @param shown which of the values are
     */
    TableColumn(String title, String type, List<?> values, int[] shown) {
        this.title = TextWidth.cut(title, MAX_WIDTH);
        this.type = TextWidth.cut(Sanitizer.text(type), MAX_WIDTH);
        this.values = values;
        List<@Nullable Object> some = new ArrayList<>(shown.length);
        for (int row : shown) {
            some.add(values.get(row));
        }
        this.cells = new ArrayList<>();
        int widest = Math.max(TextWidth.of(this.title), TextWidth.of(this.type));
        for (String cell : TableCells.of(some, type)) {
            String cut = TextWidth.cut(cell, MAX_WIDTH);
            cells.add(cut);
            widest = Math.max(widest, TextWidth.of(cut));
        }
        this.width = widest;
    }

    String title() {
        return title;
    }

    String type() {
        return type;
    }

    List<?> values() {
        return values;
    }

    int width() {
        return width;
    }

    int size() {
        return cells.size();
    }

    String cell(int row) {
        return cells.isEmpty() ? title : cells.get(row);
    }

    boolean isNumeric() {
        return TableCells.isNumeric(type);
    }

    /** Numbers stand to the right, below each other's points. */
    String padded(String text) {
        String padding = " ".repeat(width - TextWidth.of(text));
        return isNumeric() ? padding + text : text + padding;
    }
}
