package io.github.hubsh.shell.report;

import java.util.List;

/** Texts of tests as reports and terminals can take them: short enough, and without characters that do something. */
public final class ReportText {
    private static final int SYMBOLS_OF_CONTROLS = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int LAST_CONTROL = 0x9F;

    private ReportText() {}

    /** Returns the beginning of a text that is too long, and how much is left out. */
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "… (" + (text.length() - end) + " more characters)";
    }

    /** Returns a line and a caret below it; of a line that is too wide what stands around the place. */
    public static List<String> excerpt(String line, int offset, int width) {
        int start = Math.max(0, Math.min(offset - width / 2, line.length() - width));
        int end = Math.min(line.length(), start + width);
        start += splitsPair(line, start) ? 1 : 0;
        end -= splitsPair(line, end) ? 1 : 0;
        String shown = line.substring(start, end);
        if (start > 0 && !shown.isEmpty()) {
            shown = "…" + shown.substring(shown.offsetByCodePoints(0, 1));
        }
        if (end < line.length() && !shown.isEmpty()) {
            shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -1)) + "…";
        }
        return List.of(shown, " ".repeat(Math.max(0, offset - start)) + "^");
    }

    private static boolean splitsPair(String text, int index) {
        return index > 0
                && index < text.length()
                && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
    }

    /** Returns a text in which each control character but line feed and tab has become its picture. */
    public static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().map(ReportText::visible).forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static int visible(int c) {
        if (c < ' ') {
            return c == '\n' || c == '\t' ? c : SYMBOLS_OF_CONTROLS + c;
        }
        if (c >= DELETE && c <= LAST_CONTROL) {
            return c == DELETE ? '\u2421' : '\uFFFD';
        }
        return Character.getType(c) == Character.SURROGATE || isDirection(c) ? '\uFFFD' : c;
    }

    /** These turn the letters that follow around, so that a text reads as another one; or end the line unseen. */
    private static boolean isDirection(int c) {
        return c == 0x061C
                || c == 0x200B
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF;
    }
}
