package io.github.hubsh.core.message;

import java.util.List;

/**
 * The way back to the sender of a message: the frames that stood before its text. They are repeated before an answer
 * and never read in between.
 *
 * @param frames the sender's routing identity first; the arrays are shared, and nothing writes to them
 */
public record Envelope(List<byte[]> frames) {
    public Envelope {
        frames = List.copyOf(frames);
    }
}
