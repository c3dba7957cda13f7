package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.message.RequestOutline;
import io.github.hubsh.core.message.Route;
import io.github.hubsh.core.protocol.HubAction.Forward;
import io.github.hubsh.core.protocol.HubAction.Publish;
import io.github.hubsh.core.protocol.HubAction.Relay;
import io.github.hubsh.core.protocol.HubAction.Reply;
import io.github.hubsh.core.protocol.cluster.ClusterAction;
import io.github.hubsh.core.protocol.cluster.RequestKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What registered plugins send each other.
 *
 * <p>A request is remembered until its reply. So a reply passes only from the plugin that was asked to the one that
 * asked, and once; and when a plugin goes, each requester that waits for it gets an error in its name.
 */
final class PluginTraffic {
    private final PluginRegistry registry;
    private final HubReplies replies;
    private final RequestsInFlight inFlight;
    private final HeldMessages held = new HeldMessages();
    private final RoundTripCounter roundTrips = new RoundTripCounter();

    PluginTraffic(PluginRegistry registry, HubReplies replies, InFlightLimits limits) {
        this.registry = registry;
        this.replies = replies;
        this.inFlight = new RequestsInFlight(limits);
    }

    /** Returns the way of a message that is to be passed on at once, and no more than that. */
    @Nullable
    DirectForward directForward(Route route, int outlineSize) {
        RegisteredPlugin source = registry.find(route.source());
        RegisteredPlugin target = registry.find(route.target());
        if (source == null || target == null || source.isRemote() || target.isRemote()) {
            return null;
        }
        if (held.hasAny(route.target())) {
            return null;
        }
        if (route.type() == MessageType.EXECUTE_REQUEST) {
            return inFlight.hasRoom(source, outlineSize) ? new DirectForward(source, target, route, null) : null;
        }
        InFlightRequest answered = find(route.session(), target, source);
        return answered == null ? null : new DirectForward(source, target, route, answered);
    }

    /** A message was passed on. */
    void forwardedDirectly(DirectForward forward, @Nullable RequestOutline outline, long now) {
        InFlightRequest answered = forward.answered();
        if (answered != null) {
            inFlight.end(answered);
            countRoundTrip(answered, now);
        } else if (outline != null) {
            inFlight.add(forward.key(), forward.target(), outline, now);
        }
    }

    /** A registered plugin asks another. */
    List<HubAction> request(MessageOrigin from, ExecuteRequest request, WireMessage wire, long now) {
        RegisteredPlugin requester = sender(from);
        RegisteredPlugin target = registry.find(request.target());
        if (requester == null || target == null) {
            throw new IllegalStateException("can't pass on a request between plugins that are not registered");
        }
        List<HubAction> actions = new ArrayList<>();
        byte[] json = wire.json();
        RequestOutline outline = RequestOutline.of(request, json == null ? 0 : json.length);
        InFlightRequest abandoned = RequestsInFlight.abandoned(requester, now);
        if (!inFlight.hasRoom(requester, outline.size()) && abandoned != null) {
            inFlight.end(abandoned);
            actions.addAll(fail(
                    abandoned,
                    RemoteError.NO_REPLY,
                    "No reply came for a long time, and newer requests need the room."));
        }
        if (!inFlight.hasRoom(requester, outline.size())) {
            String reason = "The hub remembers " + requester.requests().sentCount() + " requests of " + requester.name()
                    + " without a reply, and has no room for more. Wait for replies first.";
            actions.add(replies.refuse(from, request, RemoteError.TOO_MANY_REQUESTS, reason));
            return actions;
        }
        inFlight.add(new InFlightRequest.Key(request.session(), requester), target, outline, now);
        actions.addAll(
                forward(new Forward(from, target.name(), wire, isPublished(from, request.silent())), target, now));
        return actions;
    }

    /** A plugin answers another. */
    List<HubAction> reply(MessageOrigin from, ExecuteReply reply, WireMessage wire, long now) {
        InFlightRequest request = end(from, reply.header());
        if (request == null) {
            return List.of(replies.drop(
                    from.peer(), "an execute_reply that '" + reply.target() + "' does not wait for, or no longer"));
        }
        countRoundTrip(request, now);
        return forward(
                new Forward(from, reply.target(), wire, isPublished(from, reply.silent())), request.requester(), now);
    }

