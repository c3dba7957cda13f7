package io.github.hubsh.core.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.wire.BroadcastFrames;
import io.github.hubsh.core.wire.MessageWriter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultChannelId;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a connection answers, byte by byte, without a network. */
final class WebRequestsTest {
    private static final String HOST = "Host: localhost:9464\r\n";

    private final FakeWatchedHub hub = new FakeWatchedHub();
    private final WebCounter counter = new WebCounter();
    private final WebSite site =
            new WebSite(hub, new HostCheck(true), Clock.fixed(FakeWatchedHub.NOON, ZoneOffset.UTC), counter);
    private final EmbeddedChannel channel = connect();

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void a_line_has_these_headers() {
        assertThat(answer(get("/nothing")).split("\r\n", -1))
                .containsExactly(
                        "HTTP/1.1 404 Not Found",
                        "content-type: text/plain; charset=utf-8",
                        "cache-control: no-store",
                        "content-security-policy: default-src 'none'; frame-ancestors 'none'",
                        "x-content-type-options: nosniff",
                        "x-frame-options: DENY",
                        "referrer-policy: no-referrer",
                        "cross-origin-resource-policy: same-origin",
                        "cross-origin-opener-policy: same-origin",
                        "content-length: 22",
                        "",
                        "there is no such page\n");
    }

    @Test
    void the_page_names_the_hashes_of_its_script_and_style_and_no_other_source() {
        assertThat(answer(get("/?x=1")))
                .startsWith("HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\n")
                .containsPattern("content-security-policy: default-src 'none'; script-src 'sha256-[^ ]{44}';"
                        + " style-src 'sha256-[^ ]{44}'; connect-src 'self'; ")
                .doesNotContain("unsafe", "http://", "https://", "//cdn")
                .endsWith("</html>\n");
    }

    @Test
    void the_metrics_are_those_of_the_hub() {
        assertThat(answer(get("/metrics")))
                .contains("content-type: text/plain; version=0.0.4; charset=utf-8\r\n")
                .endsWith("\r\n\r\n" + HubMetrics.render(hub.snapshot(), counter.counts(0, 0)));
        hub.running = false;
        assertThat(answer(get("/metrics"))).startsWith("HTTP/1.1 503 ").endsWith("the hub does not run\n");
    }

    @Test
    void a_loop_that_turns_is_healthy() {
        assertThat(answer(get("/healthz"))).isEmpty();
        hub.turn();
        assertThat(written()).startsWith("HTTP/1.1 200 OK").endsWith("\r\n\r\nok\n");
    }

    @Test
    void a_loop_that_does_not_turn_is_not_healthy_until_it_does() {
        assertThat(answer(get("/healthz"))).isEmpty();
        pass(HealthProbe.TIMEOUT_MILLIS);
        assertThat(written()).startsWith("HTTP/1.1 503 ").endsWith("the hub's loop does not turn\n");

        assertThat(answer(get("/healthz"))).isEmpty();
        hub.turn();
        assertThat(written()).startsWith("HTTP/1.1 200 OK");
        pass(HealthProbe.TIMEOUT_MILLIS);
        assertThat(written()).isEmpty();
    }

