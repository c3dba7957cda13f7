package io.github.hubsh.shell.live;

import io.github.hubsh.shell.argument.ContextGuard;
import io.github.hubsh.shell.session.io.Dialog;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.HubIdentity;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Peers;
import io.github.hubsh.shell.session.network.PendingReply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.session.network.Traffic;
import java.time.Duration;

/** A network whose guard sees every request, no matter who sends it. Asking who is there is always allowed. */
record GuardedNetwork(Network network, ContextGuard guard, Dialog dialog) implements Network {
    @Override
    public PendingReply send(Request request) {
        guard.pass(request, dialog);
        return network.send(request);
    }

    @Override
    public HubIdentity identity() {
        return network.identity();
    }

    @Override
    public Peers peers() {
        return network.peers();
    }

    @Override
    public Duration ping(String target, Duration timeout) {
        return network.ping(target, timeout);
    }

    @Override
    public BroadcastStream listen(BroadcastFilter filter) {
        return network.listen(filter);
    }

    @Override
    public Traffic traffic() {
        return network.traffic();
    }
}