    /** Sends an error in the place of a malformed reply: without it the requester waits until its time-out. */
    List<HubAction> replaceReply(MessageOrigin from, Header header, MalformedMessage malformed, long now) {
        boolean isReply =
                header.type() == MessageType.EXECUTE_REPLY && header.source().equals(from.peer());
        InFlightRequest request = isReply ? end(from, header) : null;
        if (request == null) {
            return List.of();
        }
        RemoteError error = RemoteError.ofInvalidReply(malformed.reason(), malformed.json());
        WireMessage instead = WireMessage.of(replies.instead(header, error));
        return forward(new Forward(from, header.target(), instead, !malformed.silent()), request.requester(), now);
    }

    /** Sends an error in the place of a reply that its plugin may not give. */
    List<HubAction> refuseReply(MessageOrigin from, ExecuteReply reply, String reason, long now) {
        InFlightRequest request = end(from, reply.header());
        if (request == null) {
            return List.of();
        }
        RemoteError error = new RemoteError(RemoteError.ACCESS_REFUSED, "The reply was refused: " + reason, List.of());
        WireMessage instead = WireMessage.of(replies.instead(reply.header(), error));
        return forward(new Forward(from, reply.target(), instead, !reply.silent()), request.requester(), now);
    }

    /** A message could not be delivered. */
    List<HubAction> undeliverable(Forward forward, DeliveryFailure failure, long now) {
        RegisteredPlugin target = registry.find(forward.target());
        boolean unreachable = failure == DeliveryFailure.UNREACHABLE;
        boolean connecting = unreachable && target != null && now - target.registeredAt() < HubProtocol.GRACE_NANOS;
        if (connecting && held.hasRoom(forward)) {
            return hold(forward, now);
        }
        String reason = unreachable
                ? "Plugin " + forward.target() + " is registered but not connected."
                : "Plugin " + forward.target() + " takes no more messages: its queue is full.";
        return refuse(forward, target, reason);
    }

    /** A message for a plugin of another hub could not be sent. */
    List<HubAction> unsent(Relay relay, DeliveryFailure failure) {
        Forward forward = relay.forward();
        if (failure == DeliveryFailure.TOO_LARGE
                && forward.message().message() instanceof ExecuteReply reply
                && forward.message().json() != null) {
            String reason = "The reply is larger than the servers of the cluster take (max_payload of NATS).";
            ExecuteReply error = replies.instead(reply.header(), new RemoteError("TooLarge", reason, List.of()));
            return List.of(new Relay(
                    new Forward(forward.from(), forward.target(), WireMessage.of(error), forward.publish()),
                    relay.way()));
        }
        return unsent(forward, failure);
    }

    private List<HubAction> unsent(Forward forward, DeliveryFailure failure) {
        RegisteredPlugin target = registry.remotePlugins().used(forward.target());
        return refuse(
                forward,
                target,
                "Plugin " + forward.target() + " is at another hub, and "
                        + switch (failure) {
                            case UNREACHABLE -> "this hub does not reach its cluster.";
                            case FULL -> "more waits for the cluster than has room.";
                            case TOO_LARGE ->
                                "the message is larger than the servers of the cluster take (max_payload of NATS).";
                        }
                        + " It was not sent.");
    }

    private List<HubAction> refuse(Forward forward, @Nullable RegisteredPlugin target, String reason) {
        if (forward.message().message() instanceof ExecuteRequest request) {
            // Its requester may have gone, or got an error already.
            RegisteredPlugin requester = sender(forward.from());
            InFlightRequest inFlightRequest =
                    target == null || requester == null ? null : find(request.session(), requester, target);
            if (inFlightRequest == null) {
                return List.of();
            }
            inFlight.end(inFlightRequest);
            return List.of(replies.refuse(forward.from(), request, RemoteError.NOT_CONNECTED, reason));
        }
        if (target != null) {
            replies.countLost(target);
        }
        return List.of(replies.drop(forward.from().peer(), reason));
    }

    /** Ends a request to a plugin of another hub, if it is still under way. */
    List<HubAction> fail(RequestKey key, String kind, String reason) {
        RegisteredPlugin requester = registry.here(key.requester());
        RegisteredPlugin target = registry.remotePlugins().used(key.target());
        if (requester == null || target == null) {
            return List.of();
        }
        InFlightRequest request = find(key.session(), requester, target);
        if (request == null) {
            return List.of();
        }
        inFlight.end(request);
        replies.countLost(target);
        return fail(request, kind, reason);
    }

    /** A plugin has connected: what is held for it is due. */
    void connected(String plugin, long now) {
        held.hurry(plugin, now);
    }

