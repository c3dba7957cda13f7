package io.github.hubsh.core.access;

import java.util.Arrays;
import java.util.List;

/** A pattern of names: {@code *} stands for any characters, {@code ?} for one. */
record AccessPattern(String text) {
    private static final String SEPARATOR = ",";

    /** Reads patterns that are separated by commas. */
    static List<AccessPattern> list(String text) {
        return Arrays.stream(text.split(SEPARATOR))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(AccessPattern::new)
                .toList();
    }

    /** Takes a time of the product of both lengths at most, whatever the pattern is. */
    boolean matches(String name) {
        int star = -1;
        int retry = 0;
        int at = 0;
        int read = 0;
        while (read < name.length()) {
            if (at < text.length() && text.charAt(at) == '*') {
                star = at++;
                retry = read;
            } else if (at < text.length() && (text.charAt(at) == '?' || text.charAt(at) == name.charAt(read))) {
                at++;
                read++;
            } else if (star >= 0) {
                at = star + 1;
                read = ++retry;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }

    @Override
    public String toString() {
        return text;
    }
}
