package io.github.hubsh.shell.assist;

/**
 * Something that Tab offers.
 *
 * @param value as it is to stand in the line, quoted where needed
 * @param description a few words, or empty
 * @param group what it is: {@code verbs}, {@code options}, {@code plugins}
 * @param whole whether the word ends with it; after an argument's name comes its value
 */
public record Candidate(String value, String description, String group, boolean whole) {
    /** A whole word. */
    public Candidate(String value, String description, String group) {
        this(value, description, group, true);
    }
}
