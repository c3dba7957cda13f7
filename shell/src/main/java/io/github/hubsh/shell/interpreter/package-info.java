/**
 * One line in, its results on the screen, an exit code back: what the prompt, {@code -c}, files, stdin and the
 * subcommands have in common.
 *
 * <p>It stands between {@code line} and {@code render}, knows neither a terminal nor the process, and is therefore the
 * same everywhere; {@code terminal} and {@code app} only feed it.
 */
@NullMarked
package io.github.hubsh.shell.interpreter;

import org.jspecify.annotations.NullMarked;
