package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;

/**
 * What a hub of ours sends to a subscriber that has asked for it, to that one alone: how many broadcasts it has dropped
 * since the notice before, because the subscriber did not read quickly enough. A subscriber asks by subscribing to
 * {@link #topic}, under which nothing is published; the hub answers at once with a notice of 0. Other hubs do not
 * answer. The frames are the topic, and the number in decimal digits.
 *
 * <p>A notice stands in the stream where the dropped broadcasts would have stood. No plugin's name begins with a NUL,
 * so that no broadcast is taken for a notice.
 */
public final class LossNotice {
    private static final byte[] TOPIC = "\0hubsh-lost".getBytes(UTF_8);
    private static final int MAX_DIGITS = 18;

    private LossNotice() {}

    /** Returns what to subscribe to. */
    public static byte[] topic() {
        return TOPIC.clone();
    }

    /** Returns whether a subscription asks for notices, or a first frame is that of a notice. */
    public static boolean isTopic(byte[] topic) {
        return Arrays.equals(topic, TOPIC);
    }

    /** Returns the frames that say how many were dropped. */
    public static List<byte[]> write(long count) {
        return List.of(TOPIC, String.valueOf(count).getBytes(US_ASCII));
    }

    /**
     * Reads a notice.
     *
     * @return how many were dropped; -1 if that cannot be read
     */
    public static long read(List<byte[]> frames) {
        if (frames.size() != 2 || frames.get(1).length == 0 || frames.get(1).length > MAX_DIGITS) {
            return -1;
        }
        long count = 0;
        for (byte digit : frames.get(1)) {
            if (digit < '0' || digit > '9') {
                return -1;
            }
            count = count * 10 + digit - '0';
        }
        return count;
    }
}
