package io.github.hubsh.shell.line;

import java.util.List;

/**
 * What a statement says beside its verb: where its results go.
 *
 * @param pipes the filters, in order
 */
public record Plumbing(List<Pipe> pipes) {}
