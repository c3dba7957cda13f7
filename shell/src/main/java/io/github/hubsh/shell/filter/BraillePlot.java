package io.github.hubsh.shell.filter;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.TypedScalar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as a curve of Braille dots, two by four to a character. Of many numbers that share a column of dots the whole
 * range is drawn, so that no peak is lost; between few of them there are straight lines.
 */
final class BraillePlot {
    private static final int HEIGHT = 12;
    private static final int MIN_WIDTH = 10;
    private static final int BLANK = 0x2800;
    private static final int[][] DOTS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};
    private static final MathContext SHORT = new MathContext(4);

    private final double[] values;
    private final int width;
    private final int[][] cells;

    // Mutable state
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    private BraillePlot(double[] values, int width) {
        this.values = values;
        this.width = width;
        this.cells = new int[HEIGHT][width];
        for (double value : values) {
            if (Double.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
    }

    /**
     * Returns the lines of a plot.
     *
     * @param title may be empty
     * @param first the label of the first number, and {@code last} of the last
     * @param columns of the terminal
     */
    static List<String> of(String title, double[] values, String first, String last, int columns) {
        double[] bounds = new BraillePlot(values, 0).bounds();
        String top = written(bounds[1]);
        String bottom = written(bounds[0]);
        int margin = Math.max(top.length(), bottom.length());
        BraillePlot plot = new BraillePlot(values, Math.max(MIN_WIDTH, columns - margin - 2));
        plot.draw();
        List<String> lines = new ArrayList<>();
        if (!title.isEmpty()) {
            lines.add(title + "  " + String.format(Locale.ROOT, "%,d values", values.length));
        }
        for (int row = 0; row < HEIGHT; row++) {
            String mark = row == 0 ? top : row == HEIGHT - 1 ? bottom : "";
            lines.add(" ".repeat(margin - mark.length()) + mark + (mark.isEmpty() ? " │" : " ┤") + plot.row(row));
        }
        int gap = Math.max(1, plot.width - first.length() - last.length());
        lines.add(" ".repeat(margin + 2) + first + " ".repeat(gap) + last);
        return lines;
    }

    private double[] bounds() {
        return least > most ? new double[] {0, 0} : new double[] {least, most};
    }

    private String row(int row) {
        StringBuilder text = new StringBuilder(width);
        for (int cell : cells[row]) {
            text.append(cell == 0 ? ' ' : (char) (BLANK + cell));
        }
        return text.toString().stripTrailing();
    }

    private void draw() {
        int dots = width * 2;
        int before = -1;
        for (int x = 0; x < dots; x++) {
            double[] range = range(x, dots);
            if (Double.isNaN(range[0])) {
                before = -1;
                continue;
            }
            int low = dot(range[0]);
            int high = dot(range[1]);
            // Joins this column to the one before, up or down.
            line(x, before < 0 ? low : Math.min(low, before), before < 0 ? high : Math.max(high, before));
            before = dot(range[2]);
        }
    }

    /** Returns the least, the greatest and the last of the numbers at a column of dots; NaN where there is none. */
    private double[] range(int x, int dots) {
        if (values.length <= dots) {
            double at = values.length < 2 ? 0 : (double) x * (values.length - 1) / (dots - 1);
            int left = (int) Math.floor(at);
            int right = Math.min(values.length - 1, left + 1);
            double value = at == left ? values[left] : values[left] + (values[right] - values[left]) * (at - left);
            double drawn = Double.isFinite(value) ? value : Double.NaN;
            return new double[] {drawn, drawn, drawn};
        }
        double[] range = {Double.NaN, Double.NaN, Double.NaN};
        int from = (int) ((long) values.length * x / dots);
        int to = (int) ((long) values.length * (x + 1) / dots);
        for (int i = from; i < to; i++) {
            if (Double.isFinite(values[i])) {
                range[0] = Double.isNaN(range[0]) ? values[i] : Math.min(range[0], values[i]);
                range[1] = Double.isNaN(range[1]) ? values[i] : Math.max(range[1], values[i]);
                range[2] = values[i];
            }
        }
        return range;
    }

    private int dot(double value) {
        int highest = HEIGHT * 4 - 1;
        if (most <= least) {
            return highest / 2;
        }
        // Halves, because the distance of two doubles may be infinite.
        double share = (value / 2 - least / 2) / (most / 2 - least / 2);
        return (int) Math.round(share * highest);
    }

    private void line(int x, int low, int high) {
        for (int y = low; y <= high; y++) {
            int fromTop = HEIGHT * 4 - 1 - y;
            cells[fromTop / 4][x / 2] |= DOTS[x % 2][fromTop % 4];
        }
    }

    private static String written(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        return Json.write(new BigDecimal(number).round(SHORT).doubleValue());
    }

    /** Returns the numbers of a list, NaN for what is none; {@code null} where there is no number. */
    static double @Nullable [] numbers(List<?> list) {
        double[] numbers = new double[list.size()];
        boolean any = false;
        for (int i = 0; i < numbers.length; i++) {
            Object value = TypedScalar.plain(list.get(i));
            boolean number = value instanceof Number;
            if (!number
                    && value != null
                    && !"NaN".equals(value)
                    && !"Infinity".equals(value)
                    && !"-Infinity".equals(value)) {
                return null;
            }
            numbers[i] = value instanceof Number known ? known.doubleValue() : Double.NaN;
            any |= number;
        }
        return any ? numbers : null;
    }
}
