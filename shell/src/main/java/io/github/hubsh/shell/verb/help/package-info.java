/** Verbs that explain the program: help pages, the manual page, completion scripts for other shells. */
@NullMarked
package io.github.hubsh.shell.verb.help;

import org.jspecify.annotations.NullMarked;
