package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;

/** What a plugin is to do next about its connection to the hub. */
public sealed interface ConnectionAction extends PluginAction {
    /** Ask the hub on the query socket, and pass its answer to {@link PluginProtocol#receiveQuery}. */
    record Query(Message request) implements ConnectionAction {}

    /** Connect the command socket to the hub of this name. */
    record Join(String hubName, ConnectReply.CommandSocket command, ConnectReply.PublishSocket publish)
            implements ConnectionAction {}

    /** The hub has answered with its registry. */
    record Registered(Payload registry) implements ConnectionAction {}

    /** The hub refuses the plugin. */
    record Refuse(RemoteError error) implements ConnectionAction {}
}
