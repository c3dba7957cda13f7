package io.github.hubsh.shell.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which columns of a table a screen shows, and how wide they are. If there is not enough room, empty columns give way
 * first, then those in which all rows are equal; then texts become shorter, then names; then the last columns are left
 * out.
 */
final class ColumnWidths {
    static final String GAP = "  ";

    private final List<CellColumn> shown;
    private final List<CellColumn> empty = new ArrayList<>();
    private final List<CellColumn> constant = new ArrayList<>();
    private final int[] widths;
    private final int leftOut;

    private ColumnWidths(List<CellColumn> columns, DisplayLimits extent) {
        this.shown = new ArrayList<>(columns);
        if (!extent.whole()) {
            giveWay(empty, CellColumn::isEmpty, extent.width());
            giveWay(constant, CellColumn::isConstant, extent.width());
        }
        int before = shown.size();
        while (!extent.whole() && shown.size() > 1 && total(least(extent.width())) > extent.width()) {
            shown.remove(shown.size() - 1);
        }
        this.leftOut = before - shown.size();
        int widest = extent.widestCell(shown);
        this.widths = shown.stream()
                .mapToInt(column -> Math.min(widest, column.natural()))
                .toArray();
        if (!extent.whole()) {
            narrow(shown.stream().mapToInt(CellColumn::whole).toArray(), extent.width());
            narrow(least(extent.width()), extent.width());
        }
    }

    static ColumnWidths of(List<CellColumn> columns, DisplayLimits extent) {
        return new ColumnWidths(columns, extent);
    }

    /** Returns whether the columns have to give way, so that all fit. */
    static boolean isTooWide(List<CellColumn> columns, int width) {
        return total(columns.stream().mapToInt(CellColumn::natural).toArray()) > width;
    }

    List<CellColumn> shown() {
        return shown;
    }

    int width(int column) {
        return widths[column];
    }

    /** Returns how many columns are neither shown nor named by {@link #omittedSummary}. */
    int leftOut() {
        return leftOut;
    }

    /** Returns what the columns hold that gave way: {@code in every row: state 1; empty: note}; or nothing. */
    String omittedSummary() {
        List<String> parts = new ArrayList<>();
        if (!constant.isEmpty()) {
            parts.add("in every row: "
                    + String.join(
                            ", ", constant.stream().map(CellColumn::summary).toList()));
        }
        if (!empty.isEmpty()) {
            parts.add("empty: "
                    + String.join(", ", empty.stream().map(CellColumn::header).toList()));
        }
        return String.join("; ", parts);
    }

    /** The last such columns go first, and no more of them than needed. */
    private void giveWay(List<CellColumn> gone, Predicate<CellColumn> can, int width) {
        for (int column = shown.size() - 1; column >= 0 && shown.size() > 1; column--) {
            if (total(shown.stream().mapToInt(CellColumn::natural).toArray()) <= width) {
                return;
            }
            if (can.test(shown.get(column))) {
                gone.add(0, shown.remove(column));
            }
        }
    }

    private int[] least(int width) {
        int[] least = new int[shown.size()];
        for (int column = 0; column < least.length; column++) {
            least[column] = shown.get(column).least(column == 0, width);
        }
        return least;
    }

    private static int total(int[] widths) {
        long total = -GAP.length();
        for (int width : widths) {
            total += width + GAP.length();
        }
        return (int) Math.min(Integer.MAX_VALUE, total);
    }

    /** Takes from the widest column that is above its least width, until all fit. */
    private void narrow(int[] least, int width) {
        for (int excess = total(widths) - width; excess > 0; excess--) {
            int widest = -1;
            for (int column = 0; column < widths.length; column++) {
                if (widths[column] > least[column] && (widest < 0 || widths[column] > widths[widest])) {
                    widest = column;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }
}
