/**
 * The commands that a hub or a plugin offers: by name, with the mime type of the result.
 *
 * <p>{@link io.github.hubsh.core.handler.Handlers} runs a request to its result or its error: arguments are decoded,
 * whatever the handler throws becomes the error that the requester reads, and nothing gets past.
 *
 * <p>What a handler declares of itself ({@link io.github.hubsh.core.handler.CommandDescription}) everybody on the network
 * may ask for with the command {@code describe}.
 */
@NullMarked
package io.github.hubsh.core.handler;

import org.jspecify.annotations.NullMarked;
