package io.github.hubsh.shell.filter;

/** A stage wants no more: whoever produces results stops, and the stages behind end as usual. */
public final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
        super("enough", null, false, false);
    }
}
