package io.github.hubsh.shell.word;

/** Whole numbers from 1, as people type them. */
public final class Counts {
    private static final int MAX_DIGITS = 9;

    private Counts() {}

    /** Returns the count, or 0 if the text is no whole number from 1. */
    public static int parse(String text) {
        if (text.isEmpty() || text.length() > MAX_DIGITS) {
            return 0;
        }
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            count = count * 10 + digit;
        }
        return count;
    }
}
