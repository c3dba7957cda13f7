package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.message.Envelope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frames on a hub's two ROUTER sockets: the peer's routing identity first, the message's text last, and between
 * them a delimiter.
 */
public final class HubFrames {
    /**
     * Identity, delimiter and text are three; proxies on the way add some. An answer repeats them all, so a message
     * that the transport had to cut is not to be answered.
     */
    static final int MAX_QUERY_FRAMES = 16;

    private static final int COMMAND_FRAMES = 3;
    private static final byte[] DELIMITER = {};

    private HubFrames() {}

    /**
     * Frames that have come in.
     *
     * @param peer the sender's name on the command socket, empty on the query socket
     * @param json the message's text, not yet read
     */
    @SuppressWarnings("ArrayRecordComponent") // the text is passed on and never compared
    public record Received(String peer, Envelope envelope, byte[] json) {}

    /** Reads what has come on the query socket: the identity means nothing, and proxies may have added frames. */
    public static Received readQuery(List<byte[]> frames) throws UnreadableFramesException {
        if (frames.size() < 2 || frames.size() > MAX_QUERY_FRAMES) {
            throw new UnreadableFramesException("", "a query of " + (frames.size() - 1) + " frames");
        }
        return received("", frames);
    }

    /** Reads what has come on the command socket: the identity is the sender's name. */
    public static Received readCommand(List<byte[]> frames) throws UnreadableFramesException {
        byte[] identity = frames.get(0);
        String peer = new String(identity, UTF_8);
        if (frames.size() != COMMAND_FRAMES) {
            throw new UnreadableFramesException(
                    peer, "a command of " + (frames.size() - 1) + " frames, expected " + (COMMAND_FRAMES - 1));
        }
        if (!Arrays.equals(identity, peer.getBytes(UTF_8))) {
            throw new UnreadableFramesException("?", "a routing identity that is not UTF-8");
        }
        return received(peer, frames);
    }

    /** Returns the frames that answer on the socket from which the envelope came. */
    public static List<byte[]> answer(Envelope envelope, byte[] json) {
        List<byte[]> frames = new ArrayList<>(envelope.frames());
        frames.add(json);
        return frames;
    }

    /** Returns the frames that bring a text to the command socket of the plugin of this name. */
    public static List<byte[]> command(String target, byte[] json) {
        return List.of(target.getBytes(UTF_8), DELIMITER, json);
    }

    /** Returns frames as a ROUTER socket has them, of an identity and of what stands behind it. */
    public static List<byte[]> of(byte[] identity, List<byte[]> behind) {
        List<byte[]> frames = new ArrayList<>(behind.size() + 1);
        frames.add(identity);
        frames.addAll(behind);
        return frames;
    }

    /** Returns the routing identity: of the sender, or of the receiver. */
    public static byte[] identity(List<byte[]> frames) {
        return frames.get(0);
    }

    /** Returns the frames behind the identity, which are those on the wire. */
    public static List<byte[]> behindIdentity(List<byte[]> frames) {
        return frames.subList(1, frames.size());
    }

    /** As {@link #command}, behind the identity, of frames in any form. */
    public static <F> List<F> commandBehindIdentity(F delimiter, F text) {
        return List.of(delimiter, text);
    }

    /**
     * Returns the text among the frames behind the identity of what has come on the command socket.
     *
     * @return {@code null} if they are not those of a command
     */
    public static <F> @Nullable F commandText(List<F> behindIdentity) {
        int last = COMMAND_FRAMES - 2;
        return behindIdentity.size() == last + 1 ? behindIdentity.get(last) : null;
    }

    private static Received received(String peer, List<byte[]> frames) {
        int last = frames.size() - 1;
        return new Received(peer, new Envelope(frames.subList(0, last)), frames.get(last));
    }
}
