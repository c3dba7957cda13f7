package io.github.hubsh.shell.render;

/** How many columns text takes at a terminal. */
public final class TextWidth {
    /** Pictographs among signs that are not wide. */
    private static final String SYMBOLS = "⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕";

    private TextWidth() {}

    public static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            columns += of(codePoint);
            i += Character.charCount(codePoint);
        }
        return columns;
    }

    /** Returns the text cut to {@code width} columns, its last one an ellipsis where something was cut. */
    public static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        return text.substring(0, end(text, width - 1)) + "…";
    }

    /** Returns how many chars of a text that is wider fit into {@code width} columns. */
    static int end(String text, int width) {
        return end(text, 0, width);
    }

    /** Returns up to which char a piece of {@code width} columns reaches that begins at one; it has one at least. */
    static int endFrom(String text, int from, int width) {
        return Math.max(end(text, from, width), Math.min(text.length(), from + 1));
    }

    private static int end(String text, int from, int width) {
        int columns = 0;
        int end = from;
        while (end < text.length() && columns + of(text.codePointAt(end)) <= width) {
            columns += of(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** Returns from which char on the rest of a text that is wider fits into {@code width} columns. */
    static int start(String text, int width) {
        int columns = 0;
        int start = text.length();
        while (start > 0 && columns + of(text.codePointBefore(start)) <= width) {
            columns += of(text.codePointBefore(start));
            start -= Character.charCount(text.codePointBefore(start));
        }
        return start;
    }

    private static int of(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(codePoint) || SYMBOLS.indexOf(codePoint) >= 0 ? 2 : 1;
    }

    /** East Asian wide and full-width blocks, and pictographs. */
    private static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115f
                        || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f)
                        || (c >= 0xac00 && c <= 0xd7a3)
                        || (c >= 0xf900 && c <= 0xfaff)
                        || (c >= 0xfe30 && c <= 0xfe6f)
                        || (c >= 0xff00 && c <= 0xff60)
                        || (c >= 0xffe0 && c <= 0xffe6)
                        || (c >= 0x1f300 && c <= 0x1faff)
                        || (c >= 0x20000 && c <= 0x3fffd));
    }
}
