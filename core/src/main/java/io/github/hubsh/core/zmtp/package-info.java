/**
 * ZMTP 3.0 and 3.1 as pure machines: bytes in, events out; events in, bytes out. The specifications are 23/ZMTP (3.0)
 * and 37/ZMTP (3.1) of rfc.zeromq.org.
 *
 * <p>{@link io.github.hubsh.core.zmtp.ZmtpConnection} is one side of one connection: greeting, handshake by a
 * {@code Mechanism}, traffic. {@link io.github.hubsh.core.zmtp.Heartbeat} decides when to ask a silent peer for a sign
 * of life. {@link io.github.hubsh.core.zmtp.MessageCollector} is for callers that want messages as arrays. This room
 * has no socket, thread or clock, and knows no buffer but {@link java.nio.ByteBuffer}, so the event loop of a hub and a
 * blocking client stand on the same machine.
 *
 * <p><b>Frames are not collected here.</b> The connection takes every byte that it is given, and reports the bytes of a
 * message as ranges of the caller's own buffer, with the number of bytes that the frame still lacks. A frame that is
 * whole in the buffer is one range, which a caller with reference-counted buffers forwards as a slice; a frame that
 * comes in pieces is several, and the caller chooses between a copy (small ones) and a list of slices (large ones: 64
 * MiB are never copied from buffer to larger buffer). So the connection itself holds no more than a greeting, a frame
 * header of nine bytes, or a command, whose size is limited. Nothing is allocated because it was announced, and what is
 * announced above a limit is refused before a byte of it is read.
 *
 * <p><b>Nothing is queued here.</b> What a side has to write comes back from the call that causes it: as a
 * {@code Write} event, as the result of a method, or with the {@link io.github.hubsh.core.zmtp.ZmtpException} that ends
 * the connection. A PING is reported, and its PONG is up to the caller, because only the caller knows whether the peer
 * reads.
 *
 * <p>What CURVE needs of the traffic is not there yet; {@code Mechanism} is where its handshake belongs.
 *
 * <p>The peer's faults are {@code ZmtpException}s. The caller's are {@link java.lang.IllegalStateException}s and
 * {@link java.lang.IllegalArgumentException}s.
 */
@NullMarked
package io.github.hubsh.core.zmtp;

import org.jspecify.annotations.NullMarked;
