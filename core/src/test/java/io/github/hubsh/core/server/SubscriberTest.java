package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a subscriber has lost is counted for those that ask. */
final class SubscriberTest {
    private final Subscriber subscriber = new Subscriber(ServerLimits.DEFAULTS);

    @Test
    void who_does_not_ask_is_not_counted_for() {
        subscriber.lose();
        assertThat(subscriber.lost()).isZero();
    }

    @Test
    void who_asks_is_counted_for_until_the_notice() {
        subscriber.lose();
        subscriber.wantNotices(true);
        subscriber.lose();
        subscriber.lose();
        assertThat(subscriber.lost()).isEqualTo(2);
        subscriber.noticed();
        assertThat(subscriber.lost()).isZero();
    }

    @Test
    void who_no_longer_asks_is_not_counted_for() {
        subscriber.wantNotices(true);
        subscriber.lose();
        subscriber.wantNotices(false);
        subscriber.lose();
        assertThat(subscriber.lost()).isZero();
    }
}
