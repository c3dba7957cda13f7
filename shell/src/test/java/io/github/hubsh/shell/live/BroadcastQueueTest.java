package io.github.hubsh.shell.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.plugin.Broadcast;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.wire.MalformedMessageException;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.HubIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Broadcasts wait in order, bounded in bytes. */
@Timeout(60)
final class BroadcastQueueTest {
    private static final Instant TEN = Instant.parse("2024-01-01T10:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final HubEvent LOST =
            new HubEvent(HubEvent.Kind.LOST, TEN, new HubIdentity("tcp://lab:31000", "hub", "me"));

    private final BroadcastQueue queue = new BroadcastQueue(BroadcastFilter.DEFAULT_ROOM);

    @Test
    void broadcasts_and_events_come_in_order() throws Exception {
        for (int i = 0; i < 1000; i++) {
            assertThat(queue.offer(TEN, broadcast(i))).isTrue();
        }
        assertThat(queue.offer(LOST)).isTrue();
        assertThat(queue.offer(TEN, broadcast(1000))).isTrue();
        for (int i = 0; i < 1000; i++) {
            assertThat(taken()).isEqualTo(i);
        }
        assertThat(poll(Duration.ZERO).event()).isEqualTo(LOST);
        assertThat(queue.isEmpty()).isFalse();
        assertThat(taken()).isEqualTo(1000);
        assertThat(queue.isEmpty()).isTrue();
        assertThat(poll(Duration.ZERO)).isNull();
    }

    @Test
    void what_does_not_fit_is_refused_until_something_is_taken() throws Exception {
        int size = 1 << 20;
        int count = 0;
        while (queue.offer(TEN, broadcast(size))) {
            count++;
        }
        assertThat(count).isEqualTo(BroadcastFilter.DEFAULT_ROOM / size - 1);
        assertThat(queue.offer(LOST)).isTrue();
        for (int i = 0; i < count; i++) {
            assertThat(taken()).isEqualTo(size);
        }
        assertThat(queue.offer(TEN, broadcast(size))).isTrue();
    }

    @Test
    void one_broadcast_fits_however_large_it_is() throws Exception {
        int size = (int) BroadcastFilter.DEFAULT_ROOM + 1;
        assertThat(queue.offer(TEN, broadcast(size))).isTrue();
        assertThat(queue.offer(TEN, broadcast(1))).isFalse();
        assertThat(taken()).isEqualTo(size);
        assertThat(queue.offer(TEN, broadcast(size))).isTrue();
    }

    @Test
    void events_are_bounded_in_number() throws Exception {
        for (int i = 0; i < BroadcastQueue.MAX_EVENTS; i++) {
            assertThat(queue.offer(LOST)).isTrue();
        }
        assertThat(queue.offer(LOST)).isFalse();
        assertThat(poll(Duration.ZERO)).isNotNull();
        assertThat(queue.offer(LOST)).isTrue();
    }

    @Test
    void a_taker_that_waits_gets_what_comes() throws Exception {
        CompletableFuture<Integer> taken = CompletableFuture.supplyAsync(() -> {
            try {
                return taken();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        queue.offer(TEN, broadcast(7));
        assertThat(taken.get(30, TimeUnit.SECONDS)).isEqualTo(7);
    }

    @Test
    void a_taker_is_woken_once_also_before_it_waits() throws Exception {
        queue.wake();
        assertThat(poll(LONG)).isNull();
        assertThat(poll(Duration.ofNanos(1))).isNull();
    }

    private BroadcastQueue.Entry poll(Duration wait) throws InterruptedException {
        queue.await(wait);
        return queue.poll();
    }

    private int taken() throws InterruptedException {
        BroadcastQueue.Entry entry = poll(LONG);
        assertThat(entry).isNotNull();
        assertThat(entry.time()).isEqualTo(TEN);
        return entry.broadcast().size();
    }

    private static Broadcast broadcast(int size) {
        byte[] json = new byte[size];
        Arrays.fill(json, (byte) ' ');
        try {
            return Broadcast.of(
                    Frames.of("a".getBytes(UTF_8), "b".getBytes(UTF_8), "execute_request".getBytes(UTF_8), json));
        } catch (MalformedMessageException e) {
            throw new AssertionError(e);
        }
    }
}
