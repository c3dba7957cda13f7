package io.github.hubsh.shell.word;

/** What variables, results and contexts may be called. */
public final class Identifiers {
    /** Stands for no context where one can be named. */
    public static final String NO_CONTEXT = "none";

    private static final int MAX_CONTEXT_LENGTH = 64;

    private Identifiers() {}

    /** Returns whether the name is {@code _} or {@code _} and a number, which no variable may be called. */
    public static boolean isResult(String name) {
        for (int i = 1; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return name.startsWith("_");
    }

    /** Returns whether a variable may have that name. */
    public static boolean isVariable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '_' && !(i == 0 ? Character.isLetter(c) : Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return !text.isEmpty() && !isResult(text);
    }

    /**
     * Returns whether a context may have that name: it is a file's name too, and never looks like a URI or an option.
     */
    public static boolean isContext(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && (i == 0 || (c != '-' && c != '_' && c != '.'))) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MAX_CONTEXT_LENGTH && !text.equals(NO_CONTEXT);
    }
}
