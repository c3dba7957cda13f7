/**
 * The sockets that peers connect to, on Netty: {@link io.github.hubsh.core.server.RouterServer} and
 * {@link io.github.hubsh.core.server.PublishServer}, over TCP and over Unix-domain sockets.
 *
 * <p>One thread, the {@link io.github.hubsh.core.server.ServerLoop}, does everything: it reads what has come on any
 * connection, calls the owner of the socket with each message, and at the end of its turn flushes each connection that
 * was written to, once. So there is no lock and no queue between a message that comes in and one that goes out. Nothing
 * on it may block; other threads post to it.
 *
 * <p>{@link io.github.hubsh.core.server.SharedBytes} is a slice of the buffers that were read, with a reference count;
 * to forward or to broadcast a large message writes the same slices to one connection or to many. What is short, or
 * would hold a large buffer for a few bytes, is copied once for all peers that get it. Short requests and answers to
 * one peer are copied one behind the other, and written together at the end of the turn. Netty's own buffers do not
 * leave this room.
 *
 * <h2>CURVE</h2>
 *
 * <p>A loop may be secured ({@link io.github.hubsh.core.server.ServerSecurity}): then each of its sockets speaks CURVE
 * and nothing else. A socket asks its {@link io.github.hubsh.core.server.PeerGate} about each peer, with the key that
 * the peer has proved to own, and may ask again later. The steps of handshakes, which cost a tenth of a millisecond
 * each, come a few in each turn of the loop. What is written is sealed on its way into the channel.
 *
 * <h2>Memory</h2>
 *
 * <p>Bytes are counted where they are held: what has come of an unfinished message, what waits to be written, and
 * subscriptions. Nothing is allocated because it was announced. One {@link io.github.hubsh.core.server.MemoryBudget}
 * counts for all connections, a shared buffer once. With a budget of <i>B</i> bytes:
 *
 * <ul>
 *   <li>a message has at most 3/4 <i>B</i>, and 64 MiB; a larger one ends its connection;
 *   <li>unfinished messages may take <i>B</i>/8 and the rest of one message. Above that, peers that hold more than
 *       their part are not read; one may always finish;
 *   <li>for one peer may wait about <i>B</i>/4, and 128 MiB; then a request to it is answered with an error, and a
 *       broadcast to it is lost and counted;
 *   <li>a broadcast waits for a slow subscriber only while <i>B</i>/4 is not used; subscriptions have <i>B</i>/8;
 *   <li>when all of <i>B</i> is used, a peer gets no more than 64 KiB ahead of what it reads;
 *   <li>above 9/8 <i>B</i> the connection that holds most is closed.
 * </ul>
 *
 * <p>So the buffers take at most 9/8 <i>B</i>, and for each connection about 8 KiB for its objects and its part of the
 * handshake. They are outside the heap; there the pool may need half as much again for its gaps. In the heap, each
 * message that waits takes half a kilobyte (counted), and to read the route of a message takes its size for a moment.
 *
 * <p>On a secured loop messages lie in the heap, because that is where a sealed frame is collected and opened, and each
 * subscriber has a sealed copy of its own, which counts as well.
 *
 * <p>A peer that has more than 1 MiB waiting on its account, requests that their targets have not taken or answers that
 * it has not taken itself, is read no further: what it sends stays in the system. A peer that has not read anything for
 * ten seconds while something waits for it is disconnected, and so is one that stops in the middle of a message.
 */
@NullMarked
package io.github.hubsh.core.server;

import org.jspecify.annotations.NullMarked;
