/** Verbs that show what happens: broadcasts, repeated statements, load, measurements. */
@NullMarked
package io.github.hubsh.shell.verb.observe;

import org.jspecify.annotations.NullMarked;
