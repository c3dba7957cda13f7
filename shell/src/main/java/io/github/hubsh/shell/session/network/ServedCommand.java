package io.github.hubsh.shell.session.network;

import java.util.List;
import java.util.Map;
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
         * Executes a request; may be called on several threads at once, and may take its time.
         *
         * @param source the plugin that asks
         * @param data the decoded arguments
         * @throws Exception whose class, message and stack trace the other side receives
         */
        @Nullable
        Object execute(String source, @Nullable Object data) throws Exception;
    }
}
