/**
 * {@link io.github.hubsh.core.plugin.Plugin}: the threads and sockets around {@link
 * io.github.hubsh.core.protocol.PluginProtocol}.
 *
 * <p>The command socket has a thread, and so has the subscribe socket, which is opened only when somebody listens. The
 * query socket is used by whoever asks, one at a time. Handlers run on threads of their own, so that a handler that waits
 * keeps nothing else waiting.
 */
@NullMarked
package io.github.hubsh.core.plugin;

import org.jspecify.annotations.NullMarked;
