package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames of a broadcast: source, target, message type, JSON text. The source comes first: subscriptions match it.
 */
public final class BroadcastFrames {
    private static final int FRAME_COUNT = 4;

    private final List<byte[]> frames;

    private BroadcastFrames(List<byte[]> frames) {
        this.frames = frames;
    }

    /** Takes the frames that a SUB socket has received. */
    public static BroadcastFrames read(List<byte[]> frames) throws MalformedMessageException {
        if (frames.size() != FRAME_COUNT) {
            throw new MalformedMessageException("a broadcast of " + frames.size() + " frames, expected " + FRAME_COUNT);
        }
        return new BroadcastFrames(frames);
    }

    /** Returns the frames that broadcast a message with this text. */
    public static List<byte[]> write(Message message, byte[] json) {
        List<byte[]> frames = new ArrayList<>(
                topics(message.source(), message.target(), message.header().type()));
        frames.add(json);
        return frames;
    }

    /** Returns the frames that stand before the text. */
    public static List<byte[]> topics(String source, String target, MessageType type) {
        return List.of(
                source.getBytes(UTF_8), target.getBytes(UTF_8), type.wireName().getBytes(UTF_8));
    }

    public String source() {
        return text(0);
    }

    public String target() {
        return text(1);
    }

    public String type() {
        return text(2);
    }

    /** Returns the message's text; the array is shared, and nothing writes to it. */
    public byte[] json() {
        return frames.get(3);
    }

    private String text(int index) {
        return new String(frames.get(index), UTF_8);
    }
}
