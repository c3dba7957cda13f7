package io.github.hubsh.core.zmtp;

/** Holds the message under way to its limits, frame by frame, by what their headers announce. */
final class MessageBounds {
    private final MessageLimits limits;

    // Mutable state, the connection's
    private int frames;
    private long bytes;

    MessageBounds(MessageLimits limits) {
        this.limits = limits;
    }

    /** Whether the next frame is the first of a message. */
    boolean isAtStart() {
        return frames == 0;
    }

    /** Counts a frame in, or refuses it. */
    void admit(FrameHeader header) throws ZmtpException {
        if (header.size() > limits.maxFrameBytes()) {
            throw tooMuch("a frame of " + header.size() + " bytes", limits.maxFrameBytes());
        }
        frames++;
        bytes += header.size();
        if (frames > limits.maxFrames()) {
            throw tooMuch("a message of " + frames + " frames or more", limits.maxFrames());
        }
        if (bytes > limits.maxMessageBytes()) {
            throw tooMuch("a message of " + bytes + " bytes or more", limits.maxMessageBytes());
        }
        if (!header.more()) {
            frames = 0;
            bytes = 0;
        }
    }

    static ZmtpException tooMuch(String what, int limit) {
        return new ZmtpException(what + "; at most " + limit + " are allowed");
    }
}
