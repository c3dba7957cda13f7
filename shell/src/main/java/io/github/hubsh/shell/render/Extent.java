package io.github.hubsh.shell.render;

/**
 * How much may be shown.
 *
 * @param width in columns
 * @param whole whether everything is wanted, however long: nothing is left out, and no list is drawn instead of written
 */
record Extent(int width, boolean whole) {
    /** Elements of a list, and rows of a table, that are shown where not all are wanted. */
    static final int MOST_ROWS = 100;

    /** For programs: nothing is cut, and nothing goes on in the next line. */
    static final Extent ENDLESS = new Extent(Integer.MAX_VALUE, true);

    static Extent of(View view) {
        return new Extent(view.width(), view.whole());
    }

    /** Returns the same with so many columns less. */
    Extent within(int columns) {
        return new Extent(Math.max(1, width - columns), whole);
    }

    /** Returns how many of so many are shown. */
    int rowsOf(int size) {
        return whole ? size : Math.min(size, MOST_ROWS);
    }
}
