package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.protocol.HubAction.Drop;
import io.github.hubsh.core.protocol.HubAction.Reply;
import java.util.List;

/** Makes the replies of a hub, errors included, and counts what it refuses, drops and loses. */
final class HubReplies {
    private final Messages messages;
    private final PluginRegistry registry;

    // Mutable state
    private long executionCount;
    private long refused;
    private long lost;

    HubReplies(Messages messages, PluginRegistry registry) {
        this.messages = messages;
        this.registry = registry;
    }

    /** Returns how many requests were answered with an error in the place of their target. */
    long refused() {
        return refused;
    }

    /** Returns how many messages did not reach their plugin, or were without a reply when it went. */
    long lost() {
        return lost;
    }

    ExecuteReply result(ExecuteRequest request, Payload result) {
        return messages.executeReply(request, ++executionCount, result);
    }

    ExecuteReply error(ExecuteRequest request, RemoteError error) {
        return messages.errorReply(request, ++executionCount, error);
    }

    /** An error in reply to what could not be read whole. */
    ExecuteReply error(Header parent, String kind, String reason) {
        return messages.errorReply(parent, ++executionCount, new RemoteError(kind, reason, List.of()));
    }

    /** An error in the place of a reply that is malformed. */
    ExecuteReply instead(Header header, RemoteError error) {
        return messages.replyInstead(header, ++executionCount, error);
    }

    /** The broadcast about a plugin that has left: the reply that it would have got, had it asked for it. */
    ExecuteReply leaving(String plugin, String hub) {
        return result(messages.executeRequest(plugin, hub, ExecuteReply.UNREGISTER, Payload.NONE), Payload.NONE);
    }

    /** Answers a plugin's request with an error, in the name of its target. */
    Reply refuse(MessageOrigin from, ExecuteRequest request, String kind, String reason) {
        return refuse(from, error(request, new RemoteError(kind, reason, List.of())));
    }

    /** Answers a plugin's message with an error. */
    Reply refuse(MessageOrigin from, ExecuteReply error) {
        refused++;
        RegisteredPlugin.countRefused(registry.find(from.peer()));
        return new Reply(from, error);
    }

    /** Answers a plugin's request to one that is nowhere, or of a plugin that is not registered here. */
    Reply refuseRoute(MessageOrigin from, ExecuteRequest request) {
        RemoteError inUse = registry.isHere(request.source())
                ? null
                : registry.remotePlugins().refusal(request.source());
        String reason = RemoteError.UNSUPPORTED_ROUTE + request.source() + ")/target(" + request.target()
                + ") configuration.  Both must be registered with the hub, or the target be the hub itself ('"
                + registry.hubName() + "').";
        return inUse == null ? refuse(from, request, "UnsupportedRoute", reason) : refuse(from, error(request, inUse));
    }

    Drop drop(String peer, String reason) {
        RegisteredPlugin.countDropped(registry.find(peer));
        return new Drop(peer, reason);
    }

    /** Counts a message for this plugin, or one that waits for its reply. */
    void countLost(RegisteredPlugin plugin) {
        lost++;
        plugin.countLost();
    }
}
