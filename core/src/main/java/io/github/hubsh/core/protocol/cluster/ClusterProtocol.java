package io.github.hubsh.core.protocol.cluster;

import io.github.hubsh.core.protocol.cluster.ClusterAction.Announce;
import io.github.hubsh.core.protocol.cluster.ClusterAction.Send;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Ask;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Beat;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Bye;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Changes;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Findings;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Hello;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Inquiry;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Ping;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Pong;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Reply;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Request;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Snapshot;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A hub's side of a cluster.
 *
 * <p>No hub is in charge: each announces what it has, and believes of the others what they announce. There are two
 * ways, neither of which is reliable: one to all hubs, one to each of them. What is lost is found and mended:
 *
 * <ul>
 *   <li>Entries (a plugin is connected, away, or has left; broadcasts are wanted) are numbered. A {@link Beat}, three
 *       times within the deadline, says how many there are. A hub that has missed some asks for them, and gets them, or
 *       all that holds. So the cost of a change is one message, and that of silence is one message in each interval.
 *   <li>A hub that is silent for the deadline is gone, and its plugins with it.
 *   <li>A request is sent once, never again. {@link ClusterRequests} ends it if it was lost.
 * </ul>
 *
 * <p>Two plugins may come under one name at two hubs at the same time, or while the hubs do not reach each other. As
 * soon as they do, the one that is registered longer keeps the name; the other hub evicts its plugin, by the same rule.
 *
 * <p>A hub that joins says {@link Hello} first and waits a moment: the name of a hub is unique, too.
 */
public final class ClusterProtocol {
    /** How long after its hello a hub waits for objections, in nanoseconds. */
    static final long HELLO_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    /** How long a hub whose name is in use stays outside before it tries again, in nanoseconds. */
    static final long REFUSED_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** Announcements are at least this far apart, so that those of many changes go together, in nanoseconds. */
    static final long ANNOUNCE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final HubStart self;
    private final ClusterSettings settings;
    private final Members members;
    private final Announcements announcements;
    private final Interest interest = new Interest();
    private final ClusterDirectory directory;
    private final AnnouncementRepairs repairs;
    private final ClusterRequests requests;

    // Mutable state
    private State state = State.OFFLINE;
    private boolean joinedBefore;
    private long beatAt = Long.MAX_VALUE;
    private long announceAt;
    private long lost;
    private long duplicates;

    private enum State {
        /** There is no link. */
        OFFLINE,
        /** Others have been asked whether they object to this hub's name. */
        JOINING,
        JOINED,
        /** Another hub has this one's name. */
        REFUSED
    }

    public ClusterProtocol(HubStart self, ClusterSettings settings) {
        this.self = self;
        this.settings = settings;
        this.members = new Members(settings.deadline());
        this.announcements = new Announcements(self);
        this.directory = new ClusterDirectory(new Member(self, 0), settings.accepts(), interest);
        this.repairs = new AnnouncementRepairs(self, announcements, directory);
        this.requests = new ClusterRequests(self, settings.deadline());
    }

    /** Returns this hub's run. */
    public HubStart self() {
        return self;
    }

    /** Whether there is a link, and this hub has its name in the cluster. */
    public boolean isJoined() {
        return state == State.JOINED;
    }

    /** Returns what has happened. */
    public ClusterCounts counts() {
        return new ClusterCounts(repairs.count(), lost, duplicates, directory.refused());
    }

    /** Returns the other hubs. */
    public List<HubPresence> hubs() {
        return members.all().stream().map(Member::presence).toList();
    }

    /** Whether another hub has this name. */
    public boolean isHub(String name) {
        return members.has(name);
    }

    /** Returns the plugins of other hubs, with the names of those; none before this hub may ask them anything. */
    public Map<String, String> remotePlugins() {
        return state == State.JOINING ? Map.of() : directory.remotePlugins();
    }

    /** Returns those of them that are not connected to their hubs. */
    public List<String> awayPlugins() {
        return state == State.JOINING ? List.of() : directory.awayPlugins();
    }

    /** Returns the other hub that has this plugin, or {@code null}, as {@link #remotePlugins}. */
    public @Nullable String home(String plugin) {
        Member member = state == State.JOINING ? null : directory.home(plugin);
        return member == null ? null : member.hub();
    }

    /** Returns the other hub at which a plugin of this name is connected, or {@code null}. */
    public @Nullable String holder(String plugin) {
        Member member = directory.holder(plugin);
        return member == null ? null : member.hub();
    }

