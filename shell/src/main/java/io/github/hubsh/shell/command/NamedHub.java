package io.github.hubsh.shell.command;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A context: a hub under a name of the user's, and what is to be different there.
 *
 * @param name letters, digits, dots, dashes and underscores
 * @param uri the hub's query URI
 * @param ownName our plugin name there, or {@code null} for the usual one
 * @param timeout how long to wait for replies there, or {@code null} for the usual time
 * @param aliases words for a line's beginning that hold while the context is in use
 * @param readonly whether nothing may be sent there but questions
 * @param confirm whether somebody has to agree to every request
 */
public record NamedHub(
        String name,
        String uri,
        @Nullable String ownName,
        @Nullable Duration timeout,
        Map<String, String> aliases,
        boolean readonly,
        boolean confirm) {
    /** What stands for no context where one can be named. */
    public static final String NONE = "none";

    private static final int LONGEST_NAME = 64;

    /** Returns whether a context may have that name: it is a file's name too, and never looks like a URI or an option. */
    public static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && (i == 0 || (c != '-' && c != '_' && c != '.'))) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_NAME && !text.equals(NONE);
    }

    /** Returns whether requests are not simply sent. */
    public boolean isGuarded() {
        return readonly || confirm;
    }
}
