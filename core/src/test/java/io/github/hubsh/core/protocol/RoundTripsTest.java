package io.github.hubsh.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RoundTripsTest {
    private static final long MAX_LIMIT = RoundTrips.LIMITS.get(RoundTrips.LIMITS.size() - 1);

    private final RoundTripCounter counter = new RoundTripCounter();

    @Test
    void no_reply_is_counted_as_none() {
        assertThat(counter.sum()).isSameAs(RoundTrips.NONE);
        assertThat(RoundTrips.NONE.count()).isZero();
    }

    @Test
    void a_reply_counts_within_its_limit_and_all_that_are_longer() {
        counter.add(RoundTrips.LIMITS.get(1));
        counter.add(RoundTrips.LIMITS.get(1) + 1);
        counter.add(MAX_LIMIT + 1);

        RoundTrips sum = counter.sum();
        assertThat(sum.within(0)).isZero();
        assertThat(sum.within(1)).isEqualTo(1);
        assertThat(sum.within(2)).isEqualTo(2);
        assertThat(sum.within(RoundTrips.LIMITS.size() - 1)).isEqualTo(2);
        assertThat(sum.count()).isEqualTo(3);
        assertThat(sum.nanos()).isEqualTo(2 * RoundTrips.LIMITS.get(1) + 1 + MAX_LIMIT + 1);
    }

    @Test
    void what_was_summed_does_not_change_later() {
        counter.add(1);
        RoundTrips before = counter.sum();
        counter.add(1);

        assertThat(before).isEqualTo(new RoundTrips(1, 1));
        assertThat(before.plus(counter.sum())).isEqualTo(new RoundTrips(3, 3));
    }

    @Test
    void the_limits_ascend() {
        assertThat(RoundTrips.LIMITS).isSorted().doesNotHaveDuplicates();
        assertThatThrownBy(() -> new RoundTrips(0, new long[RoundTrips.LIMITS.size() + 2]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
