package io.github.hubsh.shell.assist;

/**
 * A piece of a line and what it is.
 *
 * @param from in chars from 0
 * @param to exclusive
 */
public record Highlight(int from, int to, Role role) {
    /** What a piece of a line can be. */
    public enum Role {
        PLAIN,
        VERB,
        PLUGIN,
        COMMAND,
        KEY,
        STRING,
        /** A number, and every other JSON scalar that is no text. */
        NUMBER,
        VARIABLE,
        OPTION,
        OPERATOR,
        /** One of the two brackets that belong together, at the cursor. */
        BRACKET,
        /** An unknown verb, plugin, command, filter or option. */
        UNKNOWN
    }
}
