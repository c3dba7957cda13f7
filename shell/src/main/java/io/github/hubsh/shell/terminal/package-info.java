/**
 * The prompt: lines are typed, completed and remembered here, and what comes back appears above the line being typed.
 *
 * <p>JLine is loaded in this room only, and only when a prompt opens. Three kinds of thread meet: the one that called
 * {@link io.github.hubsh.shell.terminal.ConsolePrompt} reads lines and runs them; any thread may show something; and
 * one thread, the {@code TerminalWriter}'s, writes to the terminal. What follows a typed statement is never lost,
 * however long; what floods in from elsewhere is counted where it cannot be shown.
 */
@NullMarked
package io.github.hubsh.shell.terminal;

import org.jspecify.annotations.NullMarked;
