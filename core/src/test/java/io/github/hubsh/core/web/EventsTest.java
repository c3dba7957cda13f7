package io.github.hubsh.core.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.protocol.RoundTrips;
import io.github.hubsh.core.wire.BroadcastFrames;
import io.github.hubsh.core.wire.MessageWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The events that the page is made of. */
final class EventsTest {
    private final Messages messages = Messages.create();

    @Test
    void the_status_is_one_line_of_json() {
        HubSnapshot hub =
                FakeWatchedHub.snapshot("lab", List.of(FakeWatchedHub.plugin("pump", new RoundTrips(1_500_000, 1, 1))));

        assertThat(StatusEvent.render(hub, new WebCounts(2, 0, 1, 0, 4), FakeWatchedHub.NOON))
                .isEqualTo("event: status\ndata: {\"time\":\"2026-02-03T12:00:00Z\",\"hubs\":[{\"name\":\"lab\","
                        + "\"uri\":\"tcp://127.0.0.1:31000\",\"plugins\":1,\"connections\":3,\"memory\":1024,"
                        + "\"memory_limit\":65536}],\"plugins\":[{\"name\":\"pump\",\"connected\":true,"
                        + "\"since\":\"2026-02-03T12:00:00Z\",\"in_flight\":2,\"replies\":2,\"seconds\":0.0015,"
                        + "\"problems\":12}],\"hidden\":0,\"messages\":{\"received\":10,\"forwarded\":9,"
                        + "\"answered\":8,\"errors\":7,\"dropped\":6,\"lost\":5,\"broadcast\":4,"
                        + "\"broadcast_lost\":3},\"traffic\":{\"received_bytes\":2000,\"sent_bytes\":3000,"
                        + "\"replies\":2,\"seconds\":0.0015},\"viewers\":1,\"unshown\":4}\n\n");
    }

    @Test
    void the_status_of_a_hub_of_a_cluster_shows_the_others() {
        assertThat(StatusEvent.render(FakeWatchedHub.joined(), new WebCounts(2, 0, 1, 0, 4), FakeWatchedHub.NOON))
                .contains(
                        "\"cluster\":{\"name\":\"net\",\"joined\":true,\"server\":\"nats://h:4222\",\"hubs\":["
                                + "{\"name\":\"a\\\"}\\n<b>\",\"plugins\":1,\"round_trip\":null,\"silent\":0.02,"
                                + "\"asked\":0,\"served\":0},{\"name\":\"roomB\",\"plugins\":2,\"round_trip\":0.0025,"
                                + "\"silent\":1.5,\"asked\":4,\"served\":5}],\"hidden\":0,\"traffic\":{\"sent\":1,",
                        "\"lost\":7,");
    }

    @Test
    void a_request_shows_its_arguments() throws Exception {
        ExecuteRequest request = messages.executeRequest(
                "ui", "pump", "dispense", ContentData.encode(Map.of("volume_ul", 5L), Payload.PICKLE));

        assertThat(rendered(request))
                .endsWith("\"source\":\"ui\",\"target\":\"pump\",\"type\":\"execute_request\","
                        + "\"command\":\"dispense\",\"value\":\"{\\\"volume_ul\\\":5}\"}\n\n");
    }

    @Test
    void a_reply_shows_its_error_in_one_line() {
        ExecuteRequest request = messages.executeRequest("ui", "pump", "dispense", Payload.NONE);
        RemoteError error = new RemoteError("ValueError", "too\nmuch", List.of());

        assertThat(rendered(messages.errorReply(request, 1, error)))
                .endsWith("\"command\":\"dispense\",\"error\":\"ValueError: too\\nmuch\"}\n\n");
    }

    @Test
    void no_value_ends_its_line_or_is_longer_than_its_limit() throws Exception {
        String value = "\r\n\u2028\n\ndata: x".repeat(100) + "\ud83d\ude00";
        ExecuteRequest request = messages.executeRequest("a\nb", "c\r", "d", ContentData.encode(value, Payload.JSON));

        assertThat(rendered(request)).hasLineCount(3).hasSizeLessThan(1_500).doesNotContain("\r");
    }

    @Test
    void a_long_value_is_not_cut_inside_of_a_character() throws Exception {
        String value = "x".repeat(BroadcastEvent.MAX_TEXT - 1) + "\ud83d\ude00";
        ExecuteRequest request = messages.executeRequest("a", "b", "c", ContentData.encode(value, Payload.JSON));

        assertThat(rendered(request)).contains("x…\"");
    }

    @Test
    void of_what_is_too_long_or_is_no_message_the_frames_are_shown() {
        assertThat(rendered(frames("a", "b", "execute_reply", ""), 70_000))
                .isEqualTo("event: broadcast\ndata: {\"time\":\"2026-02-03T12:00:00Z\",\"bytes\":70000,"
                        + "\"source\":\"a\",\"target\":\"b\",\"type\":\"execute_reply\"}\n\n");
        assertThat(rendered(frames("a", "b", "execute_reply", "{}"), 2)).contains("\"malformed\":\"");
        assertThat(rendered(frames("a"), 0)).contains("\"malformed\":\"a broadcast of 1 frames");
    }

    private static List<byte[]> frames(String... texts) {
        return List.of(texts).stream().map(text -> text.getBytes(UTF_8)).toList();
    }

    private static String rendered(Message message) {
        byte[] json = MessageWriter.write(message);
        return rendered(BroadcastFrames.of(message, json).frames(), json.length);
    }

    private static String rendered(List<byte[]> frames, int textBytes) {
        return BroadcastEvent.render(new SeenBroadcast(FakeWatchedHub.NOON, frames, textBytes));
    }
}
