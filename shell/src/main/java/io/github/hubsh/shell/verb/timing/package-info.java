/** Waiting for a time and measuring round trips: what verbs of several groups share. */
@NullMarked
package io.github.hubsh.shell.verb.timing;

import org.jspecify.annotations.NullMarked;
