package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.ReceivedReply;

/** What a plugin is to do next about requests and replies on its command socket. */
public sealed interface CommandAction extends PluginAction {
    /** Send a message to the hub on the command socket. */
    record Send(Message message) implements CommandAction {}

    /** Execute a request, and send the reply that {@link PluginProtocol#reply} makes. */
    record Execute(ExecuteRequest request) implements CommandAction {}

    /** The reply to the request with this session has come. */
    record Complete(String session, ReceivedReply reply) implements CommandAction {}

    /** No request waits for this reply: it came late, or twice, or unasked. */
    record Unclaimed(ExecuteReply reply) implements CommandAction {}

    /** The time for the request with this session is up. */
    record Expire(String session) implements CommandAction {}

    /** Count and log a message that is of no use. */
    record Drop(String reason) implements CommandAction {}
}
