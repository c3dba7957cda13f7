package io.github.hubsh.core.hub;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.RawPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.core.value.ContentException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins in CPython that are killed or stopped while they have requests. */
final class HubPresenceIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(40);
    private static final int REQUESTS = 200;

    private final Messages messages = Messages.create();
    private final Hub hub = new Hub("tcp://127.0.0.1:*");
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void needsPython() {
        Requires.python();
    }

    @BeforeEach
    void start() {
        hub.awayTimeout(Duration.ofSeconds(60)).reset();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROUTER", "DEALER"})
    void target_killed_or_registered_but_never_connected(String socket) throws ContentException {
        PythonPeer plugin = plugin(socket);
        RawPeer client = client();
        Set<String> sessions = askAll(client);
        plugin.kill();
        assertEachEndsWithAnError(client, sessions);

        ask(client, "ping", Map.of());
        assertThat(((ExecuteReply) client.receiveMessage(TIMEOUT)).error().name())
                .isEqualTo("NotConnected");
        PythonPeer again = plugin(socket);
        assertServes(client);
        again.close();
    }

    @Test
    void target_hangs_or_its_cable_is_cut() throws ContentException {
        PythonPeer plugin = plugin("ROUTER");
        RawPeer client = client();
        Set<String> sessions = askAll(client);
        plugin.suspend();
        assertEachEndsWithAnError(client, sessions);
        assertThat(hub.registry()).containsKey("python_plugin");
        long dropped = hub.statistics().dropped();

        plugin.resume();
        eventually(() -> Boolean.TRUE.equals(hub.plugins().get(0).connected()), TIMEOUT);
        assertServes(client);
        assertThat(hub.statistics().dropped()).isGreaterThanOrEqualTo(dropped);
    }

    @Test
    void two_live_peers_with_one_name() {
        PythonPeer first = open(PythonPeer.start("peer_reset.py", hub.queryUri(), "twin", "1"));
        assertThat(first.ready().path("errors").toString()).isEqualTo("[null]");
        PythonPeer second = open(PythonPeer.start("peer_reset.py", hub.queryUri(), "twin", "1"));
        assertThat(second.ready().path("errors").path(0).path("ename").asText()).isEqualTo("NameInUse");
        second.kill();
        first.kill();
        PythonPeer third = open(PythonPeer.start("peer_reset.py", hub.queryUri(), "twin", "1"));
        assertThat(third.ready().path("errors").toString()).isEqualTo("[null]");
        third.suspend();
        PythonPeer fourth = open(PythonPeer.start("peer_reset.py", hub.queryUri(), "twin", "1"));
        assertThat(fourth.ready().path("errors").toString()).isEqualTo("[null]");
        third.resume();
    }

    @Test
    void a_plugin_of_the_field_may_reset_itself_at_any_time() {
        PythonPeer plugin = open(PythonPeer.start("peer_reset.py", hub.queryUri(), "reset", "30"));
        assertThat(plugin.ready().path("errors")).hasSize(30).allMatch(JsonNode::isNull);
    }

    private PythonPeer open(PythonPeer peer) {
        opened.add(peer);
        return peer;
    }

    private PythonPeer plugin(String socket) {
        PythonPeer plugin = PythonPeer.plugin(
                hub.queryUri(), "python_plugin", socket.equals("DEALER") ? new String[] {"--dealer"} : new String[0]);
        opened.add(plugin);
        return plugin;
    }

    private RawPeer client() {
        RawPeer client = RawPeer.command(hub.commandUri(), "client".getBytes(UTF_8));
        opened.add(client);
        client.send(messages.executeRequest("client", "hub", "ping", Payload.NONE));
        client.receiveMessage(TIMEOUT);
        return client;
    }

    /** The first keeps the plugin busy, the others wait behind it. */
    private Set<String> askAll(RawPeer client) throws ContentException {
        Set<String> sessions = new HashSet<>();
        for (int i = 0; i < REQUESTS; i++) {
            sessions.add(ask(client, "slow", Map.of("seconds", i == 0 ? 12 : 0)));
        }
        eventually(() -> hub.plugins().get(0).inFlight() == REQUESTS, TIMEOUT);
        return sessions;
    }

    private void assertEachEndsWithAnError(RawPeer client, Set<String> sessions) {
        client.receiveMessages(REQUESTS, TIMEOUT).forEach(reply -> {
            assertThat(reply.source()).isEqualTo("python_plugin");
            assertThat(((ExecuteReply) reply).error().name()).isEqualTo("Disconnected");
            assertThat(sessions.remove(reply.session())).isTrue();
        });
        assertThat(sessions).isEmpty();
        assertThat(hub.statistics().lost()).isEqualTo(REQUESTS);
    }

    /** A reply from before may come late; it is not for this client. */
    private void assertServes(RawPeer client) throws ContentException {
        String session = ask(client, "ping", Map.of());
        ExecuteReply reply = (ExecuteReply) client.receiveMessage(TIMEOUT);
        assertThat(reply.session()).isEqualTo(session);
        assertThat(reply.error()).isNull();
    }

    private String ask(RawPeer client, String command, Map<String, Object> arguments) throws ContentException {
        ExecuteRequest request = messages.executeRequest(
                "client", "python_plugin", command, ContentData.encode(arguments, Payload.JSON));
        client.send(request);
        return request.session();
    }
}
