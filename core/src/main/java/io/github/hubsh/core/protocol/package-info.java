/**
 * The protocol as pure machines: {@link io.github.hubsh.core.protocol.HubProtocol} and
 * {@link io.github.hubsh.core.protocol.PluginProtocol} turn (event, now) into a list of actions.
 *
 * <p>This room has no socket, thread, clock or random number: time is an argument in nanoseconds from any origin, and
 * identifiers come with the {@link io.github.hubsh.core.message.Messages} that a machine is given. A machine is not
 * thread-safe; its caller runs one turn at a time and carries the actions out in order.
 */
@NullMarked
package io.github.hubsh.core.protocol;

import org.jspecify.annotations.NullMarked;
