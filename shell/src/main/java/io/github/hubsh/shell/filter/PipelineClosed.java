package io.github.hubsh.shell.filter;

/** A stage wants no more results: their producer stops, and the stages behind end as usual. */
public final class PipelineClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PipelineClosed() {
        super("enough", null, false, false);
    }
}
