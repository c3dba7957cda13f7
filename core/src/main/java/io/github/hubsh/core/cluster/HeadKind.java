package io.github.hubsh.core.cluster;

import io.github.hubsh.core.protocol.cluster.ClusterMessage;

/** The kinds of messages between hubs, with their numbers on the wire. */
enum HeadKind {
    HELLO(1, ClusterMessage.Hello.class),
    TAKEN(2, ClusterMessage.Taken.class),
    BEAT(3, ClusterMessage.Beat.class),
    CHANGES(4, ClusterMessage.Changes.class),
    BYE(5, ClusterMessage.Bye.class),
    ASK(6, ClusterMessage.Ask.class),
    SNAPSHOT(7, ClusterMessage.Snapshot.class),
    REQUEST(8, ClusterMessage.Request.class),
    REPLY(9, ClusterMessage.Reply.class),
    INQUIRY(10, ClusterMessage.Inquiry.class),
    FINDINGS(11, ClusterMessage.Findings.class),
    PING(12, ClusterMessage.Ping.class),
    PONG(13, ClusterMessage.Pong.class),
    BROADCAST(14, ClusterMessage.Broadcast.class);

    /** Hubs that write another version are not understood. */
    static final int VERSION = 1;

    private static final HeadKind[] ALL = values();

    private final int number;
    private final Class<? extends ClusterMessage> type;

    HeadKind(int number, Class<? extends ClusterMessage> type) {
        this.number = number;
        this.type = type;
    }

    int number() {
        return number;
    }

    static HeadKind of(ClusterMessage message) {
        for (HeadKind kind : ALL) {
            if (kind.type.isInstance(message)) {
                return kind;
            }
        }
        throw new IllegalStateException("can't write " + message);
    }

    /** @throws IllegalArgumentException for a number that no kind has */
    static HeadKind of(int number) {
        for (HeadKind kind : ALL) {
            if (kind.number == number) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of message: " + number);
    }
}
