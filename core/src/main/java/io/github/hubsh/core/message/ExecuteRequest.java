package io.github.hubsh.core.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks a plugin, or the hub itself, to execute a command.
 *
 * @param command the command's name
 * @param arguments the keyword arguments, encoded
 * @param silent whether the hub keeps the request and its reply out of the broadcasts
 * @param stopOnError whether an error is to abort what is queued behind this request
 * @param more keys of {@code content} that the schema does not name: some plugins read arguments there
 */
public record ExecuteRequest(
        Header header,
        String command,
        Payload arguments,
        boolean silent,
        boolean stopOnError,
        Map<String, @Nullable Object> more)
        implements Message {
    /** The keys of {@code content} that have a meaning in every request. */
    public static final Set<String> CONTENT_KEYS = Set.of("command", "data", "metadata", "silent", "stop_on_error");

    public ExecuteRequest {
        Message.requireType(header, MessageType.EXECUTE_REQUEST);
        if (!more.isEmpty()) {
            more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
        }
        for (String key : more.keySet()) {
            if (CONTENT_KEYS.contains(key)) {
                throw new InvalidMessageException("content." + key, "a key beside the others", key);
            }
        }
    }

    /** A request as most are. */
    public ExecuteRequest(Header header, String command, Payload arguments, boolean silent, boolean stopOnError) {
        this(header, command, arguments, silent, stopOnError, Map.of());
    }

    /** Returns the same request with these keys beside the data. */
    public ExecuteRequest with(Map<String, @Nullable Object> keys) {
        return new ExecuteRequest(header, command, arguments, silent, stopOnError, keys);
    }
}
