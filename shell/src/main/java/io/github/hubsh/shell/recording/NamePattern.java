package io.github.hubsh.shell.recording;

import org.jspecify.annotations.Nullable;

/** A name in which {@code *} stands for any characters, and {@code ?} for one. */
public record NamePattern(String text) {
    /** Returns the pattern; {@code null} for {@code null}. */
    public static @Nullable NamePattern of(@Nullable String text) {
        return text == null ? null : new NamePattern(text);
    }

    /** Returns the only name that fits, or {@code null} where several may. */
    public @Nullable String exact() {
        return text.indexOf('*') < 0 && text.indexOf('?') < 0 ? text : null;
    }

    /** Walks along both texts; where they differ, the last {@code *} takes one character more. */
    public boolean fits(String name) {
        int at = 0;
        int star = -1;
        int taken = 0;
        int i = 0;
        while (i < name.length()) {
            char expected = at < text.length() ? text.charAt(at) : 0;
            if (expected == '*' && at < text.length()) {
                star = at++;
                taken = i;
            } else if (at < text.length() && (expected == '?' || expected == name.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++taken;
            } else {
                return false;
            }
        }
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at == text.length();
    }
}
