package io.github.hubsh.core.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.MessageReader;

/** A message that the hub has broadcast. It is read only when asked for: most are filtered by their first frames. */
public final class Broadcast {
    private static final int FRAMES = 4;

    private final Frames frames;

    private Broadcast(Frames frames) {
        this.frames = frames;
    }

    /** Takes {@code [source, target, msg_type, json]}. */
    public static Broadcast of(Frames frames) throws MalformedMessageException {
        if (frames.size() != FRAMES) {
            throw new MalformedMessageException("a broadcast of " + frames.size() + " frames, expected " + FRAMES);
        }
        return new Broadcast(frames);
    }

    public String source() {
        return new String(frames.get(0), UTF_8);
    }

    public String target() {
        return new String(frames.get(1), UTF_8);
    }

    /** Returns the {@code msg_type}, for example {@code execute_reply}. */
    public String type() {
        return new String(frames.get(2), UTF_8);
    }

    /** Returns the message's text as the hub sent it. */
    public byte[] json() {
        return frames.get(3).clone();
    }

    public Message message() throws MalformedMessageException {
        return MessageReader.read(frames.get(3));
    }
}
