package io.github.hubsh.core.message;

/**
 * Asks a plugin, or the hub itself, to execute a command.
 *
 * @param command the command's name
 * @param arguments the keyword arguments, encoded
 * @param silent whether the hub keeps the request and its reply out of the broadcasts
 * @param stopOnError whether an error is to abort what is queued behind this request
 */
public record ExecuteRequest(Header header, String command, Payload arguments, boolean silent, boolean stopOnError)
        implements Message {
    public ExecuteRequest {
        Message.requireType(header, MessageType.EXECUTE_REQUEST);
    }
}
