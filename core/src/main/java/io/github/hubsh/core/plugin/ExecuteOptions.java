package io.github.hubsh.core.plugin;

import io.github.hubsh.core.message.Payload;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a request is made, apart from the command's own arguments.
 *
 * @param timeout how long to wait for the reply
 * @param silent whether the hub keeps the request and its reply out of the broadcasts
 * @param stopOnError whether an error is to abort what is queued behind the request at the other side
 * @param mimeType how the arguments travel; JSON is understood by every peer
 * @param extraArguments more arguments, which win over others of the same name
 * @param waitFunction called again and again while a blocking {@code execute} waits, or {@code null}
 */
public record ExecuteOptions(
        Duration timeout,
        boolean silent,
        boolean stopOnError,
        String mimeType,
        Map<String, ?> extraArguments,
        @Nullable Runnable waitFunction) {

    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    /** Five seconds, not silent, JSON. */
    public static final ExecuteOptions DEFAULT =
            new ExecuteOptions(DEFAULT_TIMEOUT, false, false, Payload.JSON, Map.of(), null);

    public ExecuteOptions withTimeout(Duration newTimeout) {
        return new ExecuteOptions(newTimeout, silent, stopOnError, mimeType, extraArguments, waitFunction);
    }

    public ExecuteOptions withSilent(boolean newSilent) {
        return new ExecuteOptions(timeout, newSilent, stopOnError, mimeType, extraArguments, waitFunction);
    }

    public ExecuteOptions withStopOnError(boolean newStopOnError) {
        return new ExecuteOptions(timeout, silent, newStopOnError, mimeType, extraArguments, waitFunction);
    }

    public ExecuteOptions withMimeType(String newMimeType) {
        return new ExecuteOptions(timeout, silent, stopOnError, newMimeType, extraArguments, waitFunction);
    }

    public ExecuteOptions withExtraArguments(Map<String, ?> newExtraArguments) {
        return new ExecuteOptions(timeout, silent, stopOnError, mimeType, newExtraArguments, waitFunction);
    }

    public ExecuteOptions withWaitFunction(Runnable newWaitFunction) {
        return new ExecuteOptions(timeout, silent, stopOnError, mimeType, extraArguments, newWaitFunction);
    }
}
