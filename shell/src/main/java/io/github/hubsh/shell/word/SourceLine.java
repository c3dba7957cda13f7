package io.github.hubsh.shell.word;

import org.jspecify.annotations.Nullable;

/**
 * Where a statement stands in a file.
 *
 * @param file as the user named it
 * @param row from 1
 */
public record SourceLine(String file, int row) {
    /**
     * Returns the line in which a place stands.
     *
     * @param place in a text that begins in this line; {@code null} for its beginning
     */
    public SourceLine of(@Nullable Place place) {
        if (place == null) {
            return this;
        }
        int end = Math.min(place.offset(), place.line().length());
        long below =
                place.line().substring(0, end).chars().filter(c -> c == '\n').count();
        return new SourceLine(file, row + (int) below);
    }

    /** Returns {@code setup.hubsh:3}. */
    @Override
    public String toString() {
        return file + ":" + row;
    }
}
