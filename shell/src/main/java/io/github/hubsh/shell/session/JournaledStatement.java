package io.github.hubsh.shell.session;

import org.jspecify.annotations.Nullable;

/**
 * A statement as the journal knows it.
 *
 * @param line the number of its line in the history; 0 where it stands in none
 * @param verb the verb's name, not an alias of it
 * @param text as it was typed
 * @param variable that takes its result, or {@code null}
 * @param filtered whether its results went through filters, or to a file
 */
public record JournaledStatement(
        int line,
        String verb,
        String text,
        Arguments arguments,
        @Nullable String variable,
        boolean filtered) {}
