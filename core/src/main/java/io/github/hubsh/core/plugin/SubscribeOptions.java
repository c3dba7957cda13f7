package io.github.hubsh.core.plugin;

import java.util.List;

/**
 * What the subscribe socket lets in.
 *
 * @param sources prefixes of source names; an empty prefix lets every broadcast in, an empty list none
 */
public record SubscribeOptions(List<String> sources) {
    /** Nothing: broadcasts cost nothing. */
    public static final SubscribeOptions NONE = new SubscribeOptions(List.of());

    /** Every broadcast. */
    public static final SubscribeOptions ALL = new SubscribeOptions(List.of(""));

    public SubscribeOptions {
        sources = List.copyOf(sources);
    }
}
