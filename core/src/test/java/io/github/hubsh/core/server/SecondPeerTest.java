package io.github.hubsh.core.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.testkit.ChannelPeer;
import io.github.hubsh.core.zmtp.Command.Ping;
import io.github.hubsh.core.zmtp.ZmtpException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A second peer of a name that comes again as soon as it is refused. */
final class SecondPeerTest {
    /** Longer than the first peer may take to answer. */
    private static final long SOME_TIMEOUTS = TimeUnit.MILLISECONDS.toNanos(900);

    @Test
    void the_time_to_answer_for_one_second_peer_does_not_end_while_the_first_is_asked_for_the_next() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (WatchedRouter router = new WatchedRouter("second-peer-test", ServerLimits.DEFAULTS);
                ChannelPeer first = router.connect("twin")) {
            first.handshake();
            Thread answering = new Thread(() -> answerPings(first));
            answering.setDaemon(true);
            answering.start();
            router.loop().schedule(() -> over.set(true), SOME_TIMEOUTS);
            while (!over.get()) {
                try (ChannelPeer second = router.connect("twin")) {
                    assertThatThrownBy(second::handshake).isInstanceOf(IOException.class);
                }
            }
            assertThat(router.hasEnded()).isFalse();
        }
    }

    private static void answerPings(ChannelPeer peer) {
        try {
            while (true) {
                peer.send(((Ping) peer.next()).pong());
            }
        } catch (IOException | ZmtpException over) {
            // The connection is closed.
        }
    }
}
