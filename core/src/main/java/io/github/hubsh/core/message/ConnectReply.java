package io.github.hubsh.core.message;

/**
 * Tells a plugin where the hub's other sockets are.
 *
 * @param parent the request's header, verbatim
 * @param command where commands go; its name is the hub's real name
 * @param publish where broadcasts come from
 */
public record ConnectReply(Header header, Header parent, CommandSocket command, PublishSocket publish)
        implements Message {

    public ConnectReply {
        Message.requireType(header, MessageType.CONNECT_REPLY);
    }

    /**
     * The hub's command socket.
     *
     * @param uri as announced, which may be a wildcard: only the port is to be trusted
     * @param port a TCP port, or 0 where the transport has none
     * @param name the hub's name, which is the socket's routing identity
     */
    public record CommandSocket(String uri, int port, String name) {}

    /**
     * The hub's publish socket.
     *
     * @param uri as announced, which may be a wildcard: only the port is to be trusted
     * @param port a TCP port, or 0 where the transport has none
     */
    public record PublishSocket(String uri, int port) {}
}
