package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.ConnectReply.CommandSocket;
import io.github.hubsh.core.message.ConnectReply.PublishSocket;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.protocol.HubAction.ForCluster;
import io.github.hubsh.core.protocol.HubAction.Forward;
import io.github.hubsh.core.protocol.HubAction.Relay;
import io.github.hubsh.core.protocol.HubAction.Reply;
import io.github.hubsh.core.protocol.MessageOrigin.Channel;
import io.github.hubsh.core.protocol.cluster.ClusterAction;
import io.github.hubsh.core.protocol.cluster.ClusterAction.Announce;
import io.github.hubsh.core.protocol.cluster.ClusterAction.Refused;
import io.github.hubsh.core.protocol.cluster.ClusterAction.Send;
import io.github.hubsh.core.protocol.cluster.ClusterMessage;
import io.github.hubsh.core.protocol.cluster.ClusterProtocol;
import io.github.hubsh.core.protocol.cluster.ClusterSettings;
import io.github.hubsh.core.protocol.cluster.HubStart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A hub in a simulation: the two machines, and a loop that carries their actions out as {@code HubLoop} does. */
final class SimulatedHub {
    private final SimulatedWorld world;
    private final String name;
    private final Messages messages;
    final Map<String, SimulatedPlugin> plugins = new LinkedHashMap<>();
    private final Map<String, SimulatedRequest> requests;

    // Mutable state
    ClusterProtocol cluster;
    HubProtocol protocol;
    private boolean linked;
    private long tickAt = Long.MAX_VALUE;
    private int run;
    int refused;

    SimulatedHub(SimulatedWorld world, String name, Messages messages, Map<String, SimulatedRequest> requests) {
        this.world = world;
        this.name = name;
        this.messages = messages;
        this.requests = requests;
        this.cluster = newCluster();
        this.protocol = newProtocol();
    }

    String name() {
        return name;
    }

    boolean isLinked() {
        return linked;
    }

    /** Starts again: what was there is gone. */
    void restart() {
        plugins.values().forEach(plugin -> plugin.connected = false);
        plugins.clear();
        run++;
        tickAt = Long.MAX_VALUE;
        cluster = newCluster();
        protocol = newProtocol();
        linked = false;
        link(true);
    }

    void link(boolean up) {
        if (linked != up) {
            linked = up;
            decide(machine -> up ? machine.linkUp(world.now()) : machine.linkDown());
        }
    }

    void connect(String plugin) {
        if (!plugins.containsKey(plugin)) {
            plugins.put(plugin, new SimulatedPlugin(plugin, this));
            carryOut(protocol.connected(plugin, world.now()));
        }
    }

    void disconnect(SimulatedPlugin plugin) {
        if (plugin.connected) {
            plugin.connected = false;
            plugins.remove(plugin.name);
            carryOut(protocol.disconnected(plugin.name, world.now()));
        }
    }

    SimulatedRequest request(SimulatedPlugin from, String target) {
        ExecuteRequest message = messages.executeRequest(from.name, target, "work", Payload.NONE);
        SimulatedRequest request = new SimulatedRequest(message.session(), from);
        requests.put(request.session, request);
        world.requests.add(request);
        receiveFromPlugin(from, message);
        return request;
    }

    void receive(ClusterMessage message, @Nullable WireMessage text) {
        if (linked) {
            carryOut(protocol.decideCluster(machine -> machine.receive(message, world.now()), text, world.now()));
        }
    }

    private void receiveFromPlugin(SimulatedPlugin from, Message message) {
        MessageOrigin origin = ClusterTurns.ofPlugin(from.name);
        carryOut(protocol.receive(origin, WireMessage.of(message), world.now()));
    }

    private void decide(Function<ClusterProtocol, List<ClusterAction>> decision) {
        carryOut(protocol.decideCluster(decision, null, world.now()));
    }

    private void carryOut(List<HubAction> actions) {
        for (HubAction action : actions) {
            if (action instanceof Forward forward) {
                forward(forward);
            } else if (action instanceof Relay relay) {
                relay(relay);
            } else if (action instanceof Reply reply && reply.to().channel() == Channel.CLUSTER) {
                Send way = protocol.way(reply);
                if (way != null && linked) {
                    world.send(this, way.hub(), way.message(), WireMessage.of(reply.message()));
                }
            } else if (action instanceof Reply reply) {
                deliver(reply.to().peer(), reply.message());
            } else if (action instanceof ForCluster forCluster) {
                carryOut(forCluster.action());
            }
        }
        scheduleTick();
    }

    private void carryOut(ClusterAction action) {
        if (action instanceof Announce announce && linked) {
            world.announce(this, announce.message());
        } else if (action instanceof Send send && linked) {
            world.send(this, send.hub(), send.message(), null);
        } else if (action instanceof Refused) {
            refused++;
        }
    }

    private void forward(Forward forward) {
        if (!deliver(forward.target(), forward.message().message())) {
            carryOut(protocol.undeliverable(forward, DeliveryFailure.UNREACHABLE, world.now()));
        }
    }

    private void relay(Relay relay) {
        if (linked) {
            world.send(
                    this,
                    relay.way().hub(),
                    relay.way().message(),
                    relay.forward().message());
        } else {
            carryOut(protocol.unsent(relay, DeliveryFailure.UNREACHABLE));
        }
    }

    /** A plugin gets a message: it answers a request after a while, and counts a reply. */
    private boolean deliver(String target, Message message) {
        SimulatedPlugin plugin = plugins.get(target);
        if (plugin == null) {
            return false;
        }
        SimulatedRequest request = requests.get(message.session());
        if (message instanceof ExecuteRequest asked) {
            Objects.requireNonNull(request).executed++;
            long millis = world.random.nextInt(10) == 0 ? world.random.nextInt(6000) : world.random.nextInt(50);
            world.laterMillis(millis, () -> answer(plugin, asked));
        } else if (message instanceof ExecuteReply reply && request != null) {
            request.ended++;
            request.failed |= reply.failed();
        } else if (message instanceof ExecuteReply reply
                && reply.error() != null
                && reply.error().name().equals(RemoteError.NAME_IN_USE)) {
            plugin.notices++;
        }
        return true;
    }

    private void answer(SimulatedPlugin plugin, ExecuteRequest asked) {
        if (plugin.connected) {
            receiveFromPlugin(plugin, messages.executeReply(asked, 1, Payload.NONE));
        }
    }

    private void scheduleTick() {
        long deadline = protocol.nextDeadline();
        if (deadline < tickAt) {
            tickAt = deadline;
            int inRun = run;
            world.later(Math.max(0, deadline - world.now()), () -> tick(inRun, deadline));
        }
    }

    private void tick(int inRun, long deadline) {
        if (inRun == run && deadline == tickAt) {
            tickAt = Long.MAX_VALUE;
            carryOut(protocol.tick(world.now()));
        }
    }

    private ClusterProtocol newCluster() {
        ClusterSettings settings =
                new ClusterSettings(ClusterSettings.DEFAULT_DEADLINE.toNanos(), 1_700_000_000_000L, plugin -> true);
        return new ClusterProtocol(new HubStart(name, world.nextEpoch()), settings);
    }

    private HubProtocol newProtocol() {
        HubProtocol machine = new HubProtocol(
                name,
                messages,
                new HubPolicy(100_000_000L, InFlightLimits.DEFAULTS),
                new CommandSocket("tcp://h:1", 1, name),
                new PublishSocket("tcp://h:2", 2));
        machine.join(cluster, ClusterPolicy.OPEN);
        return machine;
    }
}
