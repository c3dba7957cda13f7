package io.github.hubsh.core.protocol;

import io.github.hubsh.core.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * A message, with the text it came in if it came from a peer: forwarding passes the text on untouched, and with it
 * every unknown key, big integer and bare {@code NaN}.
 */
@SuppressWarnings("ArrayRecordComponent") // the text is passed on and never compared
public record WireMessage(Message message, byte @Nullable [] json) {
    public static WireMessage of(Message message) {
        return new WireMessage(message, null);
    }
}
