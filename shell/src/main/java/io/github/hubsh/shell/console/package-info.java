/**
 * The terminal, as input and output: its size, its keys, its alternate screen, the two streams and the locale. Streams
 * and variables are arguments; nothing here reads those of the process.
 */
@NullMarked
package io.github.hubsh.shell.console;

import org.jspecify.annotations.NullMarked;
