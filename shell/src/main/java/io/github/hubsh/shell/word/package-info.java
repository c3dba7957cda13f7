/**
 * What was typed: words that know where each of their characters came from, items, references, scalars, durations, and
 * problems that point at a place with a caret.
 *
 * <p>The bottom of the shell: every other room speaks of these, and this one knows none of them.
 */
@NullMarked
package io.github.hubsh.shell.word;

import org.jspecify.annotations.NullMarked;
