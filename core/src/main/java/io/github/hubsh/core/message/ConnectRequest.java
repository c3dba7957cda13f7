package io.github.hubsh.core.message;

/** Asks a hub for its name and the ports of its other sockets, and registers the sender. It needs no content. */
public record ConnectRequest(Header header) implements Message {
    public ConnectRequest {
        Message.requireType(header, MessageType.CONNECT_REQUEST);
    }
}
