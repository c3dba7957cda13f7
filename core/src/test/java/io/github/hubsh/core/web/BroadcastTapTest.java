package io.github.hubsh.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A flood of broadcasts. */
final class BroadcastTapTest {
    private final BroadcastTap tap = new BroadcastTap(Clock.systemUTC());
    private final AtomicInteger copies = new AtomicInteger();

    @Test
    void what_comes_to_a_full_queue_is_counted_and_not_copied() {
        for (int i = 0; i < 1_000; i++) {
            add(i);
        }

        assertThat(tap.take())
                .extracting(SeenBroadcast::textBytes)
                .startsWith(0, 1)
                .hasSize(BroadcastTap.MAX_WAITING);
        assertThat(copies).hasValue(BroadcastTap.MAX_WAITING);
        assertThat(tap.unshown()).isEqualTo(1_000 - BroadcastTap.MAX_WAITING);
    }

    @Test
    void there_is_room_again_when_they_were_taken() {
        add(1);
        assertThat(tap.take()).hasSize(1);
        add(2);

        assertThat(tap.take()).extracting(SeenBroadcast::textBytes).containsExactly(2);
        assertThat(tap.take()).isEmpty();
    }

    private void add(int bytes) {
        tap.add(() -> {
            copies.incrementAndGet();
            return new SeenBroadcast(FakeWatchedHub.NOON, List.of(), bytes);
        });
    }
}
