package io.github.hubsh.shell.word;

/**
 * Where in what was typed: what a caret points at.
 *
 * @param line the whole line
 * @param offset in chars from 0; one past the end where something is missing
 */
public record Place(String line, int offset) {}
