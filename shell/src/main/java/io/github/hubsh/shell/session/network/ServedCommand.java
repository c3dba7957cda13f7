package io.github.hubsh.shell.session.network;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A command of a plugin in this process.
 *
 * @param documentation a sentence, or {@code null} for a command without a description
 * @param arguments the schema of each by its name; {@code required} among its keywords is ours
 */
public record ServedCommand(
        String name,
        @Nullable String documentation,
        Map<String, Map<String, @Nullable Object>> arguments,
        boolean openEnded,
        List<Map<String, @Nullable Object>> examples,
        Action action) {
    /** What the command does. */
    public interface Action {
        /**
         * Starts a request; the requests to a plugin are started one at a time, in the order in which they came.
         *
         * @param source the plugin that asks
         * @param data the decoded arguments
         * @return what is completed with the result, or with an exception as one that is thrown here
         * @throws Exception whose class, message and stack trace the other side receives
         */
        CompletableFuture<@Nullable Object> start(String source, @Nullable Object data) throws Exception;
    }
}
