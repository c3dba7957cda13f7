package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.command.Network;
import io.github.hubsh.shell.command.Session;
import io.github.hubsh.shell.render.Ansi;
import io.github.hubsh.shell.render.Role;
import io.github.hubsh.shell.render.Span;
import io.github.hubsh.shell.render.StyledLine;
import io.github.hubsh.shell.render.Visible;

/** What stands before the line: the hub's name, or that there is none. */
final class PromptText {
    private static final int LONGEST_NAME = 24;

    private PromptText() {}

    /** Returns the prompt. May be called from any thread. */
    static String of(Session session, boolean colored) {
        Network network = session.joined();
        Span where = network == null ? new Span("(not connected)", Role.NOTE) : new Span(name(network), Role.NAME);
        StyledLine line = StyledLine.of(where, new Span("> ", Role.PLAIN));
        return colored ? Ansi.colored(line) : line.text();
    }

    private static String name(Network network) {
        String name = Visible.text(network.hubName());
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }
}
