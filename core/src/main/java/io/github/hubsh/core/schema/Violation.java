package io.github.hubsh.core.schema;

/**
 * One thing that is wrong with a message.
 *
 * @param path the offending value, dotted: {@code header.version}; empty for the message itself
 * @param message what is wrong with it
 */
public record Violation(String path, String message) {
    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
