/** Verbs about the session and the program: variables, settings, aliases, jobs, history. */
@NullMarked
package io.github.hubsh.shell.verb.shell;

import org.jspecify.annotations.NullMarked;
