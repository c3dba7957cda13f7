/**
 * Moves frames between ZeroMQ sockets, and knows nothing of what they say.
 *
 * <p>{@link io.github.hubsh.core.transport.Transport} opens sockets; a
 * {@link io.github.hubsh.core.transport.MessageSocket} belongs to one thread, which blocks in {@code receive};
 * {@link io.github.hubsh.core.transport.SocketLoop} is that thread, and takes work from all others. Behind the
 * interfaces stands JeroMQ, with guards against what its 0.6.0 lets a stranger do; another engine can take its place
 * without a change above.
 *
 * <p>{@code ChannelSocket} is a client on channels of the JDK, for the Unix-domain sockets of {@code ipc://} and for
 * processes that ask and end. {@code InprocSocket} is a client of a hub in the same process: an
 * {@link io.github.hubsh.core.transport.InprocLink} hands the arrays over, and
 * {@link io.github.hubsh.core.transport.InprocAddresses} says which hub listens where.
 */
@NullMarked
package io.github.hubsh.core.transport;

import org.jspecify.annotations.NullMarked;
