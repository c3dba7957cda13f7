/**
 * The session as the lines of a script see it: the same hub, and of the machine only what the script may use.
 *
 * <p>One {@link io.github.hubsh.shell.script.sandbox.Permissions} decides. Every way from a session to the machine is
 * one of the interfaces of {@code session}, and has its class here that asks first: files, commands of the operating
 * system, what is kept for later runs, hubs, and other scripts.
 */
@NullMarked
package io.github.hubsh.shell.script.sandbox;

import org.jspecify.annotations.NullMarked;
