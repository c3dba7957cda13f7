package io.github.hubsh.core.protocol.cluster;

import java.util.List;

/**
 * What hubs say to each other. The text of a request, reply or broadcast is not here: it travels beside its head, as it
 * came from its plugin.
 */
public sealed interface ClusterMessage {
    /** Returns the hub that says it. */
    HubStart from();

    /** To all: a hub is about to join. One that has its name already answers {@link Taken}. */
    record Hello(HubStart from) implements ClusterMessage {}

    /** To all: the name of the newcomer is in use. */
    record Taken(HubStart from, long newcomer) implements ClusterMessage {}

    /**
     * How far a hub's announcements go.
     *
     * @param version how many entries it has announced since its start
     * @param digest of these entries
     */
    record State(long version, long digest) {}

    /** To all, again and again: a sign of life, and what shows whether announcements were lost. */
    record Beat(HubStart from, State state) implements ClusterMessage {}

    /** To all, or to one that has asked: entries that follow the first {@code base} ones. */
    record Changes(HubStart from, long base, List<ClusterEntry> entries) implements ClusterMessage {
        public Changes {
            entries = List.copyOf(entries);
        }
    }

    /** To all: the hub ends. */
    record Bye(HubStart from) implements ClusterMessage {}

    /** To one: send me what follows the first {@code since} entries; all that holds, if that is negative. */
    record Ask(HubStart from, long since) implements ClusterMessage {}

    /** To one that has asked: a part of all that holds in this state. */
    record Snapshot(HubStart from, State state, int page, int pages, List<ClusterEntry> entries)
            implements ClusterMessage {
        public Snapshot {
            entries = List.copyOf(entries);
        }
    }

    /**
     * To one: a plugin's request.
     *
     * @param to the epoch of the hub that it is for: not of one that was started since
     * @param number tells it from all other requests of the sending hub's run
     */
    record Request(HubStart from, long to, long number, RequestKey key) implements ClusterMessage {}

    /** To one: the reply to its request of this number. */
    record Reply(HubStart from, long number) implements ClusterMessage {}

    /** To one: are my requests of these numbers still under way at yours? */
    record Inquiry(HubStart from, List<Long> numbers) implements ClusterMessage {
        public Inquiry {
            numbers = List.copyOf(numbers);
        }
    }

    /** To one that has inquired: these are under way, and these never came, or are answered. */
    record Findings(HubStart from, List<Long> underWay, List<Long> unknown) implements ClusterMessage {
        public Findings {
            underWay = List.copyOf(underWay);
            unknown = List.copyOf(unknown);
        }
    }

    /** To one: how long does it take? */
    record Ping(HubStart from, long sentAt) implements ClusterMessage {}

    /** To one: that long. */
    record Pong(HubStart from, long sentAt) implements ClusterMessage {}

    /** To those that want broadcasts of this source. */
    record Broadcast(HubStart from, String source, String target, String type) implements ClusterMessage {}
}
