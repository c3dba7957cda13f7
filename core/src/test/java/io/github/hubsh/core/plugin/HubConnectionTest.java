package io.github.hubsh.core.plugin;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.ReceivedReply;
import io.github.hubsh.core.testkit.FakeHub;
import io.github.hubsh.core.testkit.FakeTransport;
import io.github.hubsh.core.testkit.FakeTransport.FakeSocket;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.wire.MessageReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A plugin's connection to a hub that hears it, or does not. */
final class HubConnectionTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final ExecuteOptions PATIENT = ExecuteOptions.DEFAULT.withTimeout(TIMEOUT);

    private final FakeHub hub = new FakeHub();
    private final FakeTransport transport = new FakeTransport(hub);
    private final Plugin plugin = new Plugin("me", "tcp://127.0.0.1:1", SubscribeOptions.NONE, transport);

    @AfterEach
    void close() {
        plugin.close();
    }

    @Test
    void an_execute_does_not_wait_for_a_reset_that_waits_for_the_network() throws Exception {
        plugin.reset(TIMEOUT);
        hub.hears(false);
        CompletableFuture<Void> reset = CompletableFuture.runAsync(plugin::resetCommandSocket);
        eventually(() -> !hub.ignored().isEmpty(), TIMEOUT);

        CompletableFuture<ExecuteReply> reply = plugin.executeAsync("other", "work", Map.of(), PATIENT);
        assertThat(plugin.commandUri()).isEqualTo("tcp://127.0.0.1:2");
        assertThat(reply).isNotDone();
        assertThat(reset).isNotDone();
        assertThat(hub.ignored()).noneMatch(request -> request.command().equals("work"));

        hub.hears(true);
        reset.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        assertThat(reply.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS).command()).isEqualTo("work");
    }

    @Test
    void a_connection_that_the_hub_does_not_hear_is_given_up_and_another_is_made() {
        hub.hears(false);
        CompletableFuture<Void> reset = CompletableFuture.runAsync(() -> plugin.reset(TIMEOUT));
        eventually(() -> hub.ignored().size() > 1, TIMEOUT);
        hub.hears(true);
        assertThat(reset).succeedsWithin(TIMEOUT);

        List<FakeSocket> sockets = transport.sockets(SocketType.ROUTER);
        assertThat(sockets).hasSizeGreaterThan(1);
        List<FakeSocket> earlier = sockets.subList(0, sockets.size() - 1);
        assertThat(earlier).allMatch(FakeSocket::isClosed).allMatch(FakeSocket::hasDroppedUnsent);
        assertThat(sockets.get(sockets.size() - 1).isClosed()).isFalse();
    }

    @Test
    void a_message_that_does_not_fit_into_memory_fails_the_one_request_that_waits() {
        plugin.reset(TIMEOUT);
        hub.hears(false);
        CompletableFuture<ExecuteReply> reply = plugin.executeAsync("other", "work", Map.of(), PATIENT);
        eventually(() -> !hub.ignored().isEmpty(), TIMEOUT);
        runOut();
        assertThatThrownBy(() -> reply.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                .hasCauseInstanceOf(ReplyTooLargeException.class)
                .hasMessageContaining("the reply does not fit into memory");

        hub.hears(true);
        assertThat(plugin.executeAsync("other", "work", Map.of(), PATIENT)).succeedsWithin(TIMEOUT);
    }

    @Test
    void of_several_requests_none_is_blamed_for_what_does_not_fit() {
        plugin.reset(TIMEOUT);
        hub.hears(false);
        CompletableFuture<ExecuteReply> one = plugin.executeAsync("other", "one", Map.of(), PATIENT);
        CompletableFuture<ExecuteReply> two = plugin.executeAsync("other", "two", Map.of(), PATIENT);
        eventually(() -> hub.ignored().size() >= 2, TIMEOUT);
        runOut();
        hub.hears(true);
        assertThat(plugin.executeAsync("other", "work", Map.of(), PATIENT)).succeedsWithin(TIMEOUT);
        assertThat(one).isNotDone();
        assertThat(two).isNotDone();
    }

    /** Lets the next receive of the command socket run out of memory. */
    private void runOut() {
        List<FakeSocket> sockets = transport.sockets(SocketType.ROUTER);
        FakeSocket socket = sockets.get(sockets.size() - 1);
        AtomicBoolean full = new AtomicBoolean(true);
        socket.beforeReceiving(() -> {
            if (full.getAndSet(false)) {
                throw new OutOfMemoryError("not really");
            }
        });
        socket.wake();
    }

    @Test
    void a_reply_keeps_its_text_with_unknown_keys_and_spaces() throws Exception {
        plugin.reset(TIMEOUT);
        hub.rewrite(json -> " {\"caf\u00e9\" : 1e0," + json.substring(1) + "\n");
        ExecuteRequest request = plugin.request("other", "work", Map.of(), PATIENT);
        ReceivedReply received = plugin.send(request, PATIENT.timeout()).await(null);

        String text = new String(received.json(), UTF_8);
        assertThat(text).startsWith(" {\"caf\u00e9\" : 1e0,\"header\":{").endsWith("}\n");
        assertThat(received.reply()).isEqualTo(MessageReader.read(received.json()));
    }

    @Test
    void a_name_that_the_hub_never_hears_is_in_use() {
        hub.hears(false);
        assertThatThrownBy(() -> plugin.reset(Duration.ofSeconds(2)))
                .isInstanceOf(NameInUseException.class)
                .hasMessageEndingWith(" refuses 'me': NameInUse: Another plugin of the name 'me' is connected."
                        + " Choose another name, or end that one first.");
        assertThatThrownBy(() -> plugin.execute("other", "work"))
                .isInstanceOf(HubUnreachableException.class)
                .hasMessageContaining("call reset() first");
    }
}
