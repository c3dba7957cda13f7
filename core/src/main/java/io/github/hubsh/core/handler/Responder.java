package io.github.hubsh.core.handler;

import io.github.hubsh.core.message.ExecuteRequest;

/**
 * Answers requests with what is encoded already, where a {@link Handler} would encode its result again. May be called
 * on several threads at once.
 */
@FunctionalInterface
public interface Responder {
    /**
     * Answers one request.
     *
     * @throws Exception any exception: the error reply has its class, message and stack trace
     */
    Handlers.Outcome respond(ExecuteRequest request) throws Exception;
}
