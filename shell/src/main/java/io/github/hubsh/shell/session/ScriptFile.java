package io.github.hubsh.shell.session;

/**
 * A file of lines of the shell.
 *
 * @param name for errors
 * @param text all of it
 * @param echoed whether each line is shown before it runs
 */
public record ScriptFile(String name, String text, boolean echoed) {}
