package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MemoryBudgetTest {
    private static final long LIMIT = 8 << 20;

    private final MemoryBudget budget = new MemoryBudget(LIMIT);

    @Test
    void what_is_taken_is_counted_until_it_is_given_back() {
        budget.take(LIMIT - 1);
        assertThat(budget.isFull()).isFalse();
        budget.take(1);
        assertThat(budget.isFull()).isTrue();
        assertThat(budget.used()).isEqualTo(LIMIT);
        budget.give(LIMIT);
        assertThat(budget.used()).isZero();
    }

    @Test
    void broadcasts_have_a_quarter() {
        budget.take(LIMIT / 4 - 1);
        assertThat(budget.hasRoomForBroadcasts()).isTrue();
        budget.take(1);
        assertThat(budget.hasRoomForBroadcasts()).isFalse();
    }

    @Test
    void it_is_not_too_small_to_work() {
        assertThatThrownBy(() -> new MemoryBudget(MemoryBudget.MIN_BYTES - 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1048576 bytes");
        assertThat(MemoryBudget.defaultBytes())
                .isBetween(MemoryBudget.MIN_BYTES, Runtime.getRuntime().maxMemory() / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {MemoryBudget.MIN_BYTES, 32 << 20, 128 << 20, 1L << 40})
    void limits_of_one_peer_fit_into_the_budget(long bytes) {
        ServerLimits limits = ServerLimits.within(bytes);
        assertThat(limits.zmtp().messages().maxMessageBytes())
                .isLessThanOrEqualTo((int) Math.min(64 << 20, bytes / 4 * 3));
        assertThat(limits.zmtp().messages().maxFrameBytes())
                .isLessThanOrEqualTo(limits.zmtp().messages().maxMessageBytes());
        assertThat((long) limits.maxUnsentBytes()).isLessThanOrEqualTo(bytes / 4);
    }

    @Test
    void half_of_a_heap_of_256_megabytes_takes_messages_of_64() {
        assertThat(ServerLimits.within(120 << 20).zmtp().messages().maxMessageBytes())
                .isEqualTo(64 << 20);
    }
}
