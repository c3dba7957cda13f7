package io.github.hubsh.shell.knowledge;

/**
 * How much is remembered; what is beyond is forgotten or never learned.
 *
 * @param plugins the least recently used one goes
 * @param commands per plugin
 * @param arguments per command
 * @param values per argument; the oldest goes
 * @param valueLength the longest value of an argument that is kept, in characters of JSON
 * @param lastLength the same for what a command answered last
 * @param descriptionLength the same for a plugin's description of itself
 * @param total characters altogether
 */
public record Limits(
        int plugins,
        int commands,
        int arguments,
        int values,
        int valueLength,
        int lastLength,
        int descriptionLength,
        long total) {
    public static final Limits DEFAULT = new Limits(1_000, 500, 100, 20, 200, 2_000, 256 << 10, 8 << 20);

    /** The longest name of anything. */
    static final int MAX_NAME_LENGTH = 200;
}
