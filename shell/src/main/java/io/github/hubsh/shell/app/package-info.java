/** The program: options, wiring and exit codes; the only room that knows the process it runs in. */
@NullMarked
package io.github.hubsh.shell.app;

import org.jspecify.annotations.NullMarked;
