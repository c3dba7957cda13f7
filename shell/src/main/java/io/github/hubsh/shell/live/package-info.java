/**
 * The live session: what verbs act on, with a real network behind it.
 *
 * <p>{@link io.github.hubsh.shell.live.LiveSession} joins a hub as one more plugin on first use and leaves it at the
 * end; {@link io.github.hubsh.shell.live.LiveNetwork} turns the library's exceptions into the errors that a person
 * meets.
 */
@NullMarked
package io.github.hubsh.shell.live;

import org.jspecify.annotations.NullMarked;
