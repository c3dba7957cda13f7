package io.github.hubsh.core.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.message.ConnectReply.CommandSocket;
import io.github.hubsh.core.message.ConnectReply.PublishSocket;
import io.github.hubsh.core.message.Envelope;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.protocol.CommandAction;
import io.github.hubsh.core.protocol.ConnectionAction;
import io.github.hubsh.core.protocol.HubAction;
import io.github.hubsh.core.protocol.HubProtocol;
import io.github.hubsh.core.protocol.MessageOrigin;
import io.github.hubsh.core.protocol.MessageOrigin.Channel;
import io.github.hubsh.core.protocol.PluginAction;
import io.github.hubsh.core.protocol.PluginProtocol;
import io.github.hubsh.core.protocol.WireMessage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A hub's machine and the machines of some plugins, between them links that lose and reorder. The query channel is
 * reliable, as a connection is; the command channel is not.
 */
public final class ProtocolPair {
    private final ManualClock clock = new ManualClock();
    private final Messages messages = clock.messages();
    private final HubProtocol hub =
            new HubProtocol("hub", messages, new CommandSocket("", 1, "hub"), new PublishSocket("", 2));
    private final Map<String, PluginProtocol> plugins = new LinkedHashMap<>();
    private final FakeLink<Parcel> toHub;
    private final FakeLink<Parcel> toPlugins;
    private final List<PluginAction> outcomes = new ArrayList<>();

    /** @param peer the plugin at the other end */
    private record Parcel(String peer, Message message) {}

    public ProtocolPair(long seed, double loss, long slowest) {
        toHub = new FakeLink<>(seed, loss, slowest);
        toPlugins = new FakeLink<>(~seed, loss, slowest);
    }

    /** Connects and registers a plugin. */
    public void join(String name) {
        PluginProtocol plugin = new PluginProtocol(name, messages);
        plugins.put(name, plugin);
        carryOut(name, plugin, plugin.connect());
    }

    /** Sends a request whose reply is wanted within so many nanoseconds; returns its session. */
    public String request(String source, String target, String command, long timeout) {
        ExecuteRequest request = messages.executeRequest(source, target, command, Payload.NONE);
        PluginProtocol plugin = plugin(source);
        carryOut(source, plugin, plugin.request(request, clock.nanos() + timeout));
        return request.session();
    }

    /** Lets time pass, and everything arrive that has had the time. */
    public void pass(long nanos) {
        clock.advance(nanos);
        for (Parcel parcel : toHub.arrived(clock.nanos())) {
            hubTakes(from(Channel.COMMAND, parcel.peer()), parcel.message());
        }
        hub(hub.tick(clock.nanos()));
        for (Parcel parcel : toPlugins.arrived(clock.nanos())) {
            PluginProtocol plugin = plugin(parcel.peer());
            carryOut(parcel.peer(), plugin, plugin.receiveCommand(parcel.message(), new byte[0]));
        }
        plugins.forEach((name, plugin) -> carryOut(name, plugin, plugin.tick(clock.nanos())));
    }

    public PluginProtocol plugin(String name) {
        return plugins.computeIfAbsent(name, unknown -> new PluginProtocol(unknown, messages));
    }

    public HubProtocol hub() {
        return hub;
    }

    /** What became of requests, in order: {@code Complete} and {@code Expire}. */
    public List<PluginAction> outcomes() {
        return outcomes;
    }

    public int lost() {
        return toHub.lost() + toPlugins.lost();
    }

    public boolean isIdle() {
        return toHub.isEmpty() && toPlugins.isEmpty();
    }

    private void carryOut(String name, PluginProtocol plugin, List<? extends PluginAction> actions) {
        for (PluginAction action : actions) {
            if (action instanceof ConnectionAction.Query query) {
                hubTakes(from(Channel.QUERY, name), query.request());
            } else if (action instanceof CommandAction.Send send) {
                toHub.send(new Parcel(name, send.message()), clock.nanos());
            } else if (action instanceof CommandAction.Execute execute) {
                carryOut(name, plugin, plugin.reply(execute.request(), Payload.NONE));
            } else if (action instanceof CommandAction.Complete || action instanceof CommandAction.Expire) {
                outcomes.add(action);
            }
        }
    }

    private static MessageOrigin from(Channel channel, String peer) {
        Envelope envelope = new Envelope(List.of(peer.getBytes(UTF_8)));
        return new MessageOrigin(channel, channel == Channel.QUERY ? "" : peer, envelope);
    }

    private void hubTakes(MessageOrigin from, Message message) {
        hub(hub.receive(from, WireMessage.of(message), clock.nanos()));
    }

    private void hub(List<HubAction> actions) {
        for (HubAction action : actions) {
            if (action instanceof HubAction.Reply reply && reply.to().channel() == Channel.QUERY) {
                String name = new String(reply.to().envelope().frames().get(0), UTF_8);
                carryOut(name, plugin(name), plugin(name).receiveQuery(reply.message()));
            } else if (action instanceof HubAction.Reply reply) {
                toPlugins.send(new Parcel(reply.to().peer(), reply.message()), clock.nanos());
            } else if (action instanceof HubAction.Forward forward) {
                Parcel parcel = new Parcel(forward.target(), forward.message().message());
                toPlugins.send(parcel, clock.nanos());
            } else if (action instanceof HubAction.Execute execute) {
                hub(hub.executed(execute.from(), execute.request(), Payload.NONE));
            }
        }
    }
}
