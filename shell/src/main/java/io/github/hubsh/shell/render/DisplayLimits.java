package io.github.hubsh.shell.render;

import io.github.hubsh.core.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much may be shown.
 *
 * @param width in columns
 * @param whole whether everything is wanted, however long: nothing is left out, and no list is drawn instead of written
 * @param budget what all parts of the picture share
 */
record DisplayLimits(int width, boolean whole, CharacterBudget budget) {
    /** Elements of a list, and rows of a table, that are shown where not all are wanted. */
    static final int MAX_ROWS = 100;

    /** Of lines of text, which are shown as they are. */
    static final int MAX_LINES = 100_000;

    /** Values in a table; more are shown as a tree. */
    static final int MAX_CELLS = 2_000_000;

    private static final int MIN_WIDEST_CELL = 50;
    private static final int MAX_TABLE = 128 << 20;
    private static final int MAX_CHARACTERS = 4 << 20;
    private static final int MAX_CHARACTERS_OF_ALL = 32 << 20;

    /** Characters for a column: some have no width. */
    private static final int PER_COLUMN = 8;

    DisplayLimits(int width, boolean whole) {
        this(width, whole, new CharacterBudget(whole ? MAX_CHARACTERS_OF_ALL : MAX_CHARACTERS));
    }

    /** For programs: nothing is cut or wrapped. */
    static DisplayLimits endless() {
        return new DisplayLimits(Integer.MAX_VALUE, true);
    }

    static DisplayLimits of(View view) {
        return new DisplayLimits(view.width(), view.whole());
    }

    /** Returns the same with so many columns less. */
    DisplayLimits within(int columns) {
        return of(Math.max(1, width - columns));
    }

    /** Returns the same for another width. */
    DisplayLimits of(int columns) {
        return new DisplayLimits(columns, whole, budget);
    }

    /** Returns how many of so many are shown. */
    int rowsOf(int size) {
        return whole ? size : Math.min(size, MAX_ROWS);
    }

    /** Returns how wide a cell may be: each row is as wide as the widest of all. */
    int widestCell(List<CellColumn> columns) {
        long cells = columns.isEmpty()
                ? 1
                : (long) columns.size() * (1 + columns.get(0).size());
        return (int) Math.max(MIN_WIDEST_CELL, MAX_TABLE / cells);
    }

    /** Returns a value in one piece, harmless at a terminal; of one that has no room, the beginning. */
    String display(@Nullable Object value) {
        return charged(Json.display(value, most(width)), most(width));
    }

    /** As {@link #display}, for a value within another: a text has the quotes of JSON. */
    String displayInside(@Nullable Object value, int columns) {
        return charged(Json.displayInside(value, most(columns)), most(columns));
    }

    private String charged(String text, int most) {
        String begun = text.length() <= most ? text : text.substring(0, most);
        String shown = Sanitizer.text(begun);
        budget.take(shown.length() + 1);
        return begun.length() == text.length() ? shown : shown + "…";
    }

    private int most(int columns) {
        return whole ? budget.left() : (int) Math.min(budget.left(), 64L + (long) PER_COLUMN * Math.max(0, columns));
    }
}
