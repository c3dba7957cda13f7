package io.github.hubsh.core.hub;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.message.ConnectReply;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.testkit.GoodClient;
import io.github.hubsh.core.testkit.RawPeer;
import io.github.hubsh.core.testkit.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Inputs that stop, deafen or silence a reference hub, as recorded: our hub answers or counts each of them.
 * RELIABILITY.md lists all rows; those about peers that come and go have their tests where such peers are.
 */
final class WhereTheReferenceBreaksTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Messages messages = Messages.create();
    private final Hub hub = new Hub("tcp://127.0.0.1:*", "central");
    private final List<RawPeer> opened = new ArrayList<>();
    private GoodClient good;

    @BeforeEach
    void start() {
        hub.reset();
        good = new GoodClient(hub);
    }

    @AfterEach
    void stop() {
        good.assertServed();
        opened.forEach(RawPeer::close);
        good.close();
        hub.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenTexts")
    void query_socket_invalid_json_empty_frame_non_utf8_deep_json_utf16(String name, byte[] payload) {
        assertAnsweredOnQuerySocket(payload);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalidMessages")
    void query_socket_schema_invalid_version_06_no_content(String name, byte[] payload) {
        assertAnsweredOnQuerySocket(payload);
    }

    private void assertAnsweredOnQuerySocket(byte[] payload) {
        RawPeer peer = open(RawPeer.query(hub.queryUri()));
        peer.send(payload);
        assertThat(error(peer.receiveMessage(TIMEOUT))).isEqualTo("MalformedMessage");
        peer.send(messages.connectRequest("client", "hub"));
        assertThat(peer.receiveMessage(TIMEOUT)).isInstanceOf(ConnectReply.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenTexts")
    void command_socket_non_utf8_payload_bad_json_empty_payload_deep_json(String name, byte[] payload) {
        assertAnsweredOnCommandSocket(payload);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalidMessages")
    void command_socket_no_content(String name, byte[] payload) {
        assertAnsweredOnCommandSocket(payload);
    }

    private void assertAnsweredOnCommandSocket(byte[] payload) {
        RawPeer peer = join("client");
        peer.send(payload);
        assertThat(error(peer.receiveMessage(TIMEOUT))).isEqualTo("MalformedMessage");
        peer.send(messages.executeRequest("client", "central", "ping", Payload.NONE));
        assertThat(error(peer.receiveMessage(TIMEOUT))).isEmpty();
    }

    static Stream<Arguments> brokenTexts() {
        return Stream.of(
                Arguments.of("invalid JSON", "{not json".getBytes(UTF_8)),
                Arguments.of("an empty frame", new byte[0]),
                Arguments.of("bytes that are not UTF-8", new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xFD}),
                Arguments.of("not UTF-8 within a text", notUtf8(Samples.EXECUTE_REQUEST)),
                Arguments.of("100 kB of [", "[".repeat(100_000).getBytes(UTF_8)),
                Arguments.of("UTF-16", Samples.EXECUTE_REQUEST.getBytes(UTF_16)));
    }

    static Stream<Arguments> invalidMessages() {
        return Stream.of(
                Arguments.of("a list", "[1, 2]".getBytes(UTF_8)),
                Arguments.of("an object that is no message", "{\"a\": 1}".getBytes(UTF_8)),
                Arguments.of(
                        "version 0.6",
                        Samples.EXECUTE_REQUEST.replace("0.4", "0.6").getBytes(UTF_8)),
                Arguments.of(
                        "a version that is a number",
                        Samples.EXECUTE_REQUEST.replace("\"0.4\"", "0.4").getBytes(UTF_8)),
                Arguments.of(
                        "no content",
                        Samples.EXECUTE_REQUEST
                                .replaceFirst(",\"content\".*", "}")
                                .getBytes(UTF_8)));
    }

    @Test
    void query_socket_an_execute_reply() {
        RawPeer peer = open(RawPeer.query(hub.queryUri()));
        peer.send(Samples.EXECUTE_REPLY);
        assertThat(error(peer.receiveMessage(TIMEOUT))).isEqualTo("UnexpectedMessage");
        peer.send(Samples.EXECUTE_REPLY.replace("\"status\":\"ok\",", ""));
        assertThat(error(peer.receiveMessage(TIMEOUT))).isEqualTo("MalformedMessage");
    }

    @Test
    void one_two_or_four_frames() {
        RawPeer peer = join("client");
        byte[] ping = Samples.EXECUTE_REQUEST.getBytes(UTF_8);
        long dropped = hub.statistics().dropped();
        hub.onCommandReceived(List.of("client".getBytes(UTF_8)));
        peer.sendFrames(ping);
        peer.sendFrames(new byte[0], ping, ping);
        awaitDropped(dropped + 3);
        peer.send(messages.executeRequest("client", "central", "ping", Payload.NONE));
        assertThat(error(peer.receiveMessage(TIMEOUT))).isEmpty();
    }

    @Test
    void no_frames_at_all_are_the_callers_mistake() {
        assertThatThrownBy(() -> hub.onQueryReceived(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hub.onCommandReceived(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void non_utf8_identity() {
        RawPeer peer = open(RawPeer.command(hub.commandUri(), new byte[] {(byte) 0xC3, (byte) 0x28}));
        long dropped = hub.statistics().dropped();
        peer.send(Samples.EXECUTE_REQUEST);
        awaitDropped(dropped + 1);
    }

    @Test
    void source_mismatch() {
        RawPeer peer = join("client");
        long dropped = hub.statistics().dropped();
        peer.send(messages.executeRequest("another", "central", "ping", Payload.NONE));
        awaitDropped(dropped + 1);
    }

    @Test
    void an_execute_reply_addressed_to_the_hub() {
        RawPeer peer = join("client");
        long dropped = hub.statistics().dropped();
        peer.send(Samples.EXECUTE_REPLY.replace("\"electrodes\"", "\"central\""));
        awaitDropped(dropped + 1);
        peer.send(messages.executeRequest("client", "central", "ping", Payload.NONE));
        assertThat(error(peer.receiveMessage(TIMEOUT))).isEmpty();
    }

    @Test
    void silent_true_to_an_unknown_target() {
        RawPeer peer = join("client");
        peer.send(messages.executeRequest("client", "absent", "ping", Payload.NONE, true, false));
        ExecuteReply reply = (ExecuteReply) peer.receiveMessage(TIMEOUT);
        assertThat(error(reply)).isEqualTo("UnsupportedRoute");
        assertThat(reply.source()).isEqualTo("absent");
    }

    @Test
    void a_request_of_an_unregistered_source_is_answered_with_an_error() {
        RawPeer stranger = open(RawPeer.command(hub.commandUri(), "str\nanger".getBytes(UTF_8)));
        stranger.send(messages.executeRequest("str\nanger", "central", "ping", Payload.NONE));
        assertThat(error(stranger.receiveMessage(TIMEOUT))).isEqualTo("UnsupportedRoute");
    }

    @Test
    void a_peer_that_connects_with_a_valid_identity_is_registered_by_that() {
        RawPeer peer = open(RawPeer.command(hub.commandUri(), "back again".getBytes(UTF_8)));
        peer.send(messages.executeRequest("back again", "good", "ping", Payload.NONE));
        assertThat(error(peer.receiveMessage(TIMEOUT))).isEmpty();
        assertThat(hub.registry()).containsKey("back again");
    }

    @Test
    void silent_left_out_of_a_request() {
        String ping = Samples.EXECUTE_REQUEST.replace("set_state", "ping").replace("\"silent\":false,", "");
        for (String target : List.of("central", "good")) {
            RawPeer peer = join("client");
            peer.send(ping.replace("\"electrodes\"", "\"" + target + "\""));
            ExecuteReply reply = (ExecuteReply) peer.receiveMessage(TIMEOUT);
            assertThat(error(reply)).isEmpty();
            assertThat(reply.silent()).isFalse();
            peer.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"silent\":true,' | '\"silent\":null,' | boom",
                "'\"metadata\":{\"mime_type\":\"application/json\"},' | '\"metadata\":null,' | boom",
                "'\"data\":\"e30=\",' | '\"data\":null,' | boom",
                "'\"evalue\":\"boom\",\"traceback\":[\"line 1\",\"line 2\"]' | '\"evalue\":null' | ''",
                "'\"ename\":\"ValueError\",\"evalue\":\"boom\",\"traceback\":[\"line 1\",\"line 2\"]' | '' | {}",
            })
    void null_for_silent_metadata_error_or_data_of_a_reply(String valid, String sent, String error) {
        RawPeer client = join("client");
        RawPeer plugin = join("electrodes");
        ask(client, plugin);
        plugin.send(fromElectrodes(Samples.EXECUTE_REPLY.replace(valid, sent)));
        ExecuteReply reply = (ExecuteReply) client.receiveMessage(TIMEOUT);
        assertThat(reply.session()).isEqualTo("s-1");
        assertThat(reply.error().value()).isEqualTo(error);
    }

    @Test
    void null_for_the_error_of_a_reply() {
        RawPeer client = join("client");
        RawPeer plugin = join("electrodes");
        ask(client, plugin);
        plugin.send(fromElectrodes(Samples.EXECUTE_REPLY.replaceFirst("\"error\":\\{[^}]*}", "\"error\":null")));
        assertThat(error(client.receiveMessage(TIMEOUT))).isEmpty();
    }

    @Test
    void a_reply_that_is_invalid_in_another_way() {
        RawPeer client = join("client");
        RawPeer plugin = join("electrodes");
        ask(client, plugin);
        plugin.send(fromElectrodes(Samples.EXECUTE_REPLY.replace("\"status\":\"ok\",", "")));
        ExecuteReply reply = (ExecuteReply) client.receiveMessage(TIMEOUT);
        assertThat(reply.session()).isEqualTo("s-1");
        assertThat(reply.source()).isEqualTo("electrodes");
        assertThat(reply.error().summary()).isEqualTo("InvalidReply: content.status: missing, expected a string");
        ask(client, plugin);
        plugin.send(notUtf8(fromElectrodes(Samples.EXECUTE_REPLY)));
        assertThat(((ExecuteReply) client.receiveMessage(TIMEOUT)).error().summary())
                .isEqualTo("InvalidReply: JSON that is not UTF-8");
    }

    /** The client asks in the session that the sample answers. */
    private static void ask(RawPeer client, RawPeer plugin) {
        client.send(Samples.EXECUTE_REQUEST);
        assertThat(plugin.receiveMessage(TIMEOUT).session()).isEqualTo("s-1");
    }

    /** The sample's own header says what a request's would. */
    private static String fromElectrodes(String reply) {
        return reply.replaceFirst("client", "CLIENT")
                .replaceFirst("electrodes", "client")
                .replaceFirst("CLIENT", "electrodes");
    }

    @Test
    void a_name_that_is_not_ascii_is_answered_like_any_other() {
        RawPeer peer = join("caf\u00e9");
        peer.send(messages.executeRequest("caf\u00e9", "th\u00e9", "ping", Payload.NONE));
        assertThat(peer.receiveMessage(TIMEOUT).source()).isEqualTo("th\u00e9");
        peer.send(messages.executeRequest("caf\u00e9", "good", "ping", Payload.NONE));
        assertThat(error(peer.receiveMessage(TIMEOUT))).isEmpty();
    }

    @Test
    void a_plugin_registering_the_hubs_own_name() {
        RawPeer peer = open(RawPeer.query(hub.queryUri()));
        peer.send(messages.connectRequest("central", "hub"));
        peer.send(messages.executeRequest("central", "central", "register", Payload.NONE));
        assertThat(peer.receiveMessages(2, TIMEOUT))
                .extracting(WhereTheReferenceBreaksTest::error)
                .containsOnly("RegistrationRefused");
        assertThat(hub.registry()).doesNotContainKey("central");
    }

    @Test
    void ten_thousand_requests_at_once() {
        RawPeer peer = join("client");
        Set<String> sessions = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            var request = messages.executeRequest("client", i % 2 == 0 ? "central" : "good", "ping", Payload.NONE);
            sessions.add(request.session());
            peer.send(request);
        }
        for (Message reply : peer.receiveMessages(10_000, TIMEOUT)) {
            assertThat(error(reply)).isEmpty();
            sessions.remove(reply.session());
        }
        assertThat(sessions).isEmpty();
    }

    private void awaitDropped(long count) {
        eventually(() -> hub.statistics().toString(), () -> hub.statistics().dropped() >= count, TIMEOUT);
    }

    private RawPeer join(String name) {
        try (RawPeer registrar = RawPeer.query(hub.queryUri())) {
            registrar.send(messages.connectRequest(name, "hub"));
            registrar.receiveMessage(TIMEOUT);
        }
        return open(RawPeer.command(hub.commandUri(), name.getBytes(UTF_8)));
    }

    private RawPeer open(RawPeer peer) {
        opened.add(peer);
        return peer;
    }

    /** Returns the kind of error, or nothing where there is none. */
    private static String error(Message reply) {
        ExecuteReply answer = (ExecuteReply) reply;
        return answer.error() == null ? "" : answer.error().name();
    }

    private static byte[] notUtf8(String message) {
        byte[] bytes = message.getBytes(UTF_8);
        bytes[message.indexOf("set_state")] = (byte) 0xE9;
        return bytes;
    }
}
