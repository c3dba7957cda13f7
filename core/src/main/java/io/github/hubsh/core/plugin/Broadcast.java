package io.github.hubsh.core.plugin;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.wire.BroadcastFrames;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.core.wire.ReceivedMessage;
import java.nio.charset.StandardCharsets;

/** A message that the hub has broadcast. It is read only when asked for: most are filtered by their first frames. */
public final class Broadcast {
    private final BroadcastFrames frames;

    private Broadcast(BroadcastFrames frames) {
        this.frames = frames;
    }

    /** Takes {@code [source, target, msg_type, json]}. */
    public static Broadcast of(Frames frames) throws MalformedMessageException {
        return new Broadcast(BroadcastFrames.read(frames.parts()));
    }

    public String source() {
        return frames.source();
    }

    public String target() {
        return frames.target();
    }

    /** Returns the {@code msg_type}, for example {@code execute_reply}. */
    public String type() {
        return frames.type();
    }

    /** Returns how many bytes the message's text has. */
    public int size() {
        return frames.json().length;
    }

    /** Returns the message's text as the hub sent it. */
    public byte[] json() {
        return frames.json().clone();
    }

    /** As {@link #json}, decoded. */
    public String text() {
        return new String(frames.json(), StandardCharsets.UTF_8);
    }

    public Message message() throws MalformedMessageException {
        return ReceivedMessage.read(frames.json()).message();
    }
}
