package io.github.hubsh.shell.word;

import java.util.List;

/**
 * A {@code $name.path[0]} in a word.
 *
 * @param from where it stands in the word's text
 * @param to where it ends, exclusive
 * @param name without the sign; {@code _} is the last result, {@code _3} the third
 * @param path keys and indexes as they were typed
 */
public record Reference(int from, int to, String name, List<String> path) {
    /** What the focused plugin is called where a name is needed: no variable can be. */
    public static final String FOCUS = ".";

    /** What the name of a JavaScript expression begins with; the rest is the expression. */
    public static final String CODE = "{";
}
