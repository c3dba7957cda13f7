/** Verbs that run or are JavaScript; the engine itself is in room {@code script}. */
@NullMarked
package io.github.hubsh.shell.verb.script;

import org.jspecify.annotations.NullMarked;
