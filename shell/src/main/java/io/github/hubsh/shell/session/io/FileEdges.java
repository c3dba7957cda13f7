package io.github.hubsh.shell.session.io;

/**
 * How a file begins and ends: what is needed to append to it, however large it is.
 *
 * @param head the beginning, of at most 64 KB, without a byte order mark
 * @param endsLine whether the last byte is a line end
 */
public record FileEdges(String head, boolean endsLine) {
    /** Those of a file that is empty or not there. */
    public static final FileEdges EMPTY = new FileEdges("", false);

    /** Returns those of a text. */
    public static FileEdges of(String text) {
        return new FileEdges(text, text.endsWith("\n"));
    }
}
