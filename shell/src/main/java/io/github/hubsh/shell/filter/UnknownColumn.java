package io.github.hubsh.shell.filter;

import io.github.hubsh.shell.session.result.Rows;
import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The error of a column, or of a key, that a result does not have, and what to do instead. */
final class UnknownColumn {
    private static final int MAX_LISTED = 8;

    private UnknownColumn() {}

    /**
     * Makes the error.
     *
     * @param value the result: rows or one object
     */
    static ShellException in(@Nullable Object value, String name, Collection<String> known, Place place) {
        String what = Rows.of(value) == null ? "key" : "column";
        String nearest = Suggestion.of(name, known);
        String pick = TableChoice.of(value);
        String listed = known.stream().limit(MAX_LISTED).collect(Collectors.joining(", "));
        String all = listed.isEmpty() ? "it has none" : "it has " + listed + (known.size() > MAX_LISTED ? ", …" : "");
        return new ShellException(Problem.BAD_DATA, "the result has no " + what + " '" + name + "'")
                .pointing(place)
                .hint(nearest != null ? nearest : pick != null ? pick : all);
    }
}
