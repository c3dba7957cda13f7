package io.github.hubsh.shell.line;

import io.github.hubsh.shell.word.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says beside its verb: how often it runs and where its results go.
 *
 * @param name the variable that takes what comes out, or {@code null}
 * @param times how often the verb runs
 * @param pipes the filters, in order
 * @param redirect the file that takes what comes out, or {@code null}
 * @param background whether it runs beside what follows
 * @param open the statement's words behind its prefixes, if some of them are known only when it runs; else {@code null}
 */
public record PipelineSpec(
        @Nullable String name,
        int times,
        List<Pipe> pipes,
        @Nullable Redirect redirect,
        boolean background,
        @Nullable List<Word> open) {

    /** Returns the same with other filters. */
    PipelineSpec with(List<Pipe> others) {
        return new PipelineSpec(name, times, others, redirect, background, open);
    }

    /** Returns this one's prefixes with the rest of another. */
    PipelineSpec around(@Nullable PipelineSpec other) {
        return other == null
                ? new PipelineSpec(name, times, List.of(), null, background, null)
                : new PipelineSpec(name, times, other.pipes, other.redirect, background, null);
    }
}
