/**
 * The verbs, one class each, in one package for each group of the help.
 *
 * <p>{@link io.github.hubsh.shell.verb.VerbTable} finds a verb by its name and loads no other.
 */
@NullMarked
package io.github.hubsh.shell.verb;

import org.jspecify.annotations.NullMarked;
