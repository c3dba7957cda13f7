package io.github.hubsh.core.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.access.Refusal;
import io.github.hubsh.core.message.Envelope;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.protocol.HubAction.ForCluster;
import io.github.hubsh.core.protocol.HubAction.Reply;
import io.github.hubsh.core.protocol.cluster.ClusterAction;
import io.github.hubsh.core.protocol.cluster.ClusterAction.Answer;
import io.github.hubsh.core.protocol.cluster.ClusterAction.Deliver;
import io.github.hubsh.core.protocol.cluster.ClusterAction.Evict;
import io.github.hubsh.core.protocol.cluster.ClusterAction.Fail;
import io.github.hubsh.core.protocol.cluster.ClusterAction.Free;
import io.github.hubsh.core.protocol.cluster.ClusterAction.RequesterGone;
import io.github.hubsh.core.protocol.cluster.ClusterMessage;
import io.github.hubsh.core.protocol.cluster.ClusterProtocol;
import io.github.hubsh.core.protocol.cluster.RequestKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the machine of a cluster means for the machine of its hub: requests and replies of plugins of other hubs, and
 * names that a plugin here loses or gets.
 */
final class ClusterTurns {
    private final String hub;
    private final Messages messages;
    private final PluginRegistry registry;
    private final HubReplies replies;
    private final PluginTraffic traffic;

    // Mutable state
    private ClusterPolicy policy = ClusterPolicy.OPEN;

    ClusterTurns(String hub, Messages messages, PluginRegistry registry, HubReplies replies, PluginTraffic traffic) {
        this.hub = hub;
        this.messages = messages;
        this.registry = registry;
        this.replies = replies;
        this.traffic = traffic;
    }

    void use(ClusterPolicy other) {
        policy = other;
    }

    /**
     * Turns the cluster's actions into the hub's.
     *
     * @param wire the text beside the message that has caused them; {@code null} if there is none that can be read
     */
    List<HubAction> carryOut(List<ClusterAction> clusterActions, @Nullable WireMessage wire, long now) {
        List<HubAction> actions = new ArrayList<>();
        for (ClusterAction action : clusterActions) {
            if (action instanceof Deliver deliver) {
                actions.addAll(deliver(deliver.key(), wire, now));
            } else if (action instanceof Answer answer) {
                actions.addAll(answer(answer.key(), wire, now));
            } else if (action instanceof Fail fail) {
                actions.addAll(traffic.fail(fail.key(), RemoteError.DISCONNECTED, reason(fail)));
            } else if (action instanceof RequesterGone gone) {
                RegisteredPlugin requester = registry.remotePlugins().used(gone.plugin());
                actions.addAll(requester == null ? List.of() : traffic.gone(requester));
            } else if (action instanceof Evict evict) {
                actions.addAll(evict(evict));
            } else if (action instanceof Free free) {
                registry.connected(free.plugin(), now);
                traffic.connected(free.plugin(), now);
            } else {
                actions.add(new ForCluster(action));
            }
        }
        return actions;
    }

    /** A message could not be sent to another hub: a request among them waits no more. */
    List<HubAction> unsent(HubAction.Relay relay, DeliveryFailure failure) {
        ClusterProtocol cluster = registry.remotePlugins().cluster();
        if (cluster != null && relay.way().message() instanceof ClusterMessage.Request request) {
            cluster.unsent(relay.way().hub(), request);
        }
        return traffic.unsent(relay, failure);
    }

    /** A request of a plugin of another hub. That hub gets its outcome, or learns it when it asks. */
    private List<HubAction> deliver(RequestKey key, @Nullable WireMessage wire, long now) {
        if (wire == null || !(wire.message() instanceof ExecuteRequest request) || !key.equals(key(request))) {
            ClusterAction.Send unused = registry.remotePlugins().answered(key);
            return List.of(replies.drop(key.requester(), "a request from another hub that is not what its head says"));
        }
        MessageOrigin from = MessageOrigin.ofRemote(key.requester());
        Refusal refusal = policy.refusal(key.requester(), key.target(), request.command());
        if (refusal != null) {
            return List.of(
                    new HubAction.Refused(from, refusal),
                    replies.refuse(from, request, RemoteError.ACCESS_REFUSED, "Refused: " + refusal.reason() + "."));
        }
        if (registry.isHere(key.requester())) {
            RemoteError error = RemoteError.ofNameInUse(key.requester(), hub);
            return List.of(replies.refuse(from, replies.error(request, error)));
        }
        if (!registry.isHere(key.target())) {
            String reason = RemoteError.UNSUPPORTED_ROUTE + key.requester() + ")/target(" + key.target()
                    + ") configuration.  The target is not registered with the hub '" + hub + "' any longer.";
            return List.of(replies.refuse(from, request, "UnsupportedRoute", reason));
        }
        RegisteredPlugin unused = registry.remotePlugins().use(key.requester());
        return traffic.request(from, request, wire, now);
    }

    /** A reply of a plugin of another hub. */
    private List<HubAction> answer(RequestKey key, @Nullable WireMessage wire, long now) {
        if (wire != null && wire.message() instanceof ExecuteReply reply && key.equals(key(reply))) {
            return traffic.reply(MessageOrigin.ofRemote(key.target()), reply, wire, now);
        }
        return traffic.fail(key, RemoteError.INVALID_REPLY, "Its reply came from another hub, and cannot be read.");
    }

    /** Another hub has an older plugin of this name: this one gets an error, and loses the name. */
    private List<HubAction> evict(Evict evict) {
        String name = evict.plugin();
        RegisteredPlugin plugin = registry.here(name);
        if (plugin == null) {
            return List.of();
        }
        RemoteError inUse = RemoteError.ofNameInUse(name, evict.hub());
        List<HubAction> actions = new ArrayList<>(traffic.lose(plugin, inUse));
        registry.evict(plugin);
        if (plugin.isConnected()) {
            registry.remotePlugins().await(name, true);
            ExecuteRequest register = messages.executeRequest(name, hub, "register", Payload.NONE);
            ExecuteReply refusal = replies.error(register, inUse);
            actions.add(new Reply(ofPlugin(name), refusal));
        }
        return actions;
    }

    static MessageOrigin ofPlugin(String name) {
        return new MessageOrigin(MessageOrigin.Channel.COMMAND, name, Envelope.of(name.getBytes(UTF_8)));
    }

    /** Returns what pairs a request or reply with its counterpart. */
    static RequestKey key(Message message) {
        return message instanceof ExecuteReply
                ? new RequestKey(message.session(), message.target(), message.source())
                : new RequestKey(message.session(), message.source(), message.target());
    }

    private static String reason(Fail fail) {
        String plugin = "Plugin " + fail.key().target() + " is at the hub " + fail.hub() + ", ";
        return plugin
                + switch (fail.cause()) {
                    case HUB_GONE ->
                        "which has gone or cannot be reached: the request may have been executed, and"
                                + " its reply will not come.";
                    case LOST -> "and the request or its reply was lost on the way: it may have been executed.";
                    case UNCONFIRMED ->
                        "which does not say whether the request is under way: it may have been"
                                + " executed, and its reply will not come.";
                };
    }
}
