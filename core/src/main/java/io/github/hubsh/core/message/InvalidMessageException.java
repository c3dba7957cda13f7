package io.github.hubsh.core.message;

import org.jspecify.annotations.Nullable;

/** A message that the protocol forbids: the fault of its maker, a peer or our own caller. */
public final class InvalidMessageException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_SHOWN_LENGTH = 80;

    /**
     * @param where the offending field, dotted: {@code header.version}
     * @param expected the expected value, in words
     * @param found the value that was found
     */
    public InvalidMessageException(String where, String expected, @Nullable Object found) {
        super(where + ": expected " + expected + ", found " + shown(found));
    }

    public InvalidMessageException(String message) {
        super(message);
    }

    private static String shown(@Nullable Object found) {
        if (found == null) {
            return "nothing";
        }
        String text = found instanceof String ? "'" + found + "'" : found.toString();
        return text.length() <= MAX_SHOWN_LENGTH ? text : text.substring(0, MAX_SHOWN_LENGTH) + "…";
    }
}
