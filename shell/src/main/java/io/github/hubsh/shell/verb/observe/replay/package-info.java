/** {@code replay}: sends the requests of a recording again, and shows where the replies are others. */
@NullMarked
package io.github.hubsh.shell.verb.observe.replay;

import org.jspecify.annotations.NullMarked;
