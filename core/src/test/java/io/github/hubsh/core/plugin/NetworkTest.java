package io.github.hubsh.core.plugin;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.transport.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hub and plugins on real sockets. */
final class NetworkTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final ExecuteOptions PATIENT = ExecuteOptions.DEFAULT.withTimeout(TIMEOUT);

    private final Hub hub = new Hub("tcp://127.0.0.1:*", "central");
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeEach
    void start() {
        hub.reset();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        hub.close();
    }

    @Test
    void a_plugin_learns_the_hubs_name_and_the_registry() {
        Plugin first = join(new Plugin("first", hub.queryUri()));
        join(new Plugin("second", hub.queryUri()));

        assertThat(first.hubName()).isEqualTo("central");
        assertThat(first.registry().keySet()).containsExactly("first");
        assertThat(first.register().keySet()).containsExactly("first", "second");
        assertThat(hub.registry().keySet()).containsExactly("first", "second");
    }

    @ParameterizedTest
    @ValueSource(strings = {Payload.JSON, Payload.PICKLE, Payload.YAML})
    void arguments_and_results_cross_in_every_mime_type(String mimeType) {
        join(new Plugin("echo", hub.queryUri()).command("echo", mimeType, call -> call.arguments()));
        Plugin caller = join(new Plugin("caller", hub.queryUri()));

        Object echoed = caller.execute("echo", "echo", Map.of("x", 1L, "name", "e43"), PATIENT.withMimeType(mimeType));
        assertThat(echoed).isEqualTo(Map.of("x", 1L, "name", "e43"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inproc://network-test", "tcp://[::1]:*", "tcp://localhost:*", "ipc://target/network-test"})
    void every_transport_serves(String uri) {
        Hub other = new Hub(uri);
        opened.add(other);
        other.reset();
        Plugin plugin = new Plugin("p", other.queryUri(), SubscribeOptions.ALL);
        List<Broadcast> heard = new CopyOnWriteArrayList<>();
        plugin.onSubscribe(heard::add);
        opened.add(0, plugin);
        plugin.reset(TIMEOUT);

        assertThat(plugin.execute("p", "ping", Map.of(), PATIENT)).isEqualTo("pong");
        assertThat(plugin.execute("hub", "ping", Map.of(), PATIENT)).isEqualTo("pong");
        eventually(
                () -> {
                    plugin.execute("hub", "ping", Map.of(), PATIENT);
                    return heard.stream().anyMatch(b -> b.type().equals("execute_reply"));
                },
                TIMEOUT);
    }

    @Test
    void a_hub_on_all_interfaces_is_reached_by_its_real_address() {
        Hub everywhere = new Hub("tcp://*:*");
        opened.add(everywhere);
        everywhere.reset();
        int port = Endpoint.parse(everywhere.queryUri()).port();
        Plugin plugin = new Plugin("p", "tcp://127.0.0.1:" + port);
        opened.add(0, plugin);
        plugin.reset(TIMEOUT);
        assertThat(plugin.execute("p", "ping", Map.of(), PATIENT)).isEqualTo("pong");
    }

    @Test
    void a_handlers_exception_is_the_callers_error() {
        join(new Plugin("bad", hub.queryUri()).command("fail", call -> {
            throw new IllegalStateException("the electrode is on fire");
        }));
        Plugin caller = join(new Plugin("caller", hub.queryUri()));

        assertThatThrownBy(() -> caller.execute("bad", "fail", Map.of(), PATIENT))
                .isInstanceOf(RemoteErrorException.class)
                .hasMessage("IllegalStateException: the electrode is on fire");
        ExecuteReply reply = caller.executeForReply("bad", "fail", Map.of(), PATIENT);
        assertThat(reply.status()).isEqualTo(ExecuteReply.Status.ERROR);
    }

    @Test
    void an_unknown_command_and_an_unknown_target_are_errors_that_say_so() {
        Plugin caller = join(new Plugin("caller", hub.queryUri()));
        assertThatThrownBy(() -> caller.execute("caller", "nope", Map.of(), PATIENT))
                .hasMessageContaining("Unrecognized command: nope");
        assertThatThrownBy(() -> caller.execute("hub2", "ping", Map.of(), PATIENT.withSilent(true)))
                .hasMessageContaining("Unsupported source(caller)/target(hub2) configuration.");
    }

    @Test
    void no_reply_in_time_is_an_error_and_a_late_reply_is_dropped() {
        CountDownLatch release = new CountDownLatch(1);
        join(new Plugin("slow", hub.queryUri()).command("wait", call -> {
            release.await();
            return "late";
        }));
        Plugin caller = join(new Plugin("caller", hub.queryUri()));

        ExecuteOptions brief = ExecuteOptions.DEFAULT.withTimeout(Duration.ofMillis(50));
        assertThatThrownBy(() -> caller.execute("slow", "wait", Map.of(), brief))
                .isInstanceOf(ReplyTimeoutException.class)
                .hasMessage("no reply to slow wait within 50 ms");
        release.countDown();
        assertThat(caller.execute("slow", "ping", Map.of(), PATIENT)).isEqualTo("pong");
        assertThat(caller.callbacks()).isEmpty();
    }

    @Test
    void requests_are_served_while_a_handler_and_an_execute_wait() {
        Plugin a = new Plugin("a", hub.queryUri());
        Plugin b = new Plugin("b", hub.queryUri());
        a.command("outer", call -> a.execute("b", "middle", Map.of(), PATIENT));
        b.command("middle", call -> b.execute("a", "inner", Map.of(), PATIENT));
        a.command("inner", call -> "served");
        join(a);
        join(b);
        assertThat(a.execute("a", "outer", Map.of(), PATIENT)).isEqualTo("served");
    }

    @Test
    void a_wait_function_is_called_until_the_reply_comes() {
        AtomicInteger calls = new AtomicInteger();
        join(new Plugin("slow", hub.queryUri()).command("wait", call -> {
            while (calls.get() < 3) {
                Thread.onSpinWait();
            }
            return "done";
        }));
        Plugin caller = join(new Plugin("caller", hub.queryUri()));
        ExecuteOptions options = PATIENT.withWaitFunction(calls::incrementAndGet);
        assertThat(caller.execute("slow", "wait", Map.of(), options)).isEqualTo("done");
        assertThat(calls.get()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void ten_thousand_requests_at_once_are_all_answered() {
        join(new Plugin("echo", hub.queryUri()).command("echo", Payload.JSON, call -> call.argument("x", -1L)));
        Plugin caller = join(new Plugin("caller", hub.queryUri()));
        List<CompletableFuture<ExecuteReply>> replies = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            replies.add(caller.executeAsync("echo", "echo", Map.of("x", i), PATIENT));
        }
        for (int i = 0; i < replies.size(); i++) {
            assertThat(Replies.value(replies.get(i).join())).isEqualTo((long) i);
        }
    }

    @Test
    void commands_in_order_start_as_they_were_sent_and_answer_when_they_can() {
        List<Object> started = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<@Nullable Object> first = new CompletableFuture<>();
        join(new Plugin("valve", hub.queryUri()).commandInOrder("set", null, call -> {
            started.add(call.argument("n", -1L));
            return started.size() == 1 ? first : CompletableFuture.completedFuture(started.size());
        }));
        Plugin caller = join(new Plugin("caller", hub.queryUri()));
        List<Object> sent = LongStream.range(0, 1000).<Object>mapToObj(n -> n).toList();

        List<CompletableFuture<ExecuteReply>> replies = sent.stream()
                .map(n -> caller.executeAsync("valve", "set", Map.of("n", n), PATIENT))
                .toList();
        CompletableFuture.allOf(replies.subList(1, 1000).toArray(new CompletableFuture<?>[0]))
                .join();

        assertThat(started).isEqualTo(sent);
        assertThat(replies.get(0)).isNotDone();
        first.complete("late");
        assertThat(replies.get(0).join().error()).isNull();
    }

    @Test
    void a_callback_is_called_with_the_reply() {
        Plugin caller = join(new Plugin("caller", hub.queryUri()));
        CompletableFuture<ExecuteReply> called = new CompletableFuture<>();
        String session = caller.executeAsync("caller", "ping", Map.of(), PATIENT, called::complete);
        assertThat(called.join().session()).isEqualTo(session);
    }

    @Test
    void extra_arguments_join_the_others_and_win() {
        join(new Plugin("echo", hub.queryUri()).command("echo", call -> call.arguments()));
        Plugin caller = join(new Plugin("caller", hub.queryUri()));
        ExecuteOptions options = PATIENT.withExtraArguments(Map.of("timeout_s", 3L, "x", 2L));
        assertThat(caller.execute("echo", "echo", Map.of("x", 1L, "y", 1L), options))
                .isEqualTo(Map.of("x", 2L, "y", 1L, "timeout_s", 3L));
    }

    @Test
    void a_subscriber_hears_requests_and_replies_but_nothing_silent() {
        ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
        Plugin listener = new Plugin("listener", hub.queryUri(), SubscribeOptions.ALL);
        listener.onSubscribe(b -> heard.add(b.source() + ">" + b.target() + " " + b.type()));
        join(listener);
        Plugin caller = join(new Plugin("caller", hub.queryUri()));
        eventually(
                () -> {
                    caller.execute("caller", "ping", Map.of(), PATIENT);
                    return heard.contains("caller>caller execute_reply");
                },
                TIMEOUT);

        caller.execute("listener", "ping", Map.of(), PATIENT.withSilent(true));
        caller.execute("central", "ping", Map.of(), PATIENT);
        eventually(() -> heard.contains("central>caller execute_reply"), TIMEOUT);
        assertThat(heard).doesNotContain("caller>listener execute_request", "listener>caller execute_reply");
    }

    @Test
    void a_request_overtaking_the_targets_connection_arrives() {
        Plugin caller = join(new Plugin("caller", hub.queryUri()));
        for (int i = 0; i < 50; i++) {
            Plugin late = new Plugin("late" + i, hub.queryUri());
            opened.add(0, late);
            late.reset(TIMEOUT);
            assertThat(caller.execute("late" + i, "ping", Map.of(), PATIENT)).isEqualTo("pong");
        }
    }

    @Test
    void target_registered_but_never_connected() {
        Plugin caller = join(new Plugin("caller", hub.queryUri()));
        caller.query(Messages.create().connectRequest("ghost", "hub"));
        assertThat(caller.register()).containsKey("ghost");
        assertThatThrownBy(() -> caller.execute("ghost", "ping", Map.of(), PATIENT))
                .isInstanceOf(RemoteErrorException.class)
                .hasMessageContaining("ghost is registered but not connected");
    }

    @Test
    void a_command_without_reply_is_sent_all_the_same() {
        AtomicInteger calls = new AtomicInteger();
        join(new Plugin("counter", hub.queryUri()).command("count", call -> calls.incrementAndGet()));
        Plugin caller = join(new Plugin("caller", hub.queryUri()));
        ExecuteRequest request = caller.request("counter", "count", Map.of(), PATIENT);
        caller.sendCommand(request);
        eventually(() -> calls.get() == 1, TIMEOUT);
    }

    @Test
    void the_hubs_own_name_is_refused() {
        Plugin hijacker = new Plugin("central", hub.queryUri());
        opened.add(0, hijacker);
        assertThatThrownBy(() -> hijacker.reset(TIMEOUT))
                .isInstanceOf(HubUnreachableException.class)
                .hasMessageContaining("the hub's own name");
    }

    @Test
    void no_hub_listening() {
        hub.close();
        Plugin alone = new Plugin("alone", hub.queryUri());
        opened.add(0, alone);
        assertThatThrownBy(() -> alone.reset(TIMEOUT))
                .isInstanceOf(HubUnreachableException.class)
                .hasMessageContaining("no hub listens at " + hub.queryUri());
    }

    @Test
    void a_hub_offers_commands_of_its_own() {
        hub.command("uptime", Payload.JSON, call -> 42L);
        Plugin caller = join(new Plugin("caller", hub.queryUri()));
        assertThat(caller.execute("central", "uptime", Map.of(), PATIENT)).isEqualTo(42L);
    }

    @Test
    void each_socket_can_be_connected_again() {
        Plugin caller = join(new Plugin("caller", hub.queryUri(), SubscribeOptions.ALL));
        caller.resetQuerySocket();
        caller.resetCommandSocket();
        caller.resetSubscribeSocket();
        assertThat(caller.execute("central", "ping", Map.of(), PATIENT)).isEqualTo("pong");

        hub.resetQuerySocket();
        hub.resetCommandSocket();
        hub.resetPublishSocket();
        caller.reset(TIMEOUT);
        assertThat(caller.execute("central", "ping", Map.of(), PATIENT)).isEqualTo("pong");
    }

    private Plugin join(Plugin plugin) {
        opened.add(0, plugin);
        plugin.reset(TIMEOUT);
        return plugin;
    }
}