    /** Returns the prefixes under which other hubs want broadcasts of this source. */
    public List<String> interest(String source) {
        return state == State.JOINED ? interest.of(source) : List.of();
    }

    /** A plugin is in the registry here, connected or not. */
    public void present(String plugin, boolean live, long now) {
        announcements.add(directory.here(plugin, live, settings.millis(now)));
    }

    /** A plugin has left the registry here. */
    public void left(String plugin) {
        announcements.add(directory.left(plugin));
    }

    /** A plugin is connected here that was refused its name: {@link ClusterAction.Free} follows when that is free. */
    public void await(String plugin, boolean wanted) {
        directory.await(plugin, wanted);
    }

    /** A subscriber here wants broadcasts whose source begins with this, or no longer. */
    public void want(String prefix, boolean wanted) {
        interest.want(prefix, wanted);
    }

    /** Other names of plugins are accepted from now on than before. */
    public List<ClusterAction> recheck() {
        List<ClusterAction> actions = new ArrayList<>();
        members.all().forEach(member -> actions.addAll(directory.recheck(member)));
        return actions;
    }

    /** Messages can be sent and come from now on. */
    public List<ClusterAction> linkUp(long now) {
        beatAt = now;
        if (joinedBefore) {
            state = State.JOINED;
            return List.of();
        }
        state = State.JOINING;
        beatAt = now + HELLO_NANOS;
        return List.of(new Announce(new Hello(self)));
    }

    /** No messages can be sent from now on. */
    public List<ClusterAction> linkDown() {
        state = State.OFFLINE;
        beatAt = Long.MAX_VALUE;
        return List.of();
    }

    /** This hub ends. */
    public List<ClusterAction> close() {
        return state == State.JOINED ? List.of(new Announce(new Bye(self))) : List.of();
    }

    /**
     * A plugin here asks one of another hub: returns the message, to be sent now; or {@code null} if there is no way to
     * it.
     */
    public @Nullable Send ask(RequestKey key, long now) {
        Member member = state == State.JOINED ? directory.home(key.target()) : null;
        return member == null ? null : new Send(member.hub(), requests.ask(member, key, now));
    }

    /** A request could not be sent: it waits for no reply. */
    public void unsent(String hub, Request request) {
        for (Member member : members.all()) {
            if (member.hub().equals(hub)) {
                RequestKey unused = ClusterRequests.answered(member, request.number());
            }
        }
    }

    /**
     * A plugin here answers one of another hub: returns what is to be sent, or {@code null} if no request waits for it.
     */
    public @Nullable Send answered(RequestKey key) {
        return requests.answer(key);
    }

    /** Another hub says something. */
    public List<ClusterAction> receive(ClusterMessage message, long now) {
        if (state == State.REFUSED || message.from().equals(self)) {
            return List.of();
        }
        if (message.from().hub().equals(self.hub())) {
            return receiveNamesake(message, now);
        }
        if (message instanceof Hello || message instanceof Taken) {
            return List.of();
        }
        List<ClusterAction> actions = new ArrayList<>();
        Member member = meet(message, now, actions);
        if (member == null) {
            return actions;
        }
        if (message instanceof Bye) {
            end(member, actions);
            return actions;
        }
        receive(member, message, now, actions);
        return actions;
    }

    /** Time has passed. */
    public List<ClusterAction> tick(long now) {
        List<ClusterAction> actions = new ArrayList<>();
        for (Member silent = members.silent(now); silent != null; silent = members.silent(now)) {
            end(silent, actions);
        }
        if (beatAt <= now) {
            if (state == State.REFUSED) {
                return linkUp(now);
            }
            state = State.JOINED;
            joinedBefore = true;
        }
        actions.addAll(directory.settle());
        if (isAnnouncementDue(now)) {
            announce(actions);
            announceAt = now + ANNOUNCE_NANOS;
        }
        if (beatAt <= now) {
            beat(now, actions);
            beatAt = now + settings.beatInterval();
        }
        return actions;
    }

    /** Returns when {@link #tick} is due next; {@link Long#MAX_VALUE} for never. */
    public long nextDeadline() {
        long next = Math.min(beatAt, members.nextDeadline());
        return isAnythingUnsaid() || directory.isAnythingUnsettled() ? Math.min(next, announceAt) : next;
    }

    private boolean isAnythingUnsaid() {
        return state == State.JOINED && (announcements.isAnythingUnsaid() || interest.isChanged());
    }

