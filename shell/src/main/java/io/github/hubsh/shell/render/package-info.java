/**
 * How results look: outcomes and errors to lines of text with roles.
 *
 * <p>Nothing here prints. Width, format and whether a person reads it are arguments
 * ({@link io.github.hubsh.shell.render.View}), so a test compares whole pages as text; colours are decided in one place
 * ({@link io.github.hubsh.shell.render.Ansi}) from the roles. What peers sent is shown harmlessly at a terminal, and
 * untouched in a pipe.
 *
 * <p>The limits are in one class ({@code DisplayLimits}): tables, nested values and pictures of numbers leave out what
 * exceeds it, say so, and leave nothing out where everything is wanted. What changes is a frame: lines that a
 * {@link io.github.hubsh.shell.render.Screen} draws in one place if it can, and one below the other if not.
 */
@NullMarked
package io.github.hubsh.shell.render;

import org.jspecify.annotations.NullMarked;
