/**
 * The protocol as two pure machines: {@link io.github.hubsh.core.protocol.HubProtocol} and {@link
 * io.github.hubsh.core.protocol.PluginProtocol} turn (event, now) into a list of actions.
 *
 * <p>No socket, thread, clock or random number is in here: time is an argument in nanoseconds from any origin, and
 * identifiers come with the {@link io.github.hubsh.core.message.Messages} that a machine is given. A machine is not
 * thread-safe; whoever runs it takes its turns one at a time and carries the actions out in order.
 */
@NullMarked
package io.github.hubsh.core.protocol;

import org.jspecify.annotations.NullMarked;
