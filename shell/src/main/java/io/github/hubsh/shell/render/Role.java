package io.github.hubsh.shell.render;

/** What a piece of text is; decides its colour. */
public enum Role {
    PLAIN,
    KEY,
    HEADER,
    NOTE,
    WARNING,
    ERROR,
    CARET,
    TIME,
    NAME,
    /** What differs from the picture before. */
    CHANGED
}
