package io.github.hubsh.shell.line;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says beside its verb: where its results go.
 *
 * @param pipes the filters, in order
 * @param redirect the file that takes what comes out, or {@code null}
 */
public record Plumbing(List<Pipe> pipes, @Nullable Redirect redirect) {}
