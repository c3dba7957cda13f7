package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Route;
import java.util.List;
import java.util.function.Function;

/**
 * The frames of a broadcast: source, target, message type, JSON text. The source comes first: subscriptions match it.
 */
public final class BroadcastFrames {
    private static final int TOPIC = 0;
    private static final int TARGET = 1;
    private static final int TYPE = 2;
    private static final int TEXT = 3;
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
    public static BroadcastFrames of(Message message, byte[] json) {
        return of(message.source(), message.target(), message.header().type().wireName(), json);
    }

    /** Returns the frames that broadcast a message with this text. */
    public static BroadcastFrames of(String source, String target, String type, byte[] json) {
        return new BroadcastFrames(write(source, target, type, json, Function.identity()));
    }

    /** Returns the frames that broadcast a message that stays unread. */
    public static BroadcastFrames of(Route route, byte[] json) {
        return new BroadcastFrames(write(route, json, Function.identity()));
    }

    /** As {@link #of(Route, byte[])}, with frames in any form. */
    public static <F> List<F> write(Route route, F text, Function<byte[], F> form) {
        return write(route.source(), route.target(), route.type().wireName(), text, form);
    }

    private static <F> List<F> write(String source, String target, String type, F text, Function<byte[], F> form) {
        return List.of(
                form.apply(source.getBytes(UTF_8)),
                form.apply(target.getBytes(UTF_8)),
                form.apply(type.getBytes(UTF_8)),
                text);
    }

    /** Returns the first frame of what a SUB socket has received, which its subscriptions match. */
    public static byte[] topic(List<byte[]> frames) {
        return frames.get(TOPIC);
    }

    /** Returns the text among the frames of a broadcast, in any form. */
    public static <F> F text(List<F> frames) {
        return frames.get(TEXT);
    }

    /** Returns the frames as the socket has them; the arrays are shared, and nothing writes to them. */
    public List<byte[]> frames() {
        return frames;
    }

    public String source() {
        return decoded(TOPIC);
    }

    public String target() {
        return decoded(TARGET);
    }

    public String type() {
        return decoded(TYPE);
    }

    /** Returns the message's text; the array is shared, and nothing writes to it. */
    public byte[] json() {
        return text(frames);
    }

    private String decoded(int index) {
        return new String(frames.get(index), UTF_8);
    }
}
