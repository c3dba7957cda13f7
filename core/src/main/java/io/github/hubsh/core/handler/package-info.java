/**
 * The commands that a hub or a plugin offers: by name, with the mime type of the result.
 *
 * <p>{@link io.github.hubsh.core.handler.Handlers} executes a request and returns its result or its error: it decodes
 * the arguments and turns everything that the handler throws into the error that the requester reads; no exception
 * escapes.
 *
 * <p>Every peer on the network can ask with the command {@code describe} for what a handler declares of itself
 * ({@link io.github.hubsh.core.handler.CommandDescription}).
 */
@NullMarked
package io.github.hubsh.core.handler;

import org.jspecify.annotations.NullMarked;
