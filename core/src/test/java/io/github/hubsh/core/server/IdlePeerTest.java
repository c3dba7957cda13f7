package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.ChannelPeer;
import io.github.hubsh.core.zmtp.Command.Ping;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A peer without messages in either direction. */
final class IdlePeerTest {
    private static final int ANSWERS = 2;

    private static final long IDLE_TIMEOUT = TimeUnit.SECONDS.toNanos(2);

    @Test
    void a_ping_that_was_just_written_is_nothing_that_the_peer_does_not_read() throws Exception {
        try (WatchedRouter router =
                        new WatchedRouter("idle-peer-test", ServerLimits.DEFAULTS.withIdleTimeout(IDLE_TIMEOUT));
                ChannelPeer idle = router.connect("idle")) {
            idle.handshake();
            // A loop that was busy for so long sends a PING and looks for what waits at one time.
            router.loop().execute(() -> LockSupport.parkNanos(IDLE_TIMEOUT * 2));
            for (int i = 0; i < ANSWERS; i++) {
                idle.send(((Ping) idle.next()).pong());
            }
            assertThat(router.loop().disconnected()).isZero();
            assertThat(router.hasEnded()).isFalse();
        }
    }
}