    private boolean isAnnouncementDue(long now) {
        return isAnythingUnsaid() && announceAt <= now;
    }

    private void announce(List<ClusterAction> actions) {
        if (interest.isChanged()) {
            actions.addAll(interest.announce(announcements));
        }
        announcements.take().forEach(changes -> actions.add(new Announce(changes)));
    }

    private void beat(long now, List<ClusterAction> actions) {
        actions.add(new Announce(new Beat(self, announcements.state())));
        Member next = members.nextToPing(now);
        if (next != null) {
            actions.add(new Send(next.hub(), new Ping(self, now)));
        }
        for (Member member : members.all()) {
            addFailures(requests.inquire(member, now), actions);
        }
    }

    /** A hub of this one's name says something: another one, or this one before it was started again. */
    private List<ClusterAction> receiveNamesake(ClusterMessage message, long now) {
        if (message instanceof Taken taken && taken.newcomer() == self.epoch()) {
            List<ClusterAction> actions = new ArrayList<>();
            List.copyOf(members.all()).forEach(member -> end(member, actions));
            state = State.REFUSED;
            joinedBefore = false;
            beatAt = now + REFUSED_NANOS;
            actions.add(new ClusterAction.Refused(self.hub()));
            return actions;
        }
        // One that is about to join comes later, whatever its clock says.
        boolean isNew = state == State.JOINED && message instanceof Hello;
        boolean comesLater = isNew || message.from().epoch() > self.epoch();
        return comesLater && (message instanceof Hello || message instanceof Beat)
                ? List.of(new Announce(new Taken(self, message.from().epoch())))
                : List.of();
    }

    /** Returns the hub that has said something, or {@code null} if it is not to be heard. */
    private @Nullable Member meet(ClusterMessage message, long now, List<ClusterAction> actions) {
        HubStart from = message.from();
        Member known = members.hear(from, now);
        if (known != null && known.start().epoch() >= from.epoch()) {
            return known.start().equals(from) ? known : null;
        }
        if (known != null) {
            end(known, actions);
        }
        if (members.isFull() || message instanceof Bye) {
            return null;
        }
        actions.add(new ClusterAction.Met(from));
        if (state == State.JOINED) {
            actions.add(new Send(from.hub(), new Beat(self, announcements.state())));
        }
        return members.add(from, now);
    }

    private void end(Member member, List<ClusterAction> actions) {
        members.remove(member);
        addFailures(requests.end(member), actions);
        actions.addAll(directory.remove(member));
        actions.add(new ClusterAction.Lost(member.start()));
    }

    private void receive(Member member, ClusterMessage message, long now, List<ClusterAction> actions) {
        if (message instanceof Beat beat) {
            actions.addAll(repairs.compare(member, beat.state(), now));
        } else if (message instanceof Changes changes) {
            actions.addAll(repairs.apply(member, changes, now));
        } else if (message instanceof Ask ask) {
            actions.addAll(repairs.answer(member, ask, now));
        } else if (message instanceof Snapshot part) {
            actions.addAll(repairs.apply(member, part));
        } else if (message instanceof Request request) {
            receiveRequest(member, request, actions);
        } else if (message instanceof Reply reply) {
            RequestKey key = ClusterRequests.answered(member, reply.number());
            if (key != null) {
                actions.add(new ClusterAction.Answer(key));
            }
        } else if (message instanceof Inquiry inquiry) {
            actions.add(new Send(member.hub(), requests.find(member, inquiry)));
        } else if (message instanceof Findings findings) {
            addFailures(requests.found(member, findings, now), actions);
        } else if (message instanceof Ping ping) {
            actions.add(new Send(member.hub(), new Pong(self, ping.sentAt())));
        } else if (message instanceof Pong pong) {
            member.roundTrip = Math.max(0, now - pong.sentAt());
        }
    }

    private void receiveRequest(Member member, Request request, List<ClusterAction> actions) {
        if (request.to() != self.epoch()) {
            return; // its hub takes this one for the run before
        }
        if (!members.seen(member.start()).add(request.number())) {
            duplicates++;
            return;
        }
        requests.serve(member, request);
        actions.add(new ClusterAction.Deliver(request.key()));
    }

    private void addFailures(List<ClusterAction> more, List<ClusterAction> actions) {
        lost += more.stream().filter(ClusterAction.Fail.class::isInstance).count();
        actions.addAll(more);
    }
}
