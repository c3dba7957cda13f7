/** Tests of the module as a whole. */
@NullMarked
package io.github.hubsh.core;

import org.jspecify.annotations.NullMarked;
