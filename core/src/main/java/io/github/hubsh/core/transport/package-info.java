/**
 * Moves frames between ZeroMQ sockets, and knows nothing of what they say.
 *
 * <p>{@link io.github.hubsh.core.transport.Transport} opens sockets; a
 * {@link io.github.hubsh.core.transport.MessageSocket} belongs to one thread, which blocks in {@code receive};
 * {@link io.github.hubsh.core.transport.SocketLoop} is that thread, and takes work from all others.
 *
 * <p>{@code ChannelSocket} is a client on channels of the JDK, for {@code tcp://} and {@code ipc://}.
 * {@code InprocSocket} is a client of a hub in the same process: an {@link io.github.hubsh.core.transport.InprocLink}
 * hands the arrays over, and {@link io.github.hubsh.core.transport.InprocAddresses} says which hub listens where.
 * {@code JeroMqSocket} is for callers that ask for JeroMQ, with guards against what its 0.6.0 lets a stranger do.
 */
@NullMarked
package io.github.hubsh.core.transport;

import org.jspecify.annotations.NullMarked;
