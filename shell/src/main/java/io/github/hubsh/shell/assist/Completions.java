package io.github.hubsh.shell.assist;

import java.util.List;

/**
 * What Tab offers at the cursor.
 *
 * @param from where the text starts that a candidate replaces; it ends at the cursor
 * @param typed that text without its quotes
 * @param files whether file names fit here; the terminal knows them
 */
public record Completions(int from, String typed, List<Candidate> candidates, boolean files) {}
