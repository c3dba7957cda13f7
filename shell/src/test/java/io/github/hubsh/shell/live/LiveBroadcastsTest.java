package io.github.hubsh.shell.live;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.SubscribeOptions;
import io.github.hubsh.core.testkit.FakeHub;
import io.github.hubsh.core.testkit.FakeTransport;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.wire.BroadcastFrames;
import io.github.hubsh.core.wire.LossNotice;
import io.github.hubsh.core.wire.MessageWriter;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.HubIdentity;
import io.github.hubsh.shell.session.network.MissedBroadcasts;
import io.github.hubsh.shell.session.network.TimedBroadcast;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Broadcasts on their way to one listener, from a plugin that hears what the test says. */
@Timeout(60)
final class LiveBroadcastsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Instant TEN = Instant.parse("2024-01-01T10:00:00Z");
    private static final HubIdentity HUB = new HubIdentity("tcp://lab:31000", "hub", "me");

    private final Messages messages = Messages.create();
    private final FakeTransport transport = new FakeTransport(new FakeHub());
    private final Plugin plugin = new Plugin("me", "tcp://127.0.0.1:1", SubscribeOptions.NONE, transport);
    private final LongAdder dropped = new LongAdder();
    private final List<Message> learned = new ArrayList<>();
    private final List<LiveBroadcasts> closed = new ArrayList<>();

    @AfterEach
    void close() {
        plugin.close();
    }

    @Test
    void what_is_heard_comes_in_order_with_its_text_and_is_learned_from() {
        LiveBroadcasts heard = listen(BroadcastFilter.EVERYTHING);
        assertThat(heard.isReady()).isFalse();
        Message first = request("pump");
        Message second = request("lamp");

        publish(first);
        publish(second);

        assertThat(heard.isReady()).isTrue();
        TimedBroadcast taken = next(heard);
        assertThat(taken.message()).isEqualTo(first);
        assertThat(taken.raw()).isEqualTo(new String(MessageWriter.write(first), UTF_8));
        assertThat(next(heard).message()).isEqualTo(second);
        assertThat(heard.isReady()).isFalse();
        assertThat(learned).containsExactly(first, second);
        assertThat(heard.next(Duration.ZERO)).isNull();
    }

    @Test
    void only_what_is_wanted_waits_and_only_its_source_is_subscribed_to() {
        LiveBroadcasts heard = listen(new BroadcastFilter("pump", null, "execute_request"));
        assertThat(plugin.subscribeOptions().sources()).containsExactly("pump");

        publish(request("lamp"));
        assertThat(heard.isReady()).isFalse();

        publish(request("pump"));
        assertThat(next(heard).message().source()).isEqualTo("pump");
        assertThat(learned).hasSize(1);
    }

    @Test
    void a_message_that_is_not_what_its_frames_say_is_learned_from_and_not_shown() {
        LiveBroadcasts heard = listen(new BroadcastFilter("pump", null, null));
        Message other = request("lamp");

        plugin.onSubscribeReceived(BroadcastFrames.of("pump", "hub", "execute_request", MessageWriter.write(other))
                .frames());

        assertThat(heard.next(TIMEOUT)).isNull();
        assertThat(learned).containsExactly(other);
        assertThat(heard.lastMissed()).isEqualTo(MissedBroadcasts.NONE);
    }

    @Test
    void what_cannot_be_read_is_missed() {
        LiveBroadcasts heard = listen(BroadcastFilter.EVERYTHING);

        publish("pump", "{");

        assertThat(heard.next(TIMEOUT)).isNull();
        assertThat(learned).isEmpty();
        assertThat(heard.missed()).isEqualTo(new MissedBroadcasts(1, 0, 0));
        assertThat(heard.missed()).isEqualTo(MissedBroadcasts.NONE);
        assertThat(dropped.sum()).isEqualTo(1);
    }

    @Test
    void what_does_not_fit_is_missed_and_said_after_what_came_before_it() {
        long start = System.nanoTime();
        LiveBroadcasts heard = listen(new BroadcastFilter(null, null, null, 1));
        publish(request("pump"));
        publish(request("pump"));
        publish(request("pump"));

        MissedBroadcasts early = heard.missed();
        // A flood that lasts for a second is another case, and so is a machine that is as slow.
        if (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(1)) {
            assertThat(early).isEqualTo(MissedBroadcasts.NONE);
            assertThat(next(heard)).isNotNull();
            assertThat(heard.missed()).isEqualTo(new MissedBroadcasts(2, 0, 0));
        }
        assertThat(dropped.sum()).isEqualTo(2);
    }

    @Test
    void in_a_flood_what_is_missed_is_said_from_time_to_time() {
        LiveBroadcasts heard = listen(new BroadcastFilter(null, null, null, 1));
        publish(request("pump"));
        publish(request("pump"));
        List<MissedBroadcasts> said = new ArrayList<>();

        eventually(
                () -> {
                    said.add(heard.missed());
                    return !said.get(said.size() - 1).areNone();
                },
                TIMEOUT);

        assertThat(heard.isReady()).isTrue();
        assertThat(said.get(said.size() - 1)).isEqualTo(new MissedBroadcasts(1, 0, 0));
    }

    @Test
    void at_the_end_what_is_missed_is_said_at_once() {
        LiveBroadcasts heard = listen(new BroadcastFilter(null, null, null, 1));
        publish(request("pump"));
        publish(request("pump"));

        assertThat(heard.lastMissed()).isEqualTo(new MissedBroadcasts(1, 0, 0));
        assertThat(heard.lastMissed()).isEqualTo(MissedBroadcasts.NONE);
    }

    @Test
    void what_the_hub_has_dropped_wakes_the_listener_and_is_not_ours() {
        LiveBroadcasts heard = listen(BroadcastFilter.EVERYTHING);
        plugin.reset(TIMEOUT);

        transport.sockets(SocketType.SUB).get(0).arrive(LossNotice.write(3).toArray(new byte[0][]));

        assertThat(heard.next(TIMEOUT)).isNull();
        assertThat(heard.missed()).isEqualTo(new MissedBroadcasts(0, 3, 0));
        assertThat(dropped.sum()).isZero();
    }

    @Test
    void where_it_is_stopped_nothing_is_heard_any_more() {
        LiveBroadcasts heard = listen(BroadcastFilter.EVERYTHING);
        heard.stopAt(plugin);
        assertThat(plugin.subscribeOptions().sources()).isEmpty();

        publish(request("pump"));

        assertThat(heard.isReady()).isFalse();
    }

    @Test
    void what_happens_to_the_hub_comes_between_the_broadcasts() {
        LiveBroadcasts heard = listen(BroadcastFilter.EVERYTHING);
        publish(request("pump"));
        heard.happened(event(HubEvent.Kind.LOST));
        heard.happened(event(HubEvent.Kind.BACK));

        assertThat(next(heard)).isNotNull();
        assertThat(heard.hubEvents()).isEmpty();
        assertThat(heard.next(TIMEOUT)).isNull();
        assertThat(heard.next(TIMEOUT)).isNull();
        assertThat(heard.hubEvents()).containsExactly(event(HubEvent.Kind.LOST), event(HubEvent.Kind.BACK));
        assertThat(heard.hubEvents()).isEmpty();
    }

    @Test
    void a_hub_that_is_overdue_ends_the_listening() {
        LiveBroadcasts heard = listen(BroadcastFilter.EVERYTHING);
        heard.happened(event(HubEvent.Kind.OVERDUE));

        assertThatThrownBy(() -> heard.next(TIMEOUT))
                .isInstanceOfSatisfying(
                        ShellException.class, end -> assertThat(end.problem()).isEqualTo(Problem.HUB_LOST));
        assertThat(heard.hubEvents()).isEmpty();
    }

    /** A listener that shows no events never asks for them. */
    @Test
    void of_events_without_a_reader_the_newest_are_kept() {
        LiveBroadcasts heard = listen(BroadcastFilter.EVERYTHING);
        for (int i = 0; i < BroadcastQueue.MAX_EVENTS; i++) {
            heard.happened(event(HubEvent.Kind.LOST));
            assertThat(heard.next(TIMEOUT)).isNull();
        }
        heard.happened(event(HubEvent.Kind.BACK));
        assertThat(heard.next(TIMEOUT)).isNull();

        assertThat(heard.hubEvents()).hasSize(BroadcastQueue.MAX_EVENTS).endsWith(event(HubEvent.Kind.BACK));
    }

    @Test
    void an_event_that_does_not_fit_is_missed() {
        LiveBroadcasts heard = listen(BroadcastFilter.EVERYTHING);
        for (int i = 0; i <= BroadcastQueue.MAX_EVENTS; i++) {
            heard.happened(event(HubEvent.Kind.LOST));
        }

        assertThat(heard.lastMissed()).isEqualTo(new MissedBroadcasts(1, 0, 0));
        assertThat(dropped.sum()).isEqualTo(1);
    }

    @Test
    void a_listener_that_is_interrupted_is_stopped() {
        LiveBroadcasts heard = listen(BroadcastFilter.EVERYTHING);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> heard.next(TIMEOUT))
                .isInstanceOfSatisfying(
                        ShellException.class, end -> assertThat(end.problem()).isEqualTo(Problem.INTERRUPTED));

        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void who_closes_it_tells_its_owner() {
        LiveBroadcasts heard = listen(BroadcastFilter.EVERYTHING);

        heard.close();

        assertThat(closed).containsExactly(heard);
    }

    private LiveBroadcasts listen(BroadcastFilter filter) {
        LiveBroadcasts broadcasts = new LiveBroadcasts(filter, dropped, learned::add, closed::add);
        broadcasts.listenAt(plugin);
        return broadcasts;
    }

    private static TimedBroadcast next(LiveBroadcasts heard) {
        TimedBroadcast next = heard.next(TIMEOUT);
        assertThat(next).isNotNull();
        return next;
    }

    private Message request(String source) {
        return messages.executeRequest(source, "hub", "run", Payload.NONE);
    }

    private void publish(Message message) {
        plugin.onSubscribeReceived(
                BroadcastFrames.of(message, MessageWriter.write(message)).frames());
    }

    private void publish(String source, String text) {
        plugin.onSubscribeReceived(BroadcastFrames.of(source, "hub", "execute_request", text.getBytes(UTF_8))
                .frames());
    }

    private static HubEvent event(HubEvent.Kind kind) {
        return new HubEvent(kind, TEN, HUB);
    }
}
