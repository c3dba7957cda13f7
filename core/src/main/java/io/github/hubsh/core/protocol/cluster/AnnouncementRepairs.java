package io.github.hubsh.core.protocol.cluster;

import io.github.hubsh.core.protocol.cluster.ClusterAction.Send;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Ask;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Changes;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Snapshot;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.State;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Finds what was lost of announcements, and gets it: a hub that has missed some asks for them, and gets them or all
 * that holds.
 */
final class AnnouncementRepairs {
    /** A hub is asked for what was missed no more often, and answers no more often, in nanoseconds. */
    static final long ASK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** Asks for all that holds. */
    private static final long ALL = -1;

    private final HubStart self;
    private final Announcements announcements;
    private final ClusterDirectory directory;

    // Mutable state
    private long count;

    AnnouncementRepairs(HubStart self, Announcements announcements, ClusterDirectory directory) {
        this.self = self;
        this.announcements = announcements;
        this.directory = directory;
    }

    /** Returns how often something was lost, and asked for. */
    long count() {
        return count;
    }

    /** Another hub says how far its announcements are. */
    List<ClusterAction> compare(Member member, State said, long now) {
        if (said.version() > member.version) {
            return ask(member, member.version, now);
        }
        boolean differs = said.version() == member.version && said.digest() != member.digest;
        return differs ? ask(member, ALL, now) : List.of();
    }

    /** Another hub announces something. */
    List<ClusterAction> apply(Member member, Changes changes, long now) {
        return changes.base() > member.version ? ask(member, member.version, now) : directory.apply(member, changes);
    }

    /** Another hub says a part of all that holds. */
    List<ClusterAction> apply(Member member, Snapshot part) {
        List<ClusterEntry> whole = member.pages().add(part);
        return whole != null && part.state().version() >= member.version
                ? directory.replace(member, part.state(), whole)
                : List.of();
    }

    /** Another hub asks for what it has missed. */
    List<ClusterAction> answer(Member member, Ask ask, long now) {
        if (now - member.answeredAt < ASK_NANOS) {
            return List.of();
        }
        member.answeredAt = now;
        Changes changes = announcements.since(ask.since());
        if (changes != null) {
            return List.of(new Send(member.hub(), changes));
        }
        List<ClusterAction> parts = new ArrayList<>();
        announcements.all().forEach(part -> parts.add(new Send(member.hub(), part)));
        return parts;
    }

    private List<ClusterAction> ask(Member member, long since, long now) {
        if (now - member.askedAt < ASK_NANOS) {
            return List.of();
        }
        member.askedAt = now;
        count += member.version > 0 ? 1 : 0; // a hub that was just met has lost nothing
        return List.of(new Send(member.hub(), new Ask(self, since)));
    }
}
