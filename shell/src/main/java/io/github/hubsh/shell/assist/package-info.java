/**
 * What helps while a line is typed: completion, hints, suggestions, highlighting, brackets.
 *
 * <p>Pure, and answered from memory: no key ever waits for the network.
 */
@NullMarked
package io.github.hubsh.shell.assist;

import org.jspecify.annotations.NullMarked;
