/** What a statement leaves: an outcome that is rendered, and the values and rows in it. */
@NullMarked
package io.github.hubsh.shell.session.result;

import org.jspecify.annotations.NullMarked;
