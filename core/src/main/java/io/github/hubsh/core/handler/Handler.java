package io.github.hubsh.core.handler;

import org.jspecify.annotations.Nullable;

/** Executes a command. May be called on several threads at once. */
@FunctionalInterface
public interface Handler {
    /**
     * Executes one request.
     *
     * @return the result, as one of the value types of the {@code content} room; {@code null} for no data
     * @throws Exception any exception: the error reply has its class, message and stack trace
     */
    @Nullable
    Object execute(Call call) throws Exception;
}
