/** What the documentation promises, run on a real network by the real program, every way that a line can be given. */
@NullMarked
package io.github.hubsh.shell.conformance;

import org.jspecify.annotations.NullMarked;
