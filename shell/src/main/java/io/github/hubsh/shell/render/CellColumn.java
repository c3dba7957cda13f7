package io.github.hubsh.shell.render;

import io.github.hubsh.core.value.TypedScalar;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A column of a table of objects: its header, its values, and the cells of the rows that are shown. */
final class CellColumn {
    /** What is in a column; decides how it is cut. */
    enum Content {
        /** Stands to the right, and is never cut: half a number is another number. */
        NUMBERS,
        /** Words without blanks, cut in the middle. */
        NAMES,
        /** Cut at the end. */
        TEXT
    }

    private static final int MIN_WIDTH = 6;
    private static final int MIN_TEXT_WIDTH = 10;
    private static final int MAX_NAME_LENGTH = 80;

    private final String header;
    private final List<@Nullable Object> values;
    private final List<String> cells = new ArrayList<>();
    private final Content content;
    private final int natural;
    private final int widestCell;

    CellColumn(String header, List<@Nullable Object> values, DisplayLimits extent) {
        this.header = header;
        this.values = values;
        int widest = 0;
        for (Object value : values.subList(0, extent.rowsOf(values.size()))) {
            String cell = ValuePage.cell(value, extent);
            widest = Math.max(widest, TextWidth.of(cell));
            cells.add(cell);
        }
        this.widestCell = widest;
        this.natural = Math.max(TextWidth.of(header), widest);
        this.content = content();
    }

    String header() {
        return header;
    }

    /** Returns the number of cells that are shown. */
    int size() {
        return cells.size();
    }

    List<@Nullable Object> values() {
        return values;
    }

    boolean isNumeric() {
        return content == Content.NUMBERS;
    }

    /** Returns the width in which nothing is cut. */
    int natural() {
        return natural;
    }

    /** Returns the width in which names and numbers are whole, and texts can still be read. */
    int whole() {
        return content == Content.TEXT ? readable() : natural;
    }

    /** Returns the least width: a name may be cut, but not to nothing. */
    int least(boolean first, int screen) {
        int share = first ? screen * 2 / 5 : content == Content.NAMES ? screen / 5 : 0;
        return Math.min(natural, Math.max(readable(), share));
    }

    private int readable() {
        int least = content == Content.NUMBERS ? Math.max(MIN_WIDTH, widestCell) : MIN_TEXT_WIDTH;
        return Math.min(natural, least);
    }

    boolean isEmpty() {
        return values.stream().allMatch(value -> value == null || value.equals(""));
    }

    /** Returns whether all of several rows have the same. */
    boolean isConstant() {
        return values.size() > 1
                && values.stream().allMatch(value -> isScalar(value) && Objects.equals(value, values.get(0)));
    }

    /** To compare all that is in two containers may take for ever: they may hold one part a million times. */
    private static boolean isScalar(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Temporal;
    }

    /** Returns {@code connected true}. */
    String summary() {
        return header + " " + TextWidth.cut(cells.get(0), MIN_TEXT_WIDTH * 2);
    }

    /** Returns the header and the cells, each as wide as the column. */
    List<String> padded(int width) {
        List<String> texts = content == Content.NAMES
                ? MiddleCut.of(cells, width)
                : cells.stream().map(cell -> TextWidth.cut(cell, width)).toList();
        List<String> padded = new ArrayList<>(texts.size() + 1);
        padded.add(padded(TextWidth.cut(header, width), width));
        texts.forEach(text -> padded.add(padded(text, width)));
        return padded;
    }

    private String padded(String text, int width) {
        String padding = " ".repeat(width - TextWidth.of(text));
        return isNumeric() ? padding + text : text + padding;
    }

    private static boolean isName(String text) {
        return text.length() <= MAX_NAME_LENGTH && text.indexOf(' ') < 0;
    }

    private Content content() {
        boolean numbers = true;
        boolean names = true;
        boolean any = false;
        for (Object value : values) {
            if (value != null) {
                any = true;
                numbers &= TypedScalar.plain(value) instanceof Number;
                names &= value instanceof String text && isName(text);
            }
        }
        return !any ? Content.TEXT : numbers ? Content.NUMBERS : names ? Content.NAMES : Content.TEXT;
    }
}
