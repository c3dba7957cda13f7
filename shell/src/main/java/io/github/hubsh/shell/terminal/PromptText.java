package io.github.hubsh.shell.terminal;

import io.github.hubsh.shell.render.Ansi;
import io.github.hubsh.shell.render.Role;
import io.github.hubsh.shell.render.Sanitizer;
import io.github.hubsh.shell.render.StyledLine;
import io.github.hubsh.shell.render.StyledSpan;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.PromptLanguage;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.network.Network;

/**
 * What stands before the line: the context's name or else the hub's, and the focus; or that there is no hub; and a mark
 * while broadcasts are recorded.
 */
final class PromptText {
    private static final int MAX_NAME_LENGTH = 24;

    /** That a recording runs. */
    private static final String RECORDS = "●rec";

    private PromptText() {}

    /** Returns the prompt. May be called from any thread. */
    static String of(Session session, boolean colored) {
        PromptLanguage dialect = session.program().promptLanguage();
        boolean records = !session.memory().recordings().areNone();
        if (dialect != null) {
            return dialect.name() + (records ? " " + RECORDS : "") + "> ";
        }
        Network network = session.hub().joined();
        StyledSpan where = network == null
                ? new StyledSpan("(not connected)", Role.NOTE)
                : new StyledSpan(name(network, session), Role.NAME);
        String focus = network == null ? null : session.memory().context().focus();
        StyledLine line = StyledLine.of(
                where,
                new StyledSpan(focus == null ? "" : ":" + cut(focus), Role.NAME),
                new StyledSpan(records ? " " + RECORDS : "", Role.ERROR),
                new StyledSpan("> ", Role.PLAIN));
        return colored ? Ansi.colored(line) : line.text();
    }

    private static String name(Network network, Session session) {
        HubContext context = session.memory().context().at(network.identity().uri());
        return cut(context == null ? network.identity().hubName() : context.name());
    }

    private static String cut(String text) {
        String name = Sanitizer.text(text);
        return name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, MAX_NAME_LENGTH - 1) + "…";
    }
}
