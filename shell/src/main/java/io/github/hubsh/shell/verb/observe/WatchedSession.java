package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.shell.session.HubAccess;
import io.github.hubsh.shell.session.HubMembership;
import io.github.hubsh.shell.session.ProgramAccess;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.StatementLanguage;
import io.github.hubsh.shell.session.io.InputOutput;
import io.github.hubsh.shell.session.network.DraftMessage;
import io.github.hubsh.shell.session.network.HubIdentity;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import org.jspecify.annotations.Nullable;

/**
 * A session whose statements wait for a hub once, and not again when it is lost: that it is away is what {@code watch}
 * has to show. On the thread that watches.
 */
final class WatchedSession implements Session, HubAccess {
    private final Session session;

    // Mutable state
    private @Nullable HubIdentity known;

    WatchedSession(Session session) {
        this.session = session;
    }

    @Override
    public Network network() {
        Network joined = joined();
        HubIdentity lost = known;
        if (joined == null && lost != null) {
            throw new ShellException(Problem.HUB_LOST, "no connection to the hub at " + lost.uri())
                    .hint("it is joined again as soon as it is back; after disconnect, by connect");
        }
        Network network = joined != null ? joined : session.hub().network();
        known = network.identity();
        return network;
    }

    @Override
    public @Nullable Network joined() {
        return session.hub().joined();
    }

    @Override
    public HubAccess hub() {
        return this;
    }

    @Override
    public SessionSettings settings() {
        return session.hub().settings();
    }

    @Override
    public void permit(Request request, boolean confirmed) {
        session.hub().permit(request, confirmed);
    }

    @Override
    public DraftMessage draft(Request request) {
        return session.hub().draft(request);
    }

    @Override
    public HubMembership membership() {
        return session.hub().membership();
    }

    @Override
    public SessionMemory memory() {
        return session.memory();
    }

    @Override
    public InputOutput io() {
        return session.io();
    }

    @Override
    public ProgramAccess program() {
        return session.program();
    }

    @Override
    public StatementLanguage language() {
        return session.language();
    }

    @Override
    public void close() {
        session.close();
    }
}
