package io.github.hubsh.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A topic that nothing is published under. Our hub answers the subscription to a mark with a message of that one frame,
 * to the subscriber alone: it then knows that this subscription holds, and those that it made before on the same
 * connection. Other hubs do not answer. No plugin's name begins with a NUL, so that no topic is taken for a mark.
 */
public final class SubscriptionMark {
    private static final String PREFIX = "\0hubsh-subscribed-";
    private static final byte[] BYTES = PREFIX.getBytes(UTF_8);

    private SubscriptionMark() {}

    /** Returns a mark. */
    public static byte[] of(long number) {
        return (PREFIX + number).getBytes(UTF_8);
    }

    /** Returns whether a subscription is to a mark, or a first frame is one. */
    public static boolean isMark(byte[] topic) {
        if (topic.length < BYTES.length) {
            return false;
        }
        for (int i = 0; i < BYTES.length; i++) {
            if (topic[i] != BYTES[i]) {
                return false;
            }
        }
        return true;
    }
}
