package io.github.hubsh.shell.live;

import io.github.hubsh.shell.argument.ContextGuard;
import io.github.hubsh.shell.session.BroadcastFilter;
import io.github.hubsh.shell.session.BroadcastStream;
import io.github.hubsh.shell.session.Dialog;
import io.github.hubsh.shell.session.HubIdentity;
import io.github.hubsh.shell.session.Network;
import io.github.hubsh.shell.session.Peers;
import io.github.hubsh.shell.session.Reply;
import io.github.hubsh.shell.session.Request;
import io.github.hubsh.shell.session.Traffic;
import java.time.Duration;

/** A network whose guard sees every request, no matter who sends it. Asking who is there is always allowed. */
record GuardedNetwork(Network network, ContextGuard guard, Dialog dialog) implements Network {
    @Override
    public Reply execute(Request request) {
        guard.pass(request, dialog);
        return network.execute(request);
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
