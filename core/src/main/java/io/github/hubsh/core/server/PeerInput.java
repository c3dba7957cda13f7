package io.github.hubsh.core.server;

import io.netty.channel.Channel;
import java.util.EnumSet;
import java.util.Set;

/** The reading of a connection: it pauses as long as there is any reason. On the loop. */
final class PeerInput {
    private final InputGate source;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    /** Why nothing is read. */
    enum Reason {
        /** The peer is not let in yet. */
        DECISION,
        /** Its handshake waits for its turn. */
        HANDSHAKE,
        /** Too much waits on account of the peer. */
        PENDING_BYTES,
        /** Unfinished messages take too much memory. */
        MEMORY
    }

    /** @param source is paused while there is a reason */
    PeerInput(InputGate source) {
        this.source = source;
    }

    /** Returns the reading of a channel. */
    static PeerInput of(Channel channel) {
        return new PeerInput(new InputGate() {
            @Override
            public void pause() {
                channel.config().setAutoRead(false);
            }

            @Override
            public void resume() {
                channel.config().setAutoRead(true);
            }
        });
    }

    boolean isPaused() {
        return !reasons.isEmpty();
    }

    /** Returns the gate of one reason. */
    InputGate gate(Reason reason) {
        return new InputGate() {
            @Override
            public void pause() {
                reasons.add(reason);
                source.pause();
            }

            @Override
            public void resume() {
                if (reasons.remove(reason) && reasons.isEmpty()) {
                    source.resume();
                }
            }
        };
    }
}
