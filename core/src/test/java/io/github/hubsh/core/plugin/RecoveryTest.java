package io.github.hubsh.core.plugin;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.testkit.FakeHub;
import io.github.hubsh.core.testkit.FakeTransport;
import io.github.hubsh.core.testkit.FakeTransport.FakeSocket;
import io.github.hubsh.core.testkit.ManualClock;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.wire.MessageWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A plugin whose hub goes and comes again, without a network. */
final class RecoveryTest {
    /** The topic under which a hub of ours tells of losses. */
    private static final String LOSSES = "\0hubsh-lost";

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final ExecuteOptions PATIENT = ExecuteOptions.DEFAULT.withTimeout(TIMEOUT);

    private final FakeHub hub = new FakeHub();
    private final FakeTransport transport = new FakeTransport(hub);
    private final Plugin plugin = new Plugin("me", "tcp://127.0.0.1:1", new SubscribeOptions(List.of("ui")), transport);
    private final List<String> news = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        plugin.close();
    }

    @Test
    void a_request_under_way_fails_at_once_and_says_why() {
        reset();
        hub.hears(false);
        CompletableFuture<ExecuteReply> reply = plugin.executeAsync("other", "work", Map.of(), PATIENT);
        eventually(() -> !hub.ignored().isEmpty(), TIMEOUT);
        last(SocketType.ROUTER).loseConnection();
        assertThat(reply)
                .failsWithin(TIMEOUT)
                .withThrowableThat()
                .withCauseInstanceOf(HubUnreachableException.class)
                .withMessageContaining("the hub at tcp://127.0.0.1:1 has closed the connection");
        hub.hears(true);
    }

    @Test
    void it_registers_and_subscribes_again_on_new_sockets_and_closes_the_old_ones() {
        reset();
        plugin.subscribe("pump");
        FakeSocket command = last(SocketType.ROUTER);
        FakeSocket subscribe = last(SocketType.SUB);
        command.loseConnection();
        eventually(() -> news.contains("recovered"), TIMEOUT);
        assertThat(news).containsExactly("lost the hub at tcp://127.0.0.1:1 has closed the connection", "recovered");
        assertThat(command.isClosed()).isTrue();
        assertThat(subscribe.isClosed()).isTrue();
        assertThat(last(SocketType.SUB).subscriptions()).containsExactly(LOSSES, "ui", "pump");
        assertThat(last(SocketType.ROUTER).isClosed()).isFalse();
        assertThat(plugin.isConnected()).isTrue();
        assertThat(plugin.executeForReply("other", "work", Map.of(), PATIENT).command())
                .isEqualTo("work");
    }

    @Test
    void nothing_is_sent_through_a_connection_that_is_lost() {
        reset();
        hub.hears(false);
        FakeSocket command = last(SocketType.ROUTER);
        command.loseConnection();
        int sent = command.sent().size();
        assertThatThrownBy(() -> plugin.execute("other", "work", Map.of(), PATIENT))
                .isInstanceOf(HubUnreachableException.class);
        assertThat(command.sent()).hasSize(sent);
        assertThatThrownBy(() -> plugin.register(TIMEOUT)).isInstanceOf(HubUnreachableException.class);
        hub.hears(true);
        plugin.awaitConnection(TIMEOUT);
        assertThat(plugin.isConnected()).isTrue();
    }

    @Test
    void a_plugin_that_was_closed_finds_no_hub() {
        reset();
        plugin.close();
        assertThatThrownBy(() -> plugin.register(TIMEOUT)).isInstanceOf(HubUnreachableException.class);
    }

    @Test
    void the_reply_to_a_request_of_the_old_hub_does_not_reach_the_new_one() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        CountDownLatch finished = new CountDownLatch(1);
        plugin.command("work", call -> {
            begun.countDown();
            finish.await();
            finished.countDown();
            return "done";
        });
        reset();
        FakeSocket old = last(SocketType.ROUTER);
        byte[] request =
                MessageWriter.write(new ManualClock().messages().executeRequest("other", "me", "work", Payload.NONE));
        old.arrive("hub".getBytes(java.nio.charset.StandardCharsets.UTF_8), new byte[0], request);
        eventually(() -> begun.getCount() == 0, TIMEOUT);
        old.loseConnection();
        eventually(() -> news.contains("recovered"), TIMEOUT);
        finish.countDown();
        eventually(() -> finished.getCount() == 0, TIMEOUT);
        // The handler threads work in turn, so a reply that was to be sent would have been counted with this one's.
        plugin.onCommandReceived(List.of(
                MessageWriter.write(new ManualClock().messages().executeRequest("other", "me", "ping", Payload.NONE))));
        eventually(() -> plugin.executionCount() >= 1, TIMEOUT);
        assertThat(plugin.executionCount()).isEqualTo(1);
    }

    @Test
    void a_plugin_that_is_closed_while_it_connects_again_gives_up() {
        reset();
        hub.hears(false);
        last(SocketType.ROUTER).loseConnection();
        eventually(() -> !hub.ignored().isEmpty(), TIMEOUT);
        plugin.close();
        int opened = transport.sockets(SocketType.ROUTER).size();
        assertThat(transport.sockets(SocketType.ROUTER)).allMatch(FakeSocket::isClosed);
        assertThat(plugin.isConnected()).isFalse();
        hub.hears(true);
        plugin.reset(TIMEOUT);
        assertThat(plugin.isConnected()).isTrue();
        assertThat(transport.sockets(SocketType.ROUTER)).hasSize(opened + 1);
        assertThat(news).doesNotContain("recovered");
    }

    @Test
    void a_plugin_that_was_never_connected_cannot_be_waited_for() {
        assertThatThrownBy(() -> plugin.awaitConnection(TIMEOUT)).isInstanceOf(HubUnreachableException.class);
    }

    private void reset() {
        plugin.onConnectionChange(new ConnectionListener() {
            @Override
            public void lost(String reason) {
                news.add("lost " + reason);
            }

            @Override
            public void recovered() {
                news.add("recovered");
            }
        });
        plugin.reset(TIMEOUT);
    }

    private FakeSocket last(SocketType type) {
        List<FakeSocket> sockets = transport.sockets(type);
        return sockets.get(sockets.size() - 1);
    }
}
