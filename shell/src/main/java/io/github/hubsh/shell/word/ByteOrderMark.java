package io.github.hubsh.shell.word;

/** The mark that editors of Windows write at the beginning of a text in UTF-8. It is no part of the text. */
public final class ByteOrderMark {
    private static final String MARK = "\ufeff";

    private ByteOrderMark() {}

    /** Returns the text without the mark at its beginning. */
    public static String removed(String text) {
        return text.startsWith(MARK) ? text.substring(1) : text;
    }
}
