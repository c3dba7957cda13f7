package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.session.HubAccess;
import io.github.hubsh.shell.session.HubMembership;
import io.github.hubsh.shell.session.Journal;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.network.DraftMessage;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Request;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A hub whose requests stand in the journal.
 *
 * @param entry returns that of the statement that runs, or {@code null}
 */
record JournaledHub(HubAccess hub, Supplier<Journal.@Nullable Entry> entry) implements HubAccess {
    @Override
    public SessionSettings settings() {
        return hub.settings();
    }

    @Override
    public Network network() {
        return journaled(hub.network());
    }

    @Override
    public @Nullable Network joined() {
        Network joined = hub.joined();
        return joined == null ? null : journaled(joined);
    }

    @Override
    public void permit(Request request, boolean confirmed) {
        hub.permit(request, confirmed);
    }

    @Override
    public DraftMessage draft(Request request) {
        return hub.draft(request);
    }

    @Override
    public HubMembership membership() {
        return hub.membership();
    }

    private Network journaled(Network network) {
        Journal.Entry now = entry.get();
        return now == null ? network : new JournaledNetwork(network, now);
    }
}
