/** Tests of the module as a whole. */
@NullMarked
package io.github.hubsh.shell;

import org.jspecify.annotations.NullMarked;
