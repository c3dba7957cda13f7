package io.github.hubsh.core.plugin;

import java.util.ArrayList;
import java.util.List;

/**
 * What the subscribe socket lets in, and how much of it may wait.
 *
 * @param sources prefixes of source names; an empty prefix lets every broadcast in, an empty list none
 * @param receiveHighWaterMark how many broadcasts may wait to be read; beyond it the connection is read no further, and
 *     the hub counts and drops. Of broadcasts that come in one packet less are read ahead anyway
 * @param receiveBufferBytes the size that the system is asked to give the connection's buffer; 0 for its own choice
 * @param conflated whether of the broadcasts that wait only the newest is of interest, and the others are dropped.
 *     Unlike ZeroMQ's own option it keeps all frames of a message
 */
public record SubscribeOptions(
        List<String> sources, int receiveHighWaterMark, int receiveBufferBytes, boolean conflated) {
    public static final int DEFAULT_RECEIVE_HIGH_WATER_MARK = 50_000;

    /** Nothing: broadcasts cost nothing. */
    public static final SubscribeOptions NONE = new SubscribeOptions(List.of());

    /** Every broadcast. */
    public static final SubscribeOptions ALL = new SubscribeOptions(List.of(""));

    /** @throws IllegalArgumentException if a size is negative, or the mark is 0 */
    public SubscribeOptions {
        sources = List.copyOf(sources);
        if (receiveHighWaterMark < 1 || receiveBufferBytes < 0) {
            throw new IllegalArgumentException("a high-water mark is at least 1, a buffer at least 0 bytes");
        }
    }

    public SubscribeOptions(List<String> sources) {
        this(sources, DEFAULT_RECEIVE_HIGH_WATER_MARK, 0, false);
    }

    public SubscribeOptions withSources(List<String> newSources) {
        return new SubscribeOptions(newSources, receiveHighWaterMark, receiveBufferBytes, conflated);
    }

    public SubscribeOptions withReceiveHighWaterMark(int newMark) {
        return new SubscribeOptions(sources, newMark, receiveBufferBytes, conflated);
    }

    public SubscribeOptions withReceiveBufferBytes(int newSize) {
        return new SubscribeOptions(sources, receiveHighWaterMark, newSize, conflated);
    }

    public SubscribeOptions withConflated(boolean newConflated) {
        return new SubscribeOptions(sources, receiveHighWaterMark, receiveBufferBytes, newConflated);
    }

    SubscribeOptions plus(String source) {
        List<String> more = new ArrayList<>(sources);
        more.add(source);
        return withSources(more);
    }

    /** Without one of this prefix; the same where there is none. */
    SubscribeOptions minus(String source) {
        List<String> fewer = new ArrayList<>(sources);
        return fewer.remove(source) ? withSources(fewer) : this;
    }
}
