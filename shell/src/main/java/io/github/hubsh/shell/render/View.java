package io.github.hubsh.shell.render;

import java.time.ZoneId;

/**
 * Who looks at the output, and how.
 *
 * @param terminal whether data goes to a person rather than a program
 * @param width of the terminal in columns
 * @param debug whether errors show stack traces
 */
public record View(Format format, boolean quiet, boolean terminal, int width, boolean debug, ZoneId zone) {
    public View withFormat(Format other, boolean alsoQuiet) {
        return new View(other, quiet || alsoQuiet, terminal, width, debug, zone);
    }
}
