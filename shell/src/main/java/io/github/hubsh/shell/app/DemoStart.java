package io.github.hubsh.shell.app;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.EmbeddedHubs;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.verb.hubs.DemoVerb;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Objects;

/** The start of the demo. Without lines to run and without a prompt it serves until it is stopped. */
final class DemoStart {
    private DemoStart() {}

    /**
     * Starts the demo, and serves if there is nothing else to do.
     *
     * @param stdin the lines to run, if the plan takes them from there
     * @return what to read instead of stdin; its first byte is known already
     * @throws ShellException CANNOT_CONNECT if the demo cannot start; INTERRUPTED after it has served
     */
    static InputStream run(RunPlan plan, Session session, InputStream stdin, Wiring wiring) {
        EmbeddedHubs hubs = session.program().hubs();
        Arguments demo = Objects.requireNonNull(plan.demo());
        String uri = DemoVerb.start(demo, session);
        if (plan.source() == RunPlan.Source.PROMPT ? !wiring.inBackground() : plan.source() != RunPlan.Source.STDIN) {
            return stdin;
        }
        session.io().display().say(MessageLevel.NOTE, "hub 'demo' listens at " + uri + "; Ctrl-C stops it");
        PushbackInputStream lines = new PushbackInputStream(stdin);
        if (plan.source() == RunPlan.Source.PROMPT || !hasInput(lines)) {
            hubs.awaitDemo();
        }
        return lines;
    }

    /** Waits for the first byte. A stdin that cannot be read, as of a closed one, gives none. */
    private static boolean hasInput(PushbackInputStream lines) {
        try {
            int first = lines.read();
            if (first >= 0) {
                lines.unread(first);
            }
            return first >= 0;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
