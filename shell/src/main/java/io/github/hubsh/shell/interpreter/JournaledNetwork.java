package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.session.Journal;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.HubIdentity;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Peers;
import io.github.hubsh.shell.session.network.PendingReply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.session.network.Traffic;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.time.Instant;

/** A network that writes down what one statement sends. */
record JournaledNetwork(Network network, Journal.Entry entry) implements Network {
    @Override
    public PendingReply send(Request request) {
        Instant sent = Instant.now();
        try {
            return new JournaledReply(network.send(request), request, sent, entry);
        } catch (ShellException failed) {
            entry.add(new Journal.Exchange(request, null, failed, sent, Instant.now()));
            throw failed;
        }
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
