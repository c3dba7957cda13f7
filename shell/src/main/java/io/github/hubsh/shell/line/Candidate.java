package io.github.hubsh.shell.line;

/**
 * Something that Tab offers.
 *
 * @param value as it is to stand in the line, quoted where needed
 * @param description a few words, or empty
 * @param group what it is: {@code verbs}, {@code options}, {@code plugins}
 */
public record Candidate(String value, String description, String group) {}