    @Test
    void clients_that_ask_at_once_ask_the_loop_once() {
        EmbeddedChannel other = connect();
        answer(get("/healthz"));
        send(other, get("/healthz"));

        assertThat(hub.tasks).hasSize(1);
        hub.turn();
        assertThat(written()).endsWith("ok\n");
        channel.runPendingTasks();
        assertThat(text(other)).endsWith("ok\n");
        other.finishAndReleaseAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/metrics", "/nothing"})
    void a_head_is_the_answer_without_its_content(String path) {
        String whole = answer(get(path));
        assertThat(answer(get(path).replace("GET", "HEAD")))
                .isEqualTo(whole.substring(0, whole.indexOf("\r\n\r\n") + 4));
    }

    @ParameterizedTest
    @CsvSource({"POST, 405", "DELETE, 405", "OPTIONS, 405", "TRACE, 405", "CONNECT, 405", "PUT, 405", "get, 405"})
    void another_method_is_refused(String method, String status) {
        assertThat(answer(get("/").replace("GET", method)))
                .startsWith("HTTP/1.1 " + status)
                .contains("allow: GET, HEAD\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/x", "//", "/index.html", "/..", "http://localhost/metrics", "*", "/metrics/", "/%6detrics"})
    void another_path_is_not_there(String path) {
        assertThat(answer(get(path))).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @CsvSource({
        "'Content-Length: 5', 413",
        "'Transfer-Encoding: chunked', 413",
        "'Host: evil.example', 403",
        "'Content-Length: x', 400",
        "'Bad Header', 400"
    })
    void what_could_be_a_trick_ends_the_connection(String header, String status) {
        assertThat(answer("GET / HTTP/1.1\r\n" + HOST + header + "\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status)
                .contains("connection: close\r\n");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_request_without_a_host_or_of_a_stranger_is_refused() {
        assertThat(answer("GET /metrics HTTP/1.1\r\nHost: evil.example\r\n\r\n"))
                .startsWith("HTTP/1.1 403 Forbidden")
                .endsWith("this server has no such name\n");
        EmbeddedChannel other = connect();
        send(other, "GET /metrics HTTP/1.1\r\n\r\n");
        assertThat(text(other)).startsWith("HTTP/1.1 403 Forbidden");
        other.finishAndReleaseAll();
    }

    @Test
    void a_line_or_headers_that_are_too_long_are_refused() {
        assertThat(answer("GET /" + "x".repeat(WebConnections.MAX_LINE_BYTES) + " HTTP/1.1\r\n"))
                .startsWith("HTTP/1.1 414");
        EmbeddedChannel other = connect();
        send(other, "GET / HTTP/1.1\r\n" + ("a: " + "x".repeat(1_000) + "\r\n").repeat(9));
        assertThat(text(other)).startsWith("HTTP/1.1 431");
        assertThat(other.isOpen()).isFalse();
        other.finishAndReleaseAll();
    }

    @Test
    void what_is_not_http_is_refused() {
        assertThat(answer("\u0016\u0003\u0001\u0002\u0000\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void requests_that_come_together_are_answered_in_their_order() {
        assertThat(answer(get("/healthz") + get("/x") + get("/healthz"))).isEmpty();
        hub.turn();
        assertThat(written())
                .containsSubsequence("ok\n", "there is no such page\n")
                .doesNotContain("503");
        hub.turn();
        assertThat(written()).endsWith("ok\n");
    }

    @Test
    void a_client_that_asks_too_much_at_once_is_hung_up_on() {
        send(channel, get("/healthz").repeat(WebRequests.MAX_WAITING + 1));
        assertThat(channel.isOpen()).isTrue();
        send(channel, get("/healthz"));
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_connection_is_kept_unless_the_client_says_otherwise() {
        answer(get("/x"));
        assertThat(channel.isOpen()).isTrue();
        assertThat(answer("GET /x HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n"))
                .contains("connection: close");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_client_that_asks_too_slowly_is_hung_up_on() {
        channel.freezeTime();
        send(channel, "GET / HT");
        pass(TimeUnit.SECONDS.toMillis(WebRequests.IDLE_SECONDS) / 2);
        send(channel, "TP/1.1\r\n");
        assertThat(channel.isOpen()).isTrue();
        pass(TimeUnit.SECONDS.toMillis(WebRequests.IDLE_SECONDS) / 2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void events_begin_with_the_status_and_go_on_with_broadcasts_and_the_status() {
        String first = answer(get("/events"));
        assertThat(first)
                .contains("content-type: text/event-stream; charset=utf-8\r\n", "transfer-encoding: chunked\r\n")
                .contains("retry: 1000\n\nevent: status\n");

        say("pump");
        site.events().turn();
        assertThat(written())
                .contains("event: broadcast\n", "\"source\":\"pump\"")
                .doesNotContain("event: status\n");
        for (int i = 1; i < EventClients.TURNS_PER_STATUS; i++) {
            site.events().turn();
        }
        assertThat(written()).contains("event: status\n").doesNotContain("event: broadcast");
    }

    @Test
    void the_hub_is_listened_to_only_while_there_is_a_viewer() {
        assertThat(hub.listeners).isEmpty();
        answer(get("/events"));
        EmbeddedChannel other = connect();
        send(other, get("/events"));
        assertThat(hub.listeners).hasSize(1);

        hangUp(other);
        assertThat(hub.listeners).hasSize(1);
        hangUp(channel);
        assertThat(hub.listeners).isEmpty();
        other.finishAndReleaseAll();
    }

    @Test
    void who_comes_later_sees_what_others_have_just_seen() {
        answer(get("/events"));
        for (int i = 0; i < EventClients.MAX_RECENT + 3; i++) {
            say("p" + i + "!");
        }
        site.events().turn();
        EmbeddedChannel other = connect();
        send(other, get("/events"));

        assertThat(text(other)).contains("\"source\":\"p3!\"").doesNotContain("\"source\":\"p2!\"");
        other.finishAndReleaseAll();
    }

    @Test
    void a_client_that_does_not_read_is_dropped_and_counted() {
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(1, 2));
        answer(get("/events"));
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);

        site.events().turn();
        say("pump");
        site.events().turn();

        assertThat(channel.isOpen()).isFalse();
        assertThat(site.events().counts())
                .extracting(WebCounts::slow, WebCounts::viewers)
                .containsExactly(1L, 0L);
    }

    @Test
    void one_client_of_events_too_many_is_refused_with_the_reason() {
        List<EmbeddedChannel> clients =
                Stream.generate(this::connect).limit(EventClients.MAX_CLIENTS).toList();
        clients.forEach(client -> send(client, get("/events")));

        assertThat(answer(get("/events"))).startsWith("HTTP/1.1 503").endsWith("too many look already\n");
        assertThat(channel.isOpen()).isTrue();
        clients.forEach(EmbeddedChannel::finishAndReleaseAll);
    }

    @Test
    void a_client_of_events_that_says_more_is_hung_up_on() {
        answer(get("/events"));
        send(channel, get("/metrics"));

        assertThat(channel.isOpen()).isFalse();
        assertThat(hub.listeners).isEmpty();
    }

    @Test
    void a_hub_that_was_stopped_is_said_to_be() {
        answer(get("/events"));
        hub.running = false;
        for (int i = 0; i < EventClients.TURNS_PER_STATUS; i++) {
            site.events().turn();
        }
        assertThat(written()).contains("event: stopped\n");
    }

    @Test
    void one_connection_too_many_is_closed_and_counted() {
        List<EmbeddedChannel> open = Stream.generate(this::connect)
                .limit(WebCounter.MAX_CONNECTIONS - 1)
                .toList();

        assertThat(connect().isOpen()).isFalse();
        assertThat(counter.counts(0, 0).refused()).isEqualTo(1);
        hangUp(open.get(0));
        assertThat(connect().isOpen()).isTrue();
        open.forEach(EmbeddedChannel::finishAndReleaseAll);
    }

    private EmbeddedChannel connect() {
        return new EmbeddedChannel(DefaultChannelId.newInstance(), new WebConnections(site, counter));
    }

    private void say(String source) {
        var request = Messages.create().connectRequest(source, "hub");
        hub.listeners.forEach(listener -> ((BroadcastTap) listener)
                .add(() -> new SeenBroadcast(
                        FakeWatchedHub.NOON,
                        BroadcastFrames.of(request, MessageWriter.write(request))
                                .frames(),
                        100)));
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n";
    }

    private String answer(String request) {
        send(channel, request);
        return written();
    }

    private static void send(EmbeddedChannel to, String text) {
        to.writeInbound(Unpooled.copiedBuffer(text, UTF_8));
        to.runPendingTasks();
    }

    private static void hangUp(EmbeddedChannel client) {
        assertThat(client.close().isSuccess()).isTrue();
    }

    /** Lets time pass on the loop of HTTP. */
    private void pass(long millis) {
        channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        channel.runPendingTasks();
    }

    private String written() {
        channel.runPendingTasks();
        return text(channel);
    }

    private static String text(EmbeddedChannel from) {
        StringBuilder text = new StringBuilder();
        for (ByteBuf part = from.readOutbound(); part != null; part = from.readOutbound()) {
            text.append(part.toString(UTF_8));
            part.release();
        }
        return text.toString();
    }
}
