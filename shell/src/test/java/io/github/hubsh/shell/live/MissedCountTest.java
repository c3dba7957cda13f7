package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.plugin.BroadcastLossListener;
import io.github.hubsh.shell.session.network.MissedBroadcasts;
import org.junit.jupiter.api.Test;

final class MissedCountTest {
    private final MissedCount count = new MissedCount();

    @Test
    void what_is_lost_is_added_up_until_it_is_taken() {
        assertThat(count.isNone()).isTrue();
        count.inShell();
        count.inShell();
        count.atHub(40);
        count.atHub(2);
        count.atHub(BroadcastLossListener.UNKNOWN);
        assertThat(count.isNone()).isFalse();
        assertThat(count.take()).isEqualTo(new MissedBroadcasts(2, 42, 1));
        assertThat(count.take()).isEqualTo(MissedBroadcasts.NONE);
    }
}
