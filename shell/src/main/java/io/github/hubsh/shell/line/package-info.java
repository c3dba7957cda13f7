/**
 * From text to statements: words, items, pipes, redirects, aliases; whether a line is complete, and what is wrong with
 * it.
 *
 * <p>Everything here is pure: text in, data or a pointed error out. No file is read, no hub asked, nothing printed, so
 * the prompt may call it on every key. The program's own arguments go the same way: they are written as a line first
 * ({@link io.github.hubsh.shell.line.LineText}), so that there is one grammar and every error has a column to point at.
 */
@NullMarked
package io.github.hubsh.shell.line;

import org.jspecify.annotations.NullMarked;
