package io.github.hubsh.core.plugin;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.core.value.Bytes;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers in CPython with pyzmq on our hub, and our plugin on a hub in CPython that behaves as those in the field do. */
final class PythonInteropIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final ExecuteOptions PATIENT = ExecuteOptions.DEFAULT.withTimeout(TIMEOUT);
    private static final String PYTHON = "python_plugin";

    private final Hub hub = new Hub("tcp://127.0.0.1:*", "central");
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void needsPython() {
        Requires.python();
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"--pickle-protocol 2", "--pickle-protocol 5", "--pickle-protocol 5 --dealer"})
    void a_python_plugin_serves_ours_on_our_hub(String options) {
        open(PythonPeer.plugin(hub.queryUri(), PYTHON, options.split(" ")));
        Plugin ours = join("ours", hub.queryUri());

        assertThat(ours.execute(PYTHON, "ping", Map.of(), PATIENT)).isEqualTo("pong");
        assertThat(ours.execute(PYTHON, "add", Map.of("a", 2, "b", 3), PATIENT)).isEqualTo(5L);
        assertThat(ours.execute(PYTHON, "echo", Map.of("text", "µ"), PATIENT)).isEqualTo(Map.of("text", "µ"));
        assertThat(ours.execute(PYTHON, "none", Map.of(), PATIENT)).isNull();
        assertThat(ours.execute(PYTHON, "get_text", Map.of(), PATIENT)).isEqualTo("hällo");
        assertThat(((Bytes) ours.execute(PYTHON, "get_bytes", Map.of(), PATIENT)).toArray())
                .hasSize(256);
        assertThat(ours.execute(PYTHON, "get_big_int", Map.of(), PATIENT))
                .isEqualTo(BigInteger.TWO.pow(200).add(BigInteger.ONE));
        assertThat(ours.execute(PYTHON, "get_nan", Map.of(), PATIENT))
                .isEqualTo(List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        assertThat((Map<?, ?>) ours.execute(PYTHON, "get_ordered", Map.of(), PATIENT))
                .extracting(map -> List.copyOf(map.keySet()).toString())
                .isEqualTo("[zulu, alpha, mike]");
        assertThat(ours.execute(PYTHON, "get_datetime", Map.of(), PATIENT)).isInstanceOf(Map.class);
        assertThat(ours.execute(PYTHON, "get_set_tuple", Map.of(), PATIENT)).isInstanceOf(Map.class);
        assertThat((Map<?, ?>) ours.execute(PYTHON, "get_json", Map.of(), PATIENT))
                .extracting(map -> map.get("nan"))
                .isEqualTo(Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(strings = {Payload.JSON, Payload.PICKLE})
    void a_python_plugin_takes_our_arguments_in_either_mime_type(String mimeType) {
        open(PythonPeer.plugin(hub.queryUri(), PYTHON));
        Plugin ours = join("ours", hub.queryUri());
        Map<String, Object> arguments =
                Map.of("a", List.of(1L, 2.5, "µ😀"), "b", Map.of("big", BigInteger.TWO.pow(70)));
        assertThat(ours.execute(PYTHON, "echo", arguments, PATIENT.withMimeType(mimeType)))
                .isEqualTo(arguments);
    }

    @Test
    void a_python_plugins_errors_are_texts_and_reach_us_as_errors() {
        open(PythonPeer.plugin(hub.queryUri(), PYTHON));
        Plugin ours = join("ours", hub.queryUri());

        ExecuteReply reply = ours.executeForReply(PYTHON, "raise_error", Map.of(), PATIENT);
        assertThat(reply.status()).isEqualTo(ExecuteReply.Status.OK);
        assertThat(reply.failed()).isTrue();
        assertThatThrownBy(() -> ours.execute(PYTHON, "raise_error", Map.of(), PATIENT))
                .isInstanceOf(RemoteErrorException.class)
                .hasMessage("ValueError: boom: the electrode is on fire");
        assertThatThrownBy(() -> ours.execute(PYTHON, "nope", Map.of(), PATIENT))
                .hasMessage("Unrecognized command: nope");
    }

    @ParameterizedTest
    @CsvSource({"2,", "5,", "5,--dealer"})
    void a_python_client_is_served_by_our_plugin_and_our_hub(String protocol, String dealer) {
        Plugin ours = offer(new Plugin("ours", hub.queryUri()));
        ours.reset(TIMEOUT);
        List<String> options = new ArrayList<>(List.of("--pickle-protocol", protocol));
        if (dealer != null) {
            options.add(dealer);
        }
        assertThat(ask("central", "ping", options).path("repr").asText()).isEqualTo("'pong'");
        assertThat(ask("ours", "ping", options).path("repr").asText()).isEqualTo("'pong'");
        for (String command : List.of("echo", "echo_json")) {
            List<String> all = new ArrayList<>(options);
            all.addAll(
                    List.of("--kwargs", "{'a': [1, 2.5, None, True], 'u': '\\u00b5', 'big': 1180591620717411303424}"));
            assertThat(ask("ours", command, all).path("repr").asText())
                    .isEqualTo("{'a': [1, 2.5, None, True], 'u': 'µ', 'big': 1180591620717411303424}");
        }
        assertThat(ask("ours", "text", options).path("repr").asText()).isEqualTo("'hällo'");
        assertThat(ask("ours", "bytes", options).path("repr").asText()).isEqualTo("b'\\x00\\xff'");
        assertThat(ask("ours", "nothing", options).path("repr").asText()).isEqualTo("None");
    }

    @Test
    void python_peers_meet_on_a_unix_domain_socket(@TempDir Path folder) {
        Hub local = new Hub("ipc://" + folder.resolve("hub"), "central");
        opened.add(local);
        local.reset();
        opened.add(0, PythonPeer.plugin(local.queryUri(), PYTHON));
        PythonPeer subscriber = PythonPeer.subscriber(local.queryUri(), "--name", "listener");
        opened.add(0, subscriber);

        try (PythonPeer client = PythonPeer.client(local.queryUri(), PYTHON, "add", "--kwargs", "{'a': 2, 'b': 3}")) {
            assertThat(client.next(TIMEOUT).path("repr").asText()).isEqualTo("5");
        }
        String heard = "";
        while (!heard.equals("execute_reply")) {
            JsonNode line = subscriber.next(TIMEOUT).path("broadcast");
            heard = line.path(0).asText().equals(PYTHON) ? line.path(2).asText() : "";
        }
    }

    @Test
    void our_errors_reach_a_python_client_as_errors() {
        offer(new Plugin("ours", hub.queryUri())).reset(TIMEOUT);

        JsonNode failed = ask("ours", "fail", List.of());
        assertThat(failed.path("status").asText()).isEqualTo("error");
        assertThat(failed.path("error").path("ename").asText()).isEqualTo("IllegalStateException");
        assertThat(failed.path("error").path("evalue").asText()).isEqualTo("on fire");
        assertThat(ask("ours", "nope", List.of()).path("error").path("evalue").asText())
                .isEqualTo("Unrecognized command: nope");
        assertThat(ask("central", "nope", List.of())
                        .path("error")
                        .path("evalue")
                        .asText())
                .isEqualTo("Unrecognized command: nope");
        for (List<String> options : List.of(List.<String>of(), List.of("--silent"))) {
            assertThat(ask("gone", "ping", options).path("error").path("evalue").asText())
                    .startsWith("Unsupported source(python_client)/target(gone) configuration.");
        }
    }

    @Test
    void a_python_subscriber_hears_our_hub_but_nothing_silent() {
        offer(new Plugin("ours", hub.queryUri())).reset(TIMEOUT);
        PythonPeer subscriber = open(PythonPeer.subscriber(hub.queryUri(), "--name", "listener"));
        ask("ours", "ping", List.of("--silent"));
        ask("ours", "ping", List.of("--name", "loud"));

        List<String> heard = new ArrayList<>();
        while (!heard.contains("ours>loud execute_reply")) {
            JsonNode line = subscriber.next(TIMEOUT).path("broadcast");
            heard.add(line.path(0).asText() + ">" + line.path(1).asText() + " "
                    + line.path(2).asText());
            assertThat(line.path(3).path("header").path("source").asText())
                    .isEqualTo(line.path(0).asText());
        }
        assertThat(heard)
                .containsSubsequence(
                        "python_client>hub connect_request",
                        "central>python_client connect_reply",
                        "python_client>central execute_request",
                        "central>python_client execute_reply",
                        "loud>ours execute_request",
                        "ours>loud execute_reply")
                .doesNotContain("python_client>ours execute_request", "ours>python_client execute_reply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub", "laboratory"})
    void our_plugin_is_at_home_on_a_python_hub(String hubName) {
        PythonPeer pythonHub = open(PythonPeer.hub("--name", hubName));
        open(PythonPeer.plugin(pythonHub.queryUri(), PYTHON));
        Plugin ours = offer(new Plugin("ours", pythonHub.queryUri(), SubscribeOptions.ALL));
        List<String> heard = new CopyOnWriteArrayList<>();
        ours.onSubscribe(b -> heard.add(b.source() + ">" + b.target() + " " + b.type()));
        ours.reset(TIMEOUT);

        assertThat(ours.hubName()).isEqualTo(hubName);
        assertThat(ours.registry().keySet()).containsExactly(PYTHON, "ours");
        assertThat(ours.execute(hubName, "ping", Map.of(), PATIENT)).isEqualTo("pong");
        assertThat(ours.execute(PYTHON, "add", Map.of("a", 1, "b", 2), PATIENT)).isEqualTo(3L);
        assertThat(ours.execute(PYTHON, "ping", Map.of(), PATIENT.withSilent(true)))
                .isEqualTo("pong");
        assertThat(ours.execute("ours", "echo", Map.of("x", 1L), PATIENT)).isEqualTo(Map.of("x", 1L));
        assertThatThrownBy(() -> ours.execute("gone", "ping", Map.of(), PATIENT))
                .isInstanceOf(RemoteErrorException.class)
                .hasMessageStartingWith("Unsupported source(ours)/target(gone) configuration.");
        assertThatThrownBy(() -> ours.execute(hubName, "nope", Map.of(), PATIENT))
                .hasMessage("Unrecognized command: nope");
        eventually(
                heard::toString,
                () -> {
                    ours.execute(PYTHON, "ping", Map.of(), PATIENT);
                    return heard.contains("python_plugin>ours execute_reply");
                },
                TIMEOUT);
    }

    @Test
    void a_python_client_is_served_by_our_plugin_on_a_python_hub() {
        PythonPeer pythonHub = open(PythonPeer.hub());
        offer(new Plugin("ours", pythonHub.queryUri())).reset(TIMEOUT);
        try (PythonPeer client = PythonPeer.client(pythonHub.queryUri(), "ours", "echo", "--kwargs", "{'x': 1}")) {
            assertThat(client.next(TIMEOUT).path("repr").asText()).isEqualTo("{'x': 1}");
        }
        try (PythonPeer client = PythonPeer.client(pythonHub.queryUri(), "ours", "fail")) {
            assertThat(client.next(TIMEOUT).path("error").path("evalue").asText())
                    .isEqualTo("on fire");
        }
    }

    @Test
    void ten_thousand_requests_at_once_are_all_answered_both_ways() {
        open(PythonPeer.plugin(hub.queryUri(), PYTHON));
        Plugin ours = offer(new Plugin("ours", hub.queryUri()));
        ours.reset(TIMEOUT);
        List<CompletableFuture<ExecuteReply>> replies = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            replies.add(ours.executeAsync(PYTHON, "add", Map.of("a", i, "b", 1), PATIENT));
        }
        for (int i = 0; i < replies.size(); i++) {
            assertThat(Replies.value(replies.get(i).join())).isEqualTo(i + 1L);
        }
        try (PythonPeer client =
                PythonPeer.client(hub.queryUri(), "ours", "ping", "--count", "10000", "--timeout", "30")) {
            assertThat(client.next(10_000, TIMEOUT))
                    .allMatch(line -> line.path("repr").asText().equals("'pong'"));
        }
    }

    private static Plugin handlers(Plugin plugin) {
        return plugin.command("echo", call -> call.arguments())
                .command("echo_json", Payload.JSON, call -> call.arguments())
                .command("text", Payload.TEXT, call -> "hällo")
                .command("bytes", Payload.BYTES, call -> new byte[] {0, -1})
                .command("nothing", call -> null)
                .command("fail", call -> {
                    throw new IllegalStateException("on fire");
                });
    }

    private Plugin offer(Plugin plugin) {
        opened.add(0, plugin);
        return handlers(plugin);
    }

    private Plugin join(String name, String uri) {
        Plugin plugin = new Plugin(name, uri);
        opened.add(0, plugin);
        plugin.reset(TIMEOUT);
        return plugin;
    }

    private JsonNode ask(String target, String command, List<String> options) {
        try (PythonPeer client = PythonPeer.client(hub.queryUri(), target, command, options.toArray(new String[0]))) {
            return client.next(TIMEOUT);
        }
    }

    private PythonPeer open(PythonPeer peer) {
        opened.add(0, peer);
        return peer;
    }
}
