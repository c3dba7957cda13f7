package io.github.hubsh.shell.session;

import io.github.hubsh.shell.syntax.VerbName;
import org.jspecify.annotations.Nullable;

/**
 * A statement as the journal knows it.
 *
 * @param line the number of its line in the history; 0 where it stands in none
 * @param verb {@link VerbName#JS} for a line at the prompt of JavaScript
 * @param text as it was typed
 * @param variable that takes its result, or {@code null}
 * @param filtered whether its results went through filters, or to a file
 */
public record JournaledStatement(
        int line,
        VerbName verb,
        String text,
        Arguments arguments,
        @Nullable String variable,
        boolean filtered) {}
