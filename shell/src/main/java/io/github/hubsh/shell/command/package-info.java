/**
 * The verbs, one class each, and what they stand on.
 *
 * <p>A verb takes checked {@link io.github.hubsh.shell.command.Arguments} and a {@link
 * io.github.hubsh.shell.command.Session} and gives back an {@link io.github.hubsh.shell.command.Outcome}; it neither
 * parses nor prints. What a verb accepts is data ({@link io.github.hubsh.shell.command.Syntax}), so that the parser, the
 * help and the completion all read the same table. Everything that touches the world (the hub, files, the screen) is
 * behind the session, and a test replaces it by a few lines.
 */
@NullMarked
package io.github.hubsh.shell.command;

import org.jspecify.annotations.NullMarked;
