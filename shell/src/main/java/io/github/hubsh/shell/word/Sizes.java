package io.github.hubsh.shell.word;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts of memory as people write them: {@code 64m 512MB 2GiB}, or a plain number of bytes. */
public final class Sizes {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})(?:([kmg])(?:i?b)?)?");

    private Sizes() {}

    /** Returns the number of bytes, a multiple of 1024 for each unit; 0 if the text is no size. */
    public static long parse(String text) {
        Matcher matcher = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return 0;
        }
        String unit = matcher.group(2);
        long factor = unit == null ? 1 : 1L << (10 * ("kmg".indexOf(unit) + 1));
        long number = Long.parseLong(matcher.group(1));
        return number > Long.MAX_VALUE / factor ? 0 : number * factor;
    }
}
