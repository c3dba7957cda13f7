package io.github.hubsh.shell.session.network;

import java.util.List;

/**
 * How an argument was carried where it was seen.
 *
 * @param labels the numpy type of the labels of its last Series or DataFrame: {@code int64}; empty where there was none
 * @param encodings the words of {@code --mime} for them, sorted
 */
public record SeenForm(String labels, List<String> encodings) {
    public static final SeenForm UNKNOWN = new SeenForm("", List.of());
}
