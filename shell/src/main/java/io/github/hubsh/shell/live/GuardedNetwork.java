package io.github.hubsh.shell.live;

import io.github.hubsh.shell.argument.ContextGuard;
import io.github.hubsh.shell.session.BroadcastFilter;
import io.github.hubsh.shell.session.BroadcastStream;
import io.github.hubsh.shell.session.Dialog;
import io.github.hubsh.shell.session.Network;
import io.github.hubsh.shell.session.Reply;
import io.github.hubsh.shell.session.Request;
import io.github.hubsh.shell.session.ServedCommand;
import io.github.hubsh.shell.session.ServedPlugin;
import io.github.hubsh.shell.session.Traffic;
import java.time.Duration;
import java.util.List;

/** A network where no request passes the guard unseen, whoever sends it. To ask who is there is free. */
record GuardedNetwork(Network network, ContextGuard guard, Dialog dialog) implements Network {
    @Override
    public Reply execute(Request request) {
        guard.pass(request, dialog);
        return network.execute(request);
    }

    @Override
    public String hubUri() {
        return network.hubUri();
    }

    @Override
    public String hubName() {
        return network.hubName();
    }

    @Override
    public String addressee(String target) {
        return network.addressee(target);
    }

    @Override
    public String ownName() {
        return network.ownName();
    }

    @Override
    public List<String> plugins() {
        return network.plugins();
    }

    @Override
    public Duration ping(String target, Duration timeout) {
        return network.ping(target, timeout);
    }

    @Override
    public void inquire(String target) {
        network.inquire(target);
    }

    @Override
    public BroadcastStream listen(BroadcastFilter filter) {
        return network.listen(filter);
    }

    @Override
    public ServedPlugin serve(String name, List<ServedCommand> commands) {
        return network.serve(name, commands);
    }

    @Override
    public void lookForHub() {
        network.lookForHub();
    }

    @Override
    public Traffic traffic() {
        return network.traffic();
    }
}
