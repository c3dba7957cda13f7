package io.github.hubsh.shell.session.result;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.word.ShellException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of one run of a statement, before it is formatted.
 *
 * @param notes its messages beside its results
 * @param error what it failed with, or {@code null}
 */
public record StatementResult(
        List<Outcome> results, List<String> notes, @Nullable ShellException error) {
    /** Returns whether another one shows the same; how its messages came is no difference. */
    public boolean isLike(StatementResult other) {
        return contents().equals(other.contents()) && Objects.equals(errorText(), other.errorText());
    }

    private @Nullable String errorText() {
        return error == null ? null : error.text();
    }

    private List<Object> contents() {
        List<Object> contents = new ArrayList<>(results.size());
        for (Outcome result : results) {
            contents.add(result instanceof Outcome.Value value ? Json.write(value.value()) : result);
        }
        return contents;
    }
}
