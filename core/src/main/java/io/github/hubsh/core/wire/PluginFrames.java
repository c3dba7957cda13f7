package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.hubsh.core.message.Message;
import java.util.List;

/** The frames on a plugin's query and command sockets. */
public final class PluginFrames {
    private static final byte[] DELIMITER = {};

    private PluginFrames() {}

    /** Returns the frames of a question on the query socket, as a REQ socket sends them. */
    public static List<byte[]> query(Message request) {
        return List.of(DELIMITER, MessageWriter.write(request));
    }

    /** Returns the frames of a message to the hub on the command socket, a ROUTER that knows the hub by its name. */
    public static List<byte[]> command(String hubName, Message message) {
        return List.of(hubName.getBytes(UTF_8), DELIMITER, MessageWriter.write(message));
    }

    /**
     * Returns the text of a message that has come. Peers differ in what stands before it: only the last frame counts.
     */
    public static byte[] text(List<byte[]> frames) {
        return frames.get(frames.size() - 1);
    }
}
