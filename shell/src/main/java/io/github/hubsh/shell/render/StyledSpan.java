package io.github.hubsh.shell.render;

/** A piece of a line with one role. */
public record StyledSpan(String text, Role role) {}
