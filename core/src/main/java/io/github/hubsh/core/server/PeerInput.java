package io.github.hubsh.core.server;

import io.netty.channel.Channel;
import java.util.EnumSet;
import java.util.Set;

/** The reading of a connection: it pauses as long as there is any reason. On the loop. */
final class PeerInput {
    private final Channel channel;
    private final Set<Reason> reasons = EnumSet.noneOf(Reason.class);

    /** Why nothing is read. */
    enum Reason {
        /** The peer is not let in yet. */
        DECISION,
        /** Too much waits on account of the peer. */
        DEBTS,
        /** Unfinished messages take too much memory. */
        MEMORY
    }

    PeerInput(Channel channel) {
        this.channel = channel;
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
                channel.config().setAutoRead(false);
            }

            @Override
            public void resume() {
                if (reasons.remove(reason) && reasons.isEmpty()) {
                    channel.config().setAutoRead(true);
                }
            }
        };
    }
}
