package io.github.hubsh.core.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong at the other side. Reference peers send one text (a whole Python traceback, or a sentence); the
 * schema also allows an object. Both end up here.
 *
 * @param name the kind of error, for example {@code ValueError}; empty where the peer sent only a text
 * @param value the message, or the whole text as it came
 * @param traceback the traceback's lines, or empty
 */
public record RemoteError(String name, String value, List<String> traceback) {
    /** What a hub answers for a target that it does not know, and for a source that it has forgotten. */
    public static final String UNSUPPORTED_ROUTE = "Unsupported source(";

    /** What a peer answers for a command that it does not have; the name follows. */
    public static final String UNRECOGNIZED_COMMAND = "Unrecognized command: ";

    /** The name of an error that stands in for a reply that is no valid message. */
    public static final String INVALID_REPLY = "InvalidReply";

    /** A hub's error for a target that does not take a request: it was not executed. */
    public static final String NOT_CONNECTED = "NotConnected";

    /** A hub's error for a target that went before it replied: the request may have been executed. */
    public static final String DISCONNECTED = "Disconnected";

    /** A hub's error for a requester that has too many requests without a reply: the request was not executed. */
    public static final String TOO_MANY_REQUESTS = "TooManyRequests";

    /** A hub's error for a request that was without a reply for too long: it may have been executed. */
    public static final String NO_REPLY = "NoReply";

    /** A hub's refusal of a registration under the name of another plugin that is connected. */
    public static final String NAME_IN_USE = "NameInUse";

    /** The name of the error for what the sender's key has no right to. */
    public static final String ACCESS_REFUSED = "AccessRefused";

    private static final String REFUSED = "Refused: ";

    private static final Set<String> UNANSWERED = Set.of(NOT_CONNECTED, DISCONNECTED, TOO_MANY_REQUESTS, NO_REPLY);

    private static final int MAX_QUOTED_BYTES = 2000;

    public RemoteError {
        traceback = List.copyOf(traceback);
    }

    public static RemoteError ofText(String text) {
        return new RemoteError("", text, List.of());
    }

    /** Why a second plugin of this name cannot register. */
    public static RemoteError ofNameInUse(String plugin) {
        String reason =
                "Another plugin of the name '" + plugin + "' is connected. Choose another name, or end that one first.";
        return new RemoteError(NAME_IN_USE, reason, List.of());
    }

    /** Why a plugin of this name cannot be here: one is connected to another hub of the cluster. */
    public static RemoteError ofNameInUse(String plugin, String hub) {
        String reason = "Another plugin of the name '" + plugin + "' is connected to the hub '" + hub
                + "'. Choose another name, or end that one first.";
        return new RemoteError(NAME_IN_USE, reason, List.of());
    }

    /**
     * What the requester gets in the place of a reply that is no valid message.
     *
     * @param reason which field is wrong
     * @param json the reply's text, of which the traceback quotes the beginning
     */
    public static RemoteError ofInvalidReply(String reason, byte[] json) {
        String quoted = new String(json, 0, Math.min(json.length, MAX_QUOTED_BYTES), UTF_8);
        String more = json.length > MAX_QUOTED_BYTES ? "…" : "";
        return new RemoteError(INVALID_REPLY, reason, List.of("The reply as it came:", quoted + more));
    }

    /** Returns the error in one line: a Python traceback's last one, which says what happened. */
    public String summary() {
        String text = value.strip();
        String lastLine = text.startsWith("Traceback ") ? text.substring(text.lastIndexOf('\n') + 1) : text;
        return name.isEmpty() || lastLine.isEmpty() ? name + lastLine : name + ": " + lastLine;
    }

    /** Whether a hub says this in the place of a plugin that did not answer. */
    public boolean isUnanswered() {
        return isUnsupportedRoute() || UNANSWERED.contains(name);
    }

    /** Returns why a hub refused what the sender's key has no right to, or {@code null} if it is another error. */
    public @Nullable String refusal() {
        if (!name.equals(ACCESS_REFUSED)) {
            return null;
        }
        String why = value.startsWith(REFUSED) ? value.substring(REFUSED.length()) : value;
        return why.endsWith(".") ? why.substring(0, why.length() - 1) : why;
    }

    public boolean isInvalidReply() {
        return name.equals(INVALID_REPLY);
    }

    public boolean isUnknownCommand() {
        return value.startsWith(UNRECOGNIZED_COMMAND);
    }

    public boolean isUnsupportedRoute() {
        return value.startsWith(UNSUPPORTED_ROUTE);
    }
}
