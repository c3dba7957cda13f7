package io.github.hubsh.core.message;

import org.jspecify.annotations.Nullable;

/**
 * Answers an execute request.
 *
 * @param parent the request's header, verbatim; {@code null} where the peer left it out
 * @param command the command's name, repeated
 * @param status what the sender says; reference peers say {@link Status#OK} even beside an error
 * @param executionCount counts the requests that the sender has executed, from 1
 * @param result the encoded result
 * @param error what went wrong, or {@code null}: the one test for failure
 * @param silent whether the hub keeps this reply out of the broadcasts
 */
public record ExecuteReply(
        Header header,
        @Nullable Header parent,
        String command,
        Status status,
        long executionCount,
        Payload result,
        @Nullable RemoteError error,
        boolean silent)
        implements Message {
    /** The command of the reply by which a hub says that its target has left the registry. */
    public static final String UNREGISTER = "unregister";

    public ExecuteReply {
        Message.requireType(header, MessageType.EXECUTE_REPLY);
    }

    public boolean failed() {
        return error != null;
    }

    /** The value of {@code content.status}. */
    public enum Status {
        OK("ok"),
        ERROR("error"),
        ABORT("abort");

        private final String wireName;

        Status(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
