/** Verbs that send requests and wait for replies. */
@NullMarked
package io.github.hubsh.shell.verb.request;

import org.jspecify.annotations.NullMarked;
