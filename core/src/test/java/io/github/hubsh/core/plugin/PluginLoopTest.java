package io.github.hubsh.core.plugin;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.handler.Handlers;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.ReceivedReply;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.protocol.PluginProtocol;
import io.github.hubsh.core.testkit.ManualClock;
import io.github.hubsh.core.wire.MessageWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the requests of a plugin and of those to it; its socket is a list. */
final class PluginLoopTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final RecordedTarget target = new RecordedTarget();
    private final List<ExecuteReply> unclaimed = new ArrayList<>();
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final Messages messages = new ManualClock().messages();
    private final PluginLoop loop = new PluginLoop("a", new PluginProtocol("a", messages), handlers());

    PluginLoopTest() {
        loop.onUnclaimed(unclaimed::add);
        loop.sender().use(target);
    }

    @AfterEach
    void end() {
        mayEnd.countDown();
        loop.handlerThreads().shutdownNow();
    }

    @Test
    void a_reply_completes_the_request_that_waits_for_it() {
        ExecuteRequest request = request("run");
        OutstandingRequest outstanding = loop.send(request, LONG);
        assertThat(target.sent).containsExactly(request);
        assertThat(target.deadlines).containsExactly(LONG.toNanos());
        assertThat(loop.waiting()).containsExactly(request.session());
        byte[] json = MessageWriter.write(messages.executeReply(request, 1, Payload.NONE));
        loop.received(json);
        ReceivedReply reply = outstanding.await(null);
        assertThat(reply.reply().session()).isEqualTo(request.session());
        assertThat(reply.json()).isSameAs(json);
        assertThat(loop.waiting()).isEmpty();
        loop.received(json);
        assertThat(unclaimed).hasSize(1);
    }

    @Test
    void a_reply_of_another_plugin_is_dropped() {
        ExecuteRequest request = request("run");
        OutstandingRequest outstanding = loop.send(request, LONG);
        ExecuteRequest asIfToC = messages.executeRequest("a", "c", "run", Payload.NONE);
        ExecuteReply foreign = messages.executeReply(asIfToC, 1, Payload.NONE);
        String json = new String(MessageWriter.write(foreign), StandardCharsets.UTF_8);
        loop.received(json.replace(asIfToC.session(), request.session()).getBytes(StandardCharsets.UTF_8));
        assertThat(outstanding.reply()).isNotDone();
        assertThat(unclaimed).isEmpty();
    }

    @Test
    void a_malformed_reply_is_the_error_of_its_request() {
        ExecuteRequest request = request("run");
        OutstandingRequest outstanding = loop.send(request, LONG);
        String json = new String(
                MessageWriter.write(messages.executeReply(request, 1, Payload.NONE)), StandardCharsets.UTF_8);
        loop.received(json.replace("\"execution_count\":1", "\"execution_count\":\"x\"")
                .getBytes(StandardCharsets.UTF_8));
        RemoteError error =
                Objects.requireNonNull(outstanding.await(null).reply().error());
        assertThat(error.name()).isEqualTo(RemoteError.INVALID_REPLY);
        assertThat(error.value()).contains("execution_count");
    }

    @Test
    void what_cannot_be_read_at_all_is_dropped() {
        OutstandingRequest outstanding = loop.send(request("run"), LONG);
        loop.received("{".getBytes(StandardCharsets.UTF_8));
        loop.received(MessageWriter.write(messages.connectRequest("b", "a")));
        assertThat(outstanding.reply()).isNotDone();
        assertThat(target.sent).hasSize(1);
    }

    @Test
    void a_request_that_is_overdue_ends() {
        OutstandingRequest outstanding = loop.send(request("run"), Duration.ZERO);
        OutstandingRequest patient = loop.send(request("run"), LONG);
        String session = target.sent.remove().session();
        assertThat(loop.tick()).isPositive().isLessThanOrEqualTo(LONG.toNanos());
        assertThat(target.withdrawn).containsExactly(session);
        assertThatThrownBy(() -> outstanding.await(null))
                .isInstanceOf(ReplyTimeoutException.class)
                .hasMessage("no reply to b run within 0 s");
        assertThat(patient.reply()).isNotDone();
    }

    @ParameterizedTest
    @CsvSource({"9999, true", "10000, false", "20000, false"})
    void a_request_without_end_has_no_deadline(int days, boolean hasDeadline) {
        OutstandingRequest outstanding = loop.send(request("run"), Duration.ofDays(days));
        assertThat(target.deadlines).hasSize(hasDeadline ? 1 : 0);
        assertThat(loop.tick() == Long.MAX_VALUE).isNotEqualTo(hasDeadline);
        assertThat(outstanding.reply()).isNotDone();
    }

    @Test
    void a_forgotten_request_is_withdrawn_and_its_reply_is_unclaimed() {
        ExecuteRequest request = request("run");
        loop.send(request, LONG).forget();
        assertThat(target.withdrawn).containsExactly(request.session());
        assertThat(loop.waiting()).isEmpty();
        assertThat(loop.tick()).isEqualTo(Long.MAX_VALUE);
        loop.received(MessageWriter.write(messages.executeReply(request, 1, Payload.NONE)));
        assertThat(unclaimed).hasSize(1);
    }

    @Test
    void the_reply_to_a_sign_of_life_is_for_no_caller() {
        ExecuteRequest request = loop.keepAlive(request("ping"));
        loop.received(MessageWriter.write(messages.executeReply(request, 1, Payload.NONE)));
        assertThat(unclaimed).isEmpty();
    }

    @Test
    void without_a_connection_a_request_fails_at_once() {
        loop.sender().disconnect();
        OutstandingRequest outstanding = loop.send(request("run"), LONG);
        assertThatThrownBy(() -> outstanding.await(null))
                .isInstanceOf(HubUnreachableException.class)
                .hasMessageContaining("execute_request to 'b' is not sent: no connection");
        assertThat(loop.waiting()).isEmpty();
    }

    @Test
    void while_messages_are_held_only_a_greeting_passes_and_without_a_socket_they_fail() {
        loop.sender().hold();
        loop.send(request("run"), LONG);
        assertThat(target.sent).isEmpty();
        ExecuteRequest greeting = request("ping");
        loop.greet(greeting, LONG);
        assertThat(target.sent).containsExactly(greeting);
        loop.release();
        assertThat(target.sent).hasSize(2);
        loop.sender().hold();
        loop.sender().use(null);
        OutstandingRequest held = loop.send(request("run"), LONG);
        loop.release();
        assertThatThrownBy(() -> held.await(null)).isInstanceOf(HubUnreachableException.class);
    }

    @Test
    void a_lost_hub_fails_every_request() {
        OutstandingRequest first = loop.send(request("run"), LONG);
        OutstandingRequest second = loop.send(request("run"), LONG);
        loop.failAll("the hub is gone");
        for (OutstandingRequest each : List.of(first, second)) {
            assertThatThrownBy(() -> each.await(null))
                    .isInstanceOf(HubUnreachableException.class)
                    .hasMessage("the hub is gone");
        }
        assertThat(loop.waiting()).isEmpty();
    }

    @Test
    void with_more_than_sixteen_requests_under_way_it_is_busy_and_for_a_moment_after() {
        OutstandingRequest first = loop.send(request("run"), LONG);
        for (int i = 1; i < 16; i++) {
            OutstandingRequest unused = loop.send(request("run"), LONG);
        }
        assertThat(loop.isBusy()).isFalse();
        OutstandingRequest unused = loop.send(request("run"), LONG);
        assertThat(loop.isBusy()).isTrue();
        first.forget();
        eventually(() -> !loop.isBusy(), LONG);
    }

    @Test
    void a_message_that_does_not_fit_fails_the_request_only_where_it_is_the_only_one() {
        OutOfMemoryError full = new OutOfMemoryError("test");
        assertThat(loop.failTooLarge(full)).isFalse();
        OutstandingRequest first = loop.send(request("run"), LONG);
        OutstandingRequest second = loop.send(request("run"), LONG);
        assertThat(loop.failTooLarge(full)).isFalse();
        second.forget();
        assertThat(loop.failTooLarge(full)).isTrue();
        assertThatThrownBy(() -> first.await(null))
                .isInstanceOf(ReplyTooLargeException.class)
                .hasCause(full);
        assertThat(loop.waiting()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            answer | ok
            fail   | IllegalStateException: no
            absent | UnrecognizedCommand: Unrecognized command: absent
            """)
    void a_request_of_another_is_executed_and_answered(String command, String outcome) throws InterruptedException {
        ExecuteRequest request = messages.executeRequest("b", "a", command, Payload.NONE);
        loop.received(MessageWriter.write(request));
        ExecuteReply reply = (ExecuteReply) Objects.requireNonNull(target.sent.poll(60, TimeUnit.SECONDS));
        assertThat(reply.session()).isEqualTo(request.session());
        assertThat(reply.target()).isEqualTo("b");
        assertThat(reply.error() == null ? "ok" : reply.error().summary()).isEqualTo(outcome);
    }

    @Test
    void a_malformed_request_of_another_gets_an_error() {
        String json = new String(
                MessageWriter.write(messages.executeRequest("b", "a", "answer", Payload.NONE)), StandardCharsets.UTF_8);
        loop.received(json.replace("\"command\":\"answer\"", "\"command\":7").getBytes(StandardCharsets.UTF_8));
        ExecuteReply reply = (ExecuteReply) target.sent.remove();
        assertThat(Objects.requireNonNull(reply.error()).summary())
                .startsWith("MalformedMessage: Malformed message: ")
                .contains("command");
    }

    @Test
    void a_reply_is_not_for_the_hub_that_came_after_the_one_that_asked() throws InterruptedException {
        loop.received(MessageWriter.write(messages.executeRequest("b", "a", "wait", Payload.NONE)));
        OutstandingRequest own = loop.send(request("run"), LONG);
        target.sent.clear();
        loop.disconnect("the hub was left");
        assertThatThrownBy(() -> own.await(null)).hasMessage("the hub was left");
        mayEnd.countDown();
        loop.handlerThreads().shutdown();
        assertThat(loop.handlerThreads().awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(target.sent).isEmpty();
    }

    private Handlers handlers() {
        return new Handlers()
                .add("answer", call -> 1L)
                .add("fail", call -> {
                    throw new IllegalStateException("no");
                })
                .add("wait", call -> {
                    mayEnd.await();
                    return 1L;
                });
    }

    private ExecuteRequest request(String command) {
        return messages.executeRequest("a", "b", command, Payload.NONE);
    }
}
