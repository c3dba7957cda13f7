package io.github.hubsh.core.hub;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.NameInUseException;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.protocol.HubPolicy;
import io.github.hubsh.core.testkit.RawPeer;
import io.github.hubsh.core.value.ContentException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of plugins that go, and of requests to them, wherever the hub is bound. */
abstract class HubPresenceContract {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int REQUESTS = 500;

    private final Messages messages = Messages.create();
    private final Hub hub;
    private final List<RawPeer> opened = new ArrayList<>();

    HubPresenceContract(String uri) {
        hub = new Hub(uri);
    }

    @BeforeEach
    void start() {
        hub.awayTimeout(Duration.ofMillis(300));
        hub.reset();
    }

    @AfterEach
    void stop() {
        opened.forEach(RawPeer::close);
        hub.close();
    }

    @Test
    void target_killed_or_registered_but_never_connected() {
        RawPeer client = connect("client");
        RawPeer target = connect("target");
        Set<String> sessions = new HashSet<>();
        for (int i = 0; i < REQUESTS; i++) {
            sessions.add(ask(client, "target").session());
        }
        target.receiveMessages(REQUESTS, TIMEOUT);
        target.close();
        for (Message reply : client.receiveMessages(REQUESTS, TIMEOUT)) {
            assertThat(reply.source()).isEqualTo("target");
            assertThat(((ExecuteReply) reply).error().name()).isEqualTo("Disconnected");
            assertThat(sessions.remove(reply.session())).isTrue();
        }
        assertThat(sessions).isEmpty();
        assertThat(hub.statistics().lost()).isEqualTo(REQUESTS);

        eventually(() -> !hub.registry().containsKey("target"), TIMEOUT);
        assertThat(hub.registry()).containsKey("client");
        ask(client, "target");
        assertThat(((ExecuteReply) client.receiveMessage(TIMEOUT)).error().name())
                .isEqualTo("UnsupportedRoute");
    }

    @Test
    void a_third_plugin_answers_a_request_of_another() {
        RawPeer client = connect("client");
        RawPeer target = connect("target");
        RawPeer forger = connect("forger");
        ask(client, "target");
        ExecuteRequest request = (ExecuteRequest) target.receiveMessage(TIMEOUT);
        Payload value = new Payload("forged", Map.of());
        ExecuteReply honest = messages.executeReply(request, 1, Payload.NONE);
        Message forged =
                messages.executeReply(messages.executeRequest("client", "forger", "work", Payload.NONE), 1, value);
        forger.send(forged);
        eventually(() -> hub.statistics().dropped() == 1, TIMEOUT);
        target.send(honest);
        target.send(honest);
        assertThat(client.receiveMessage(TIMEOUT)).isEqualTo(honest);
        eventually(() -> hub.statistics().dropped() == 2, TIMEOUT);
    }

    @Test
    void a_peer_that_comes_back_within_the_time_stays_in_the_registry() {
        RawPeer client = connect("client");
        connect("target").close();
        RawPeer again = connect("target");
        ask(client, "target");
        assertThat(again.receiveMessage(TIMEOUT).source()).isEqualTo("client");
        connect("short").close();
        eventually(() -> !hub.registry().containsKey("short"), TIMEOUT);
        assertThat(hub.registry().keySet()).containsExactly("client", "target");
    }

    @Test
    void the_hub_tells_what_it_knows_of_its_plugins_and_of_itself() throws ContentException {
        RawPeer client = connect("client");
        RawPeer target = connect("target");
        ask(client, "target");
        target.receiveMessage(TIMEOUT);
        ask(client, "absent");
        client.receiveMessage(TIMEOUT);
        connect("gone").close();
        eventually(() -> Boolean.FALSE.equals(hub.plugins().get(2).connected()), TIMEOUT);

        client.send(messages.executeRequest("client", "hub", "hub_status", Payload.NONE));
        ExecuteReply reply = (ExecuteReply) client.receiveMessage(TIMEOUT);
        assertThat(reply.result().mimeType()).isEqualTo(Payload.JSON);
        Map<?, ?> status = (Map<?, ?>) ContentData.decode(reply.result());
        assertThat(status.get("version")).isEqualTo(1L);
        Map<?, ?> plugins = (Map<?, ?>) status.get("plugins");
        assertThat(plugins.keySet().toString()).isEqualTo("[client, target, gone]");
        assertThat(withoutTime(plugins.get("client")))
                .isEqualTo("{connected=true, in_flight=0, dropped=0, refused=1, lost=0}");
        assertThat(withoutTime(plugins.get("target")))
                .isEqualTo("{connected=true, in_flight=1, dropped=0, refused=0, lost=0}");
        assertThat(withoutTime(plugins.get("gone"))).startsWith("{connected=false");
        assertThat(((Map<?, ?>) status.get("statistics")).get("refused")).isEqualTo(1L);
    }

    @Test
    void names_that_one_client_registers_and_never_connects_lock_no_other_out() {
        hub.awayTimeout(HubPolicy.DEFAULT_AWAY_TIMEOUT).reset();
        int count = 10_000;
        RawPeer registrar = RawPeer.query(hub.queryUri());
        opened.add(registrar);
        for (int i = 0; i < count; i++) {
            registrar.send(messages.connectRequest("taken " + i, "hub"));
        }
        int refused = 0;
        for (Message reply : registrar.receiveMessages(count, TIMEOUT)) {
            if (reply instanceof ExecuteReply refusal) {
                refused++;
                assertThat(refusal.error().summary())
                        .startsWith("RegistrationRefused: This client has registered 1000 plugins");
            }
        }
        assertThat(refused).isEqualTo(count - 1000);

        try (Plugin plugin = new Plugin("newcomer", hub.queryUri())) {
            plugin.reset();
            assertThat(plugin.execute("newcomer", "ping")).isEqualTo("pong");
        }
        assertThat(hub.registry()).containsKey("newcomer");
    }

    @Test
    void a_second_plugin_of_a_name_reads_what_the_hub_says() {
        Plugin first = new Plugin("twin", hub.queryUri());
        try (Plugin second = new Plugin("twin", hub.queryUri())) {
            first.reset();
            assertThatThrownBy(second::reset)
                    .isInstanceOf(NameInUseException.class)
                    .hasMessage("the hub at " + hub.queryUri() + " refuses 'twin': NameInUse: Another plugin of the"
                            + " name 'twin' is connected. Choose another name, or end that one first.");
            assertThat(first.execute("twin", "ping")).isEqualTo("pong");
            first.close();
            second.reset();
        } finally {
            first.close();
        }
    }

    private static String withoutTime(Object plugin) {
        Map<Object, Object> facts = new LinkedHashMap<>((Map<?, ?>) plugin);
        assertThat(Instant.parse((String) facts.remove("since"))).isBeforeOrEqualTo(Instant.now());
        return facts.toString();
    }

    private ExecuteRequest ask(RawPeer client, String target) {
        ExecuteRequest request = messages.executeRequest("client", target, "work", Payload.NONE);
        client.send(request);
        return request;
    }

    /** Connects a plugin, and waits until the hub knows it: a command of the hub answers. */
    private RawPeer connect(String name) {
        RawPeer peer = RawPeer.command(hub.commandUri(), name.getBytes(UTF_8));
        opened.add(peer);
        peer.send(messages.executeRequest(name, "hub", "ping", Payload.NONE));
        peer.receiveMessage(TIMEOUT);
        return peer;
    }
}
