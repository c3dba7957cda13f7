/**
 * What verbs accept, as data: names, groups, operands, options, traits.
 *
 * <p>The parser, the help, the completion, the launcher's tests and the configuration read these tables; none of them
 * loads a verb to know about it.
 */
@NullMarked
package io.github.hubsh.shell.syntax;

import org.jspecify.annotations.NullMarked;
