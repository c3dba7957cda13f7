package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Payload;

/** What a plugin is to do next. */
public sealed interface PluginAction {
    /** Ask the hub on the query socket, and tell {@link PluginProtocol#receiveQuery} what it answers. */
    record Query(Message request) implements PluginAction {}

    /** Connect the command socket to the hub of this name. */
    record Join(String hubName, ConnectReply.CommandSocket command, ConnectReply.PublishSocket publish)
            implements PluginAction {}

    /** The hub has answered with its registry. */
    record Registered(Payload registry) implements PluginAction {}

    /** Send a message to the hub on the command socket. */
    record Send(Message message) implements PluginAction {}

    /** Execute a request, and send the reply that {@link PluginProtocol#reply} makes. */
    record Execute(ExecuteRequest request) implements PluginAction {}

    /** The reply to the request with this session has come. */
    record Complete(String session, ExecuteReply reply) implements PluginAction {}

    /** The time for the request with this session is up. */
    record Expire(String session) implements PluginAction {}

    /** The hub will not have us. */
    record Refuse(String reason) implements PluginAction {}

    /** Count and log a message that is of no use. */
    record Drop(String reason) implements PluginAction {}
}
