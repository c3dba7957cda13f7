package io.github.hubsh.core.testkit;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The Python peers against each other: what our side is measured with has to be right first. */
final class PythonPeerTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @BeforeAll
    static void needsPython() {
        Requires.python();
    }

    @Test
    void a_client_gets_a_plugins_reply_through_a_hub() {
        try (PythonPeer hub = PythonPeer.hub("--name", "lab");
                PythonPeer plugin = PythonPeer.plugin(hub.queryUri(), "python_plugin");
                PythonPeer client =
                        PythonPeer.client(hub.queryUri(), "python_plugin", "add", "--kwargs", "{'a': 2, 'b': 3}")) {
            assertThat(plugin.ready().path("registry").toString()).isEqualTo("[\"python_plugin\"]");
            assertThat(client.next(SOON).path("repr").asText()).isEqualTo("5");
        }
    }

    @Test
    void a_dealer_is_as_good_a_plugin_as_a_router() {
        try (PythonPeer hub = PythonPeer.hub();
                PythonPeer plugin = PythonPeer.plugin(hub.queryUri(), "dealer", "--dealer", "--pickle-protocol", "5");
                PythonPeer client = PythonPeer.client(hub.queryUri(), "dealer", "get_ordered")) {
            assertThat(client.next(SOON).path("type").asText()).isEqualTo("OrderedDict");
            assertThat(plugin.complaints()).isEmpty();
        }
    }

    @Test
    void a_missing_target_is_answered_in_its_name_with_status_ok() {
        try (PythonPeer hub = PythonPeer.hub();
                PythonPeer client = PythonPeer.client(hub.queryUri(), "gone", "ping")) {
            JsonNode reply = client.next(SOON);
            assertThat(reply.path("error").asText())
                    .startsWith("Unsupported source(python_client)/target(gone) configuration.");
            assertThat(reply.path("status").asText()).isEqualTo("ok");
        }
    }

    @Test
    void a_burst_is_answered_whole_and_broadcast_once_each_way() {
        try (PythonPeer hub = PythonPeer.hub();
                PythonPeer plugin = PythonPeer.plugin(hub.queryUri(), "python_plugin");
                PythonPeer subscriber = PythonPeer.subscriber(hub.queryUri(), "--name", "listener");
                PythonPeer client = PythonPeer.client(hub.queryUri(), "python_plugin", "ping", "--count", "200")) {
            assertThat(client.next(200, SOON)).allMatch(line -> line.has("repr"));
            List<JsonNode> heard = subscriber.next(4 + 2 * 200, SOON);
            assertThat(heard.stream().map(line -> line.path("broadcast").path(2).asText()))
                    .startsWith("connect_request", "connect_reply", "execute_request", "execute_reply");
            assertThat(plugin.complaints()).isEmpty();
        }
    }

    @Test
    void a_peer_that_cannot_start_says_why() {
        assertThatThrownBy(() -> PythonPeer.start("peer_hub.py", "--uri", "nonsense"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("peer_hub.py --uri nonsense")
                .hasMessageContaining("ZMQError");
    }

    @Test
    void a_wait_that_fails_says_what_was_there_instead() {
        assertThatThrownBy(() -> eventually(() -> "still cold", () -> false, Duration.ofMillis(20)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("still cold (waited 20 ms)");
    }
}
