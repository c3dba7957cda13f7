package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.session.BroadcastFilter;
import io.github.hubsh.shell.session.BroadcastStream;
import io.github.hubsh.shell.session.HubIdentity;
import io.github.hubsh.shell.session.Journal;
import io.github.hubsh.shell.session.Network;
import io.github.hubsh.shell.session.Peers;
import io.github.hubsh.shell.session.Reply;
import io.github.hubsh.shell.session.Request;
import io.github.hubsh.shell.session.Traffic;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.time.Instant;

/** A network that writes down what one statement sends. */
record JournaledNetwork(Network network, Journal.Entry entry) implements Network {
    @Override
    public Reply execute(Request request) {
        Instant sent = Instant.now();
        try {
            Reply reply = network.execute(request);
            entry.add(new Journal.Exchange(request, reply, null, sent, Instant.now()));
            return reply;
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
