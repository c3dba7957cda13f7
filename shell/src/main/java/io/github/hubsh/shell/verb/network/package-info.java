/** Verbs about the hub and who is registered there. */
@NullMarked
package io.github.hubsh.shell.verb.network;

import org.jspecify.annotations.NullMarked;
