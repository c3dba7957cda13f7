package io.github.hubsh.shell.verb.observe;

import io.github.hubsh.shell.session.HubAccess;
import io.github.hubsh.shell.session.HubMembership;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.network.DraftMessage;
import io.github.hubsh.shell.session.network.HubIdentity;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import org.jspecify.annotations.Nullable;

/**
 * A hub that statements wait for once, and not again when it is lost: that it is away is what {@code watch} has to
 * show. On the thread that watches.
 */
final class SingleWaitHub implements HubAccess {
    private final HubAccess hub;

    // Mutable state
    private @Nullable HubIdentity known;

    SingleWaitHub(HubAccess hub) {
        this.hub = hub;
    }

    @Override
    public Network network() {
        Network joined = joined();
        HubIdentity lost = known;
        if (joined == null && lost != null) {
            throw new ShellException(Problem.HUB_LOST, "no connection to the hub at " + lost.uri())
                    .hint("it is joined again as soon as it is back; after disconnect, by connect");
        }
        Network network = joined != null ? joined : hub.network();
        known = network.identity();
        return network;
    }

    @Override
    public @Nullable Network joined() {
        return hub.joined();
    }

    @Override
    public SessionSettings settings() {
        return hub.settings();
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
}
