package io.github.hubsh.shell.render;

import java.util.List;

/**
 * A rendered outcome.
 *
 * @param data for stdout
 * @param messages for stderr
 */
public record Page(List<StyledLine> data, List<StyledLine> messages) {
    static Page ofData(StyledLine line) {
        return new Page(List.of(line), List.of());
    }

    static Page ofData(List<StyledLine> lines) {
        return new Page(lines, List.of());
    }

    static Page ofMessage(String text) {
        return new Page(List.of(), List.of(StyledLine.of(text, Role.NOTE)));
    }
}
