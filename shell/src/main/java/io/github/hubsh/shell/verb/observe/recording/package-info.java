/** {@code record} and {@code recording}: what is broadcast into a file; and what such files hold, shown or cut. */
@NullMarked
package io.github.hubsh.shell.verb.observe.recording;

import org.jspecify.annotations.NullMarked;
