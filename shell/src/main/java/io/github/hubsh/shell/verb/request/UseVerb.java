package io.github.hubsh.shell.verb.request;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Peers;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import java.util.ArrayList;
import java.util.List;

/** Focuses a plugin: {@code .command} is for it from then on. */
public final class UseVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.USE, "focus a plugin: then .command items")
            .optional("TARGET", Kind.PLUGIN)
            .example("use plugin_a")
            .example("use -")
            .detail("- removes the focus; without TARGET it shows the focus.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        String target = arguments.optionalOperand(0);
        if (target == null) {
            return Outcome.value(session.memory().context().focus());
        }
        warnOfUnknown(target, session);
        session.memory().context().setFocus(target.equals("-") ? null : target);
        return Outcome.NOTHING;
    }

    /** A plugin may come later, so this is no error. */
    private static void warnOfUnknown(String target, Session session) {
        if (target.equals("-") || session.memory().catalog().plugins().contains(target)) {
            return;
        }
        List<String> plugins = registered(session, target);
        if (plugins.isEmpty() || plugins.contains(target)) {
            return;
        }
        String meant = Suggestion.of(target, plugins);
        session.io()
                .display()
                .say(
                        MessageLevel.WARNING,
                        "no plugin '" + target + "' is registered now" + (meant == null ? "" : "; " + meant));
    }

    /**
     * Asks the hub. A session that observes joins its hub by itself, so the prompt never waits here for a hub that is
     * away. Without a hub the next statement says so.
     */
    private static List<String> registered(Session session, String target) {
        try {
            Network joined = session.hub().joined();
            if (joined == null && session.hub().settings().observing()) {
                return session.memory().catalog().plugins();
            }
            Peers peers = (joined == null ? session.hub().network() : joined).peers();
            List<String> plugins = new ArrayList<>(peers.plugins());
            if (!peers.addressee(target).equals(target)) {
                plugins.add(target);
            }
            return plugins;
        } catch (ShellException unreachable) {
            if (unreachable.isInterruption()) {
                throw unreachable;
            }
            return session.memory().catalog().plugins();
        }
    }
}
