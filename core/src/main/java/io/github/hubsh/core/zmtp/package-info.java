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
 * <p><b>CURVE.</b> A connection of a {@link io.github.hubsh.core.zmtp.SocketSecurity} with keys exchanges them in the
 * handshake, and reports the key that the peer has proved to own. Then everything that is written passes its
 * {@link io.github.hubsh.core.zmtp.FrameSealer}. What comes in is opened here, and here frames are collected, because a
 * frame can be opened only when it is whole: it is reported as {@link io.github.hubsh.core.zmtp.OpenedBytes}, in a
 * buffer of its own, which a {@link io.github.hubsh.core.zmtp.FrameMemory} gives. The readers of frames, the limits and
 * the commands are the same, and NULL pays nothing.
 *
 * <p>The peer's faults are {@code ZmtpException}s. The caller's are {@link java.lang.IllegalStateException}s and
 * {@link java.lang.IllegalArgumentException}s.
 */
@NullMarked
package io.github.hubsh.core.zmtp;

import org.jspecify.annotations.NullMarked;
