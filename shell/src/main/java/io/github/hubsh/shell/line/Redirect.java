package io.github.hubsh.shell.line;

import io.github.hubsh.shell.word.Word;

/**
 * Where a statement's result is written instead of being shown.
 *
 * @param append whether it goes behind what the file has already
 */
public record Redirect(Word file, boolean append) {}
