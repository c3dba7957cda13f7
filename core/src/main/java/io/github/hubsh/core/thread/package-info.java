/** How threads are made: named, and as daemons, so that none keeps the process alive after the program has ended. */
@NullMarked
package io.github.hubsh.core.thread;

import org.jspecify.annotations.NullMarked;
