/** The shell as its user has it: a real program on a real terminal. */
@NullMarked
package io.github.hubsh.shell.testkit;

import org.jspecify.annotations.NullMarked;
