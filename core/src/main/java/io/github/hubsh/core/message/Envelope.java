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

    /**
     * The way to the peer of a routing identity: what a REQ socket, or a plugin's command socket, sends before a text.
     */
    public static Envelope of(byte[] identity) {
        return new Envelope(List.of(identity, new byte[0]));
    }

    /** Returns the sender's routing identity; no bytes if there is no way back. */
    public byte[] identity() {
        return frames.isEmpty() ? new byte[0] : frames.get(0);
    }
}