    /** A plugin has gone: its own requests end, and so do those that wait for it. */
    List<HubAction> gone(RegisteredPlugin plugin) {
        List<HubAction> actions = new ArrayList<>();
        for (InFlightRequest request : inFlight.endAll(plugin)) {
            replies.countLost(plugin);
            actions.addAll(fail(
                    request,
                    RemoteError.DISCONNECTED,
                    "Plugin " + plugin.name() + " went while the request was under way: it may have been executed,"
                            + " and its reply will not come."));
        }
        return actions;
    }

    /** A plugin loses its name, and stays connected: it gets an error for each of its requests, too. */
    List<HubAction> lose(RegisteredPlugin plugin, RemoteError error) {
        List<HubAction> actions = new ArrayList<>();
        for (InFlightRequest request : plugin.requests().allSent()) {
            for (int copy = request.copies(); copy > 0; copy--) {
                inFlight.end(request);
                actions.addAll(fail(request, error.name(), error.value()));
            }
        }
        actions.addAll(gone(plugin));
        return actions;
    }

    /** Returns the held messages if they are due. */
    List<Forward> tick(long now) {
        return now < held.retryAt() ? List.of() : held.takeAll();
    }

    long nextDeadline() {
        return held.retryAt();
    }

    /** Returns how long the replies of all plugins took, also of those that have left. */
    RoundTrips roundTrips() {
        return roundTrips.sum();
    }

    private void countRoundTrip(InFlightRequest answered, long now) {
        long took = now - answered.since();
        answered.target().roundTrips().add(took);
        roundTrips.add(took);
    }

    /** Ends the request that a reply with this header is for, and returns it; {@code null} if none waits for it. */
    private @Nullable InFlightRequest end(MessageOrigin from, Header reply) {
        RegisteredPlugin asked = sender(from);
        if (asked == null) {
            return null;
        }
        InFlightRequest request = find(reply.session(), registry.here(reply.target()), asked);
        if (request == null) {
            request = find(reply.session(), registry.remotePlugins().used(reply.target()), asked);
        }
        if (request != null) {
            inFlight.end(request);
        }
        return request;
    }

    /** Returns the plugin that has sent a message. For a while there may be one of its name at another hub. */
    private @Nullable RegisteredPlugin sender(MessageOrigin from) {
        return from.channel() == MessageOrigin.Channel.CLUSTER
                ? registry.remotePlugins().used(from.peer())
                : registry.here(from.peer());
    }

    private static @Nullable InFlightRequest find(
            String session, @Nullable RegisteredPlugin requester, RegisteredPlugin asked) {
        return requester == null ? null : asked.requests().find(new InFlightRequest.Key(session, requester));
    }

    /** Ends a request that was passed on, with an error that is broadcast as its reply would have been. */
    private List<HubAction> fail(InFlightRequest request, String kind, String reason) {
        String requester = request.requester().name();
        MessageOrigin to =
                request.requester().isRemote() ? MessageOrigin.ofRemote(requester) : ClusterTurns.ofPlugin(requester);
        ExecuteRequest outline = request.outline().request();
        ExecuteReply error = replies.error(outline, new RemoteError(kind, reason, List.of()));
        Reply reply = new Reply(to, error);
        return outline.silent() ? List.of(reply) : List.of(reply, new Publish(WireMessage.of(error)));
    }

    /** Holds a message while an earlier one is held for the same target, so that none overtakes. */
    private List<HubAction> forward(Forward forward, RegisteredPlugin target, long now) {
        if (target.isRemote()) {
            return relay(forward, now);
        }
        if (!held.hasAny(forward.target())) {
            return List.of(forward);
        }
        return held.hasRoom(forward) ? hold(forward, now) : undeliverable(forward, DeliveryFailure.FULL, now);
    }

    private List<HubAction> relay(Forward forward, long now) {
        RequestKey key = ClusterTurns.key(forward.message().message());
        if (forward.message().message() instanceof ExecuteReply) {
            ClusterAction.Send way = registry.remotePlugins().answered(key);
            return way == null
                    ? List.of(replies.drop(forward.from().peer(), "an execute_reply that no other hub waits for"))
                    : List.of(new Relay(forward, way));
        }
        ClusterAction.Send way = registry.remotePlugins().ask(key, now);
        return way == null ? unsent(forward, DeliveryFailure.UNREACHABLE) : List.of(new Relay(forward, way));
    }

    /** What a plugin here sends is broadcast here, and from here to other hubs; what comes from there was. */
    private static boolean isPublished(MessageOrigin from, boolean silent) {
        return !silent && from.channel() != MessageOrigin.Channel.CLUSTER;
    }

    private List<HubAction> hold(Forward forward, long now) {
        held.add(forward, now + HubProtocol.RETRY_NANOS);
        return List.of();
    }
}
