/** Verbs that run hubs inside this process. */
@NullMarked
package io.github.hubsh.shell.verb.hubs;

import org.jspecify.annotations.NullMarked;
