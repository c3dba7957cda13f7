package io.github.hubsh.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are made here, and those that may not be. */
final class MessagesTest {
    private static final Payload DATA = new Payload("1", Map.of("mime_type", Payload.JSON));

    private final AtomicInteger made = new AtomicInteger();
    private final Messages messages = new Messages(
            () -> "id-" + made.incrementAndGet(), InstantSource.fixed(Instant.parse("2026-01-31T15:04:05.25Z")));

    @Test
    void a_request_opens_an_exchange() {
        assertThat(messages.executeRequest("ui", "pump", "go", DATA).header())
                .isEqualTo(new Header(
                        "id-2",
                        "id-1",
                        "2026-01-31T15:04:05.250+00:00",
                        "ui",
                        "pump",
                        MessageType.EXECUTE_REQUEST,
                        "0.4"));
    }

    @Test
    void a_reply_goes_back_in_the_session_of_its_request() {
        ExecuteRequest request = messages.executeRequest("ui", "pump", "go", DATA, true, false);
        ExecuteReply reply = messages.executeReply(request, 7, DATA);
        ExecuteReply failed = messages.errorReply(request, 8, RemoteError.ofText("too much"));

        assertThat(reply.header())
                .extracting(Header::source, Header::target, Header::session)
                .containsExactly("pump", "ui", request.session());
        assertThat(reply)
                .isEqualTo(new ExecuteReply(
                        reply.header(), request.header(), "go", ExecuteReply.Status.OK, 7, DATA, null, true));
        assertThat(reply.failed()).isFalse();
        assertThat(failed.failed()).isTrue();
        assertThat(failed.status().wireName()).isEqualTo("error");
        assertThat(failed.result()).isEqualTo(Payload.NONE);
    }

    @Test
    void a_reply_in_the_place_of_one_that_cannot_be_read_keeps_its_direction() {
        Header header = messages.header("pump", "ui", MessageType.EXECUTE_REPLY, "s");

        ExecuteReply again = messages.replyInstead(header, 3, RemoteError.ofText("no JSON"));
        ExecuteReply back = messages.errorReply(header, 3, RemoteError.ofText("no JSON"));

        assertThat(again.header()).extracting(Header::source, Header::target).containsExactly("pump", "ui");
        assertThat(again.parent()).isNull();
        assertThat(back.header()).extracting(Header::source, Header::target).containsExactly("ui", "pump");
        assertThat(back.parent()).isEqualTo(header);
    }

    @Test
    void identifiers_are_uuids_of_version_4_and_none_comes_twice() {
        Messages real = Messages.create();
        Set<String> identifiers = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            UUID uuid = UUID.fromString(
                    real.header("a", "b", MessageType.CONNECT_REQUEST, "s").msgId());
            assertThat(uuid.version()).isEqualTo(4);
            assertThat(uuid.variant()).isEqualTo(2);
            identifiers.add(uuid.toString());
        }
        assertThat(identifiers).hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"command", "data", "metadata", "silent", "stop_on_error"})
    void a_key_of_every_request_cannot_stand_beside_the_others(String key) {
        ExecuteRequest request = messages.executeRequest("ui", "pump", "go", DATA);

        assertThat(request.with(Map.of("step", 1L)).more()).isEqualTo(Map.of("step", 1L));
        assertThatThrownBy(() -> request.with(Map.of(key, 1L)))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessage("content." + key + ": expected a key beside the others, found '" + key + "'");
    }

    @Test
    void a_header_has_a_version_and_a_message_the_type_of_its_header() {
        assertThatThrownBy(() -> new Header("1", "s", "d", "a", "b", MessageType.EXECUTE_REPLY, "0.6"))
                .hasMessage("header.version: expected one of 0.2, 0.3, 0.4, 0.5, found '0.6'");
        assertThatThrownBy(() -> new ConnectRequest(messages.header("a", "b", MessageType.EXECUTE_REPLY)))
                .isInstanceOf(InvalidMessageException.class);
    }

    static Stream<Arguments> found() {
        return Stream.of(
                Arguments.of(null, "nothing"),
                Arguments.of(5L, "5"),
                Arguments.of("5", "'5'"),
                Arguments.of("x".repeat(78), "'" + "x".repeat(78) + "'"),
                Arguments.of("x".repeat(79), "'" + "x".repeat(79) + "…"),
                Arguments.of(List.of("y".repeat(100)), "[" + "y".repeat(79) + "…"));
    }

    @ParameterizedTest
    @MethodSource("found")
    void what_was_found_is_shown_up_to_80_characters(@Nullable Object found, String shown) {
        assertThat(new InvalidMessageException("content.data", "a text", found))
                .hasMessage("content.data: expected a text, found " + shown);
    }

    /**
     * Columns: the mime type and the encoding that the sender says, a number where it says none, and those that count.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                             |        | application/python-pickle | BASE64
            application/json |        | application/json          | BASE64
            text/plain       | utf-8  | text/plain                | utf-8
            """)
    void a_payload_is_a_pickle_in_base64_where_the_sender_does_not_say(
            @Nullable String mime, @Nullable String encoding, String mimeType, String transferEncoding) {
        Map<String, @Nullable Object> metadata = new HashMap<>();
        metadata.put("mime_type", mime);
        metadata.put("transfer_encoding", encoding == null ? 5L : encoding);
        Payload payload = new Payload("x", metadata);

        assertThat(payload.mimeType()).isEqualTo(mimeType);
        assertThat(payload.transferEncoding()).isEqualTo(transferEncoding);
    }

    @Test
    void a_type_has_a_name_on_the_wire() {
        for (MessageType type : MessageType.values()) {
            assertThat(MessageType.ofWireName(type.wireName())).contains(type);
        }
        assertThat(MessageType.ofWireName("EXECUTE_REPLY")).isEqualTo(Optional.empty());
    }

    @Test
    void a_way_back_begins_with_the_identity_of_the_sender() {
        assertThat(Envelope.of(new byte[] {1, 2}).identity()).containsExactly(1, 2);
        assertThat(Envelope.of(new byte[] {1, 2}).frames()).hasSize(2);
        assertThat(new Envelope(List.of()).identity()).isEmpty();
    }

    @Test
    void the_outline_of_a_request_holds_its_texts_and_what_its_header_has_more() {
        ExecuteRequest request = messages.executeRequest("ui", "pump", "go", DATA, true, true);
        Header longer = new Header(
                "1", "s", "d", "ui", "pump", MessageType.EXECUTE_REQUEST, "0.4", Map.of("more", Arrays.asList(1L)));

        RequestOutline outline = RequestOutline.of(request, 5000);

        assertThat(outline.request()).isEqualTo(new ExecuteRequest(request.header(), "go", Payload.NONE, true, true));
        assertThat(outline.size()).isEqualTo("id-2id-12026-01-31T15:04:05.250+00:00uipumpgo".length());
        assertThat(RequestOutline.of(new ExecuteRequest(longer, "go", DATA, false, false), 5000)
                        .size())
                .isEqualTo(5000);
        assertThat(RequestOutline.of(new ExecuteRequest(longer, "go", DATA, false, false), 3)
                        .size())
                .isEqualTo("1sduipumpgo".length());
    }
}
