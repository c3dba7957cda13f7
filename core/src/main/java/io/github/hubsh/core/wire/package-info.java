/**
 * Frames ⇄ messages: the only place that knows the order of frames and the names of the fields on the wire.
 *
 * <p>{@link io.github.hubsh.core.wire.HubFrames}, {@link io.github.hubsh.core.wire.PluginFrames} and
 * {@link io.github.hubsh.core.wire.BroadcastFrames} say which frame is what on each socket.
 * {@link io.github.hubsh.core.wire.MessageReader} takes the JSON text that a peer sent, judges it as the message schema
 * does, and gives a {@link io.github.hubsh.core.message.Message} or says what is wrong;
 * {@link io.github.hubsh.core.wire.MessageWriter} goes the other way. {@link io.github.hubsh.core.wire.RouteReader}
 * reads no more than what a hub needs to pass a message on. All stream: this is on the path of every message that a hub
 * forwards and of every one-shot.
 */
@NullMarked
package io.github.hubsh.core.wire;

import org.jspecify.annotations.NullMarked;
