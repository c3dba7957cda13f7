/**
 * The sockets that peers connect to, on Netty: {@link io.github.hubsh.core.server.RouterServer} and
 * {@link io.github.hubsh.core.server.PublishServer}, over TCP and over Unix-domain sockets.
 *
 * <p>One thread, the {@link io.github.hubsh.core.server.ServerLoop}, does everything: it reads what has come on any
 * connection, calls the owner of the socket with each message, and at the end of its turn flushes each connection that
 * was written to, once. So there is no lock and no queue between a message that comes in and one that goes out. Nothing
 * on it may block; other threads post to it.
 *
 * <p>Received bytes are never copied to be passed on. {@link io.github.hubsh.core.server.SharedBytes} is a slice of the
 * buffer that was read, with a reference count; to forward or to broadcast a message writes the same slice to one
 * connection or to many. Netty's own buffers do not leave this room.
 *
 * <p>A peer that does not read fills what waits for it up to {@link io.github.hubsh.core.server.ServerLimits}, and then
 * gets nothing more; the sender learns it from {@link io.github.hubsh.core.transport.Delivery}. What the peer itself
 * can make a connection hold is limited by the machine of {@code zmtp}.
 */
@NullMarked
package io.github.hubsh.core.server;

import org.jspecify.annotations.NullMarked;
