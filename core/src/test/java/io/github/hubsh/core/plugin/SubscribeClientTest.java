package io.github.hubsh.core.plugin;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.testkit.FakeTransport;
import io.github.hubsh.core.testkit.FakeTransport.FakeSocket;
import io.github.hubsh.core.transport.Delivery;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.Frames;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.wire.LossNotice;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Every option of a subscription reaches the subscribe socket. */
final class SubscribeClientTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Endpoint HUB = Endpoint.tcp("127.0.0.1", 3);

    private final FakeTransport transport = new FakeTransport((socket, frames) -> Delivery.SENT);
    private final List<Integer> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch proceed = new CountDownLatch(1);

    @Test
    void sources_high_water_mark_and_buffer_are_set_before_it_connects() {
        SubscribeOptions options = new SubscribeOptions(List.of("ui", "pump"))
                .withReceiveHighWaterMark(7)
                .withReceiveBufferBytes(65536);
        try (SubscribeClient client = open(options)) {
            assertThat(client).isNotNull();
            assertThat(socket().subscriptions()).containsExactly("\0hubsh-lost", "ui", "pump");
            assertThat(socket().limits()).containsExactly(7, 65536);
        }
    }

    @Test
    void by_default_the_mark_is_high_and_the_buffer_is_the_systems() {
        try (SubscribeClient client = open(SubscribeOptions.ALL)) {
            assertThat(client).isNotNull();
            assertThat(socket().limits()).containsExactly(SubscribeOptions.DEFAULT_RECEIVE_HIGH_WATER_MARK, 0);
        }
    }

    @Test
    void conflated_of_what_waits_only_the_newest_is_passed_on() {
        try (SubscribeClient client = open(SubscribeOptions.ALL.withConflated(true))) {
            arriveWhileTheFirstIsTaken();
            eventually(() -> heard.contains(4), TIMEOUT);
            assertThat(heard).containsExactly(1, 4);
            client.subscribe("more");
            eventually(() -> socket().subscriptions().contains("more"), TIMEOUT);
        }
    }

    @Test
    void not_conflated_all_are_passed_on() {
        try (SubscribeClient client = open(SubscribeOptions.ALL)) {
            assertThat(client).isNotNull();
            arriveWhileTheFirstIsTaken();
            eventually(() -> heard.contains(4), TIMEOUT);
            assertThat(heard).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void notices_of_losses_come_between_the_broadcasts_and_a_new_connection_is_a_loss_of_unknown_size() {
        try (SubscribeClient client = open(SubscribeOptions.ALL)) {
            assertThat(client).isNotNull();
            proceed.countDown();
            notice("0");
            socket().arrive(new byte[] {1});
            notice("40");
            notice("odd");
            socket().arrive(new byte[] {2});
            notice("0");
            notice("2");
            socket().arrive(new byte[] {3});
            eventually(() -> heard.contains(3), TIMEOUT);
            assertThat(heard).containsExactly(1, -40, 2, (int) -BroadcastLossListener.UNKNOWN, -2, 3);
        }
    }

    @Test
    void a_new_connection_after_the_hub_was_lost_is_no_loss_of_its_own() {
        try (SubscribeClient client = open(SubscribeOptions.ALL)) {
            proceed.countDown();
            notice("0");
            socket().arrive(new byte[] {1});
            eventually(() -> heard.contains(1), TIMEOUT);
            client.abandon();
            notice("0");
            socket().arrive(new byte[] {2});
            eventually(() -> heard.contains(2), TIMEOUT);
            assertThat(heard).containsExactly(1, 2);
        }
    }

    @Test
    void what_is_conflated_needs_no_notices() {
        try (SubscribeClient client = open(SubscribeOptions.ALL.withConflated(true))) {
            assertThat(client).isNotNull();
            assertThat(socket().subscriptions()).containsExactly("");
        }
    }

    @Test
    void sizes_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> SubscribeOptions.ALL.withReceiveHighWaterMark(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SubscribeOptions.ALL.withReceiveBufferBytes(-1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sources_come_and_go_and_the_other_options_stay() {
        SubscribeOptions options = SubscribeOptions.NONE.withReceiveHighWaterMark(7);
        assertThat(options.plus("a").plus("a").minus("a").sources()).containsExactly("a");
        assertThat(options.plus("a").receiveHighWaterMark()).isEqualTo(7);
        assertThat(options.minus("never there")).isEqualTo(options);
    }

    private void arriveWhileTheFirstIsTaken() {
        socket().arrive(new byte[] {1});
        eventually(() -> heard.contains(1), TIMEOUT);
        for (byte i = 2; i <= 4; i++) {
            socket().arrive(new byte[] {i});
        }
        proceed.countDown();
    }

    private SubscribeClient open(SubscribeOptions options) {
        return new SubscribeClient(transport, "me", HUB, options, new Listener(), failure -> {
            throw new AssertionError(failure);
        });
    }

    private void notice(String digits) {
        socket().arrive(LossNotice.topic(), digits.getBytes(UTF_8));
    }

    /** Notes the first byte of each broadcast, and losses as negative numbers. */
    private final class Listener implements BroadcastReceiver {
        @Override
        public void received(Frames frames) {
            heard.add((int) frames.get(0)[0]);
            try {
                proceed.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void lost(long count) {
            heard.add((int) -count);
        }
    }

    private FakeSocket socket() {
        return transport.sockets(SocketType.SUB).get(0);
    }
}
