package io.github.hubsh.core.protocol;

import io.github.hubsh.core.access.Refusal;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.protocol.cluster.ClusterAction;

/** What a hub does next. */
public sealed interface HubAction {
    /** Send an answer back where the question came from. */
    record Reply(MessageOrigin to, Message message) implements HubAction {}

    /**
     * Send a message on to the plugin it is for; if that fails, call {@link HubProtocol#undeliverable}.
     *
     * @param publish whether to broadcast it once it is sent
     */
    record Forward(MessageOrigin from, String target, WireMessage message, boolean publish) implements HubAction {}

    /** Broadcast a message. */
    record Publish(WireMessage message) implements HubAction {}

    /** Execute one of the hub's own commands, and call {@link HubProtocol#executed}. */
    record Execute(MessageOrigin from, ExecuteRequest request) implements HubAction {}

    /** Note that a sender was refused what it may not do. It gets an error for it, if it can. */
    record Refused(MessageOrigin from, Refusal refusal) implements HubAction {}

    /**
     * Send a message on to a plugin of another hub; if that fails, call {@link HubProtocol#unsent}.
     *
     * @param way to the other hub, with the head that the message's text travels behind
     */
    record Relay(Forward forward, ClusterAction.Send way) implements HubAction {}

    /** Do what the hub's cluster needs. */
    record ForCluster(ClusterAction action) implements HubAction {}

    /** Count and log a message that cannot be answered. */
    record Drop(String peer, String reason) implements HubAction {}
}
