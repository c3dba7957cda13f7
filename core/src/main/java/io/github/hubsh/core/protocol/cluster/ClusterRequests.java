package io.github.hubsh.core.protocol.cluster;

import io.github.hubsh.core.protocol.cluster.ClusterAction.Fail;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Findings;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Inquiry;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Reply;
import io.github.hubsh.core.protocol.cluster.ClusterMessage.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The requests between hubs.
 *
 * <p>A request is sent once, and so is its reply: what the way between loses is lost. So a hub asks the other one, for
 * each of its requests that is older than a second, whether it is under way there. If it is not, or if there is no
 * answer within the deadline, the request ends with an error.
 */
final class ClusterRequests {
    /** How old a request is before the other hub is asked about it, in nanoseconds. */
    static final long MIN_INQUIRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How many numbers one message has. */
    static final int MAX_NUMBERS = 1000;

    private final HubStart self;
    private final long deadline;

    // Mutable state
    /** Several of one key, if a plugin uses a session twice. */
    private final Map<RequestKey, List<ServedRequest>> served = new HashMap<>();

    private long lastNumber;

    ClusterRequests(HubStart self, long deadline) {
        this.self = self;
        this.deadline = deadline;
    }

    /** A plugin here asks one of another hub. */
    Request ask(Member member, RequestKey key, long now) {
        AskedRequest asked = new AskedRequest(++lastNumber, key, now);
        member.asked.put(asked.number(), asked);
        return new Request(self, member.start().epoch(), asked.number(), key);
    }

    /** Returns what a reply is for, and forgets it; {@code null} if no request waits for it. */
    static @Nullable RequestKey answered(Member member, long number) {
        AskedRequest asked = member.asked.remove(number);
        return asked == null ? null : asked.key();
    }

    /** A plugin of another hub asks one here. */
    void serve(Member member, Request request) {
        ServedRequest entry = new ServedRequest(member, request.number(), request.key());
        served.computeIfAbsent(request.key(), key -> new ArrayList<>(1)).add(entry);
        member.served.put(request.number(), entry);
    }

    /** Returns how a plugin's answer travels, or {@code null} if no other hub waits for it; from now on none does. */
    ClusterAction.@Nullable Send answer(RequestKey key) {
        List<ServedRequest> entries = served.get(key);
        if (entries == null) {
            return null;
        }
        ServedRequest entry = entries.remove(entries.size() - 1);
        if (entries.isEmpty()) {
            served.remove(key);
        }
        entry.member().served.remove(entry.number());
        return new ClusterAction.Send(entry.member().hub(), new Reply(self, entry.number()));
    }

    /** Asks about the requests that are not new, and ends those that nothing was heard of. */
    List<ClusterAction> inquire(Member member, long now) {
        List<ClusterAction> actions = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        List<AskedRequest> silent = new ArrayList<>();
        for (AskedRequest asked : member.asked.values()) {
            if (now - asked.since() < MIN_INQUIRY_NANOS) {
                break;
            }
            if (now - asked.confirmedAt() > deadline) {
                silent.add(asked);
            } else {
                numbers.add(asked.number());
            }
        }
        for (AskedRequest asked : silent) {
            actions.add(fail(member, asked, FailureCause.UNCONFIRMED));
        }
        for (int from = 0; from < numbers.size(); from += MAX_NUMBERS) {
            List<Long> part = numbers.subList(from, Math.min(numbers.size(), from + MAX_NUMBERS));
            actions.add(new ClusterAction.Send(member.hub(), new Inquiry(self, part)));
        }
        return actions;
    }

    /** Says which requests of another hub are under way here. */
    Findings find(Member member, Inquiry inquiry) {
        List<Long> underWay = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (Long number : inquiry.numbers()) {
            (member.served.containsKey(number) ? underWay : unknown).add(number);
        }
        return new Findings(self, underWay, unknown);
    }

    /** Another hub says which requests are under way there. */
    List<ClusterAction> found(Member member, Findings findings, long now) {
        for (Long number : findings.underWay()) {
            AskedRequest asked = member.asked.get(number);
            if (asked != null) {
                asked.confirm(now);
            }
        }
        List<ClusterAction> actions = new ArrayList<>();
        for (Long number : findings.unknown()) {
            AskedRequest asked = member.asked.get(number);
            if (asked != null) {
                actions.add(fail(member, asked, FailureCause.LOST));
            }
        }
        return actions;
    }

    /** A hub is gone: requests to it end with an error, and the replies to its own have no receiver. */
    List<ClusterAction> end(Member member) {
        List<ClusterAction> actions = new ArrayList<>();
        for (AskedRequest asked : List.copyOf(member.asked.values())) {
            actions.add(fail(member, asked, FailureCause.HUB_GONE));
        }
        Set<String> requesters = new LinkedHashSet<>();
        for (ServedRequest entry : member.served.values()) {
            requesters.add(entry.key().requester());
            served.computeIfPresent(entry.key(), (key, entries) -> withoutThose(entries, member));
        }
        member.served.clear();
        requesters.forEach(plugin -> actions.add(new ClusterAction.RequesterGone(plugin)));
        return actions;
    }

    private static Fail fail(Member member, AskedRequest asked, FailureCause cause) {
        member.asked.remove(asked.number());
        return new Fail(asked.key(), member.hub(), cause);
    }

    private static @Nullable List<ServedRequest> withoutThose(List<ServedRequest> entries, Member member) {
        entries.removeIf(entry -> entry.member() == member);
        return entries.isEmpty() ? null : entries;
    }
}
