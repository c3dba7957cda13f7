package io.github.hubsh.core.protocol;

import io.github.hubsh.core.access.AccessRights;
import io.github.hubsh.core.access.Refusal;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.RemoteError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds senders to their rights. A request that is refused is answered with an error that says which rule refuses it;
 * in the place of a reply that is refused, its requester gets one. Nothing of it is broadcast: what a sender may not
 * say reaches no peer.
 */
final class AccessControl {
    private final String hub;
    private final HubReplies replies;
    private final PluginTraffic traffic;

    AccessControl(String hub, HubReplies replies, PluginTraffic traffic) {
        this.hub = hub;
        this.replies = replies;
        this.traffic = traffic;
    }

    /** Returns what to do about a message that its sender has no right to; {@code null} if it has. */
    @Nullable
    List<HubAction> refuse(MessageOrigin from, WireMessage wire, long now) {
        Message message = wire.message();
        Refusal refusal = from.rights() == AccessRights.ALL ? null : refusal(from, message);
        if (refusal == null) {
            return null;
        }
        List<HubAction> actions = new ArrayList<>();
        actions.add(new HubAction.Refused(from, refusal));
        if (message instanceof ExecuteReply reply && from.channel() == MessageOrigin.Channel.COMMAND) {
            actions.add(replies.drop(from.peer(), refusal.reason()));
            actions.addAll(traffic.refuseReply(from, reply, refusal.reason(), now));
        } else {
            actions.add(replies.refuse(
                    from,
                    replies.error(message.header(), RemoteError.ACCESS_REFUSED, "Refused: " + refusal.reason() + ".")));
        }
        return actions;
    }

    private @Nullable Refusal refusal(MessageOrigin from, Message message) {
        AccessRights rights = from.rights();
        Refusal name = rights.name(message.source());
        if (name != null) {
            return name;
        }
        if (message instanceof ExecuteRequest request) {
            return from.channel() == MessageOrigin.Channel.QUERY
                            || request.target().equals(hub)
                    ? rights.requestOfHub(hub, request.command())
                    : rights.request(request.target(), request.command());
        }
        return message instanceof ExecuteReply reply ? rights.reply(reply.command()) : null;
    }
}
