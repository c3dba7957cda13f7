package io.github.hubsh.shell.render;

/**
 * How much may be shown.
 *
 * @param width in columns
 * @param whole whether everything is wanted, however long: nothing is left out, and no list is drawn instead of written
 */
record DisplayLimits(int width, boolean whole) {
    /** Elements of a list, and rows of a table, that are shown where not all are wanted. */
    static final int MAX_ROWS = 100;

    /** For programs: nothing is cut or wrapped. */
    static final DisplayLimits ENDLESS = new DisplayLimits(Integer.MAX_VALUE, true);

    static DisplayLimits of(View view) {
        return new DisplayLimits(view.width(), view.whole());
    }

    /** Returns the same with so many columns less. */
    DisplayLimits within(int columns) {
        return new DisplayLimits(Math.max(1, width - columns), whole);
    }

    /** Returns how many of so many are shown. */
    int rowsOf(int size) {
        return whole ? size : Math.min(size, MAX_ROWS);
    }
}
