/**
 * {@link io.github.hubsh.core.plugin.Plugin}: the threads and sockets around
 * {@link io.github.hubsh.core.protocol.PluginProtocol}.
 *
 * <p>The command socket has a thread, and so has the subscribe socket, which is opened only for a subscription. The
 * thread that asks uses the query socket, one thread at a time. Handlers run on threads of their own, so that a handler
 * that waits blocks nothing else.
 */
@NullMarked
package io.github.hubsh.core.plugin;

import org.jspecify.annotations.NullMarked;
