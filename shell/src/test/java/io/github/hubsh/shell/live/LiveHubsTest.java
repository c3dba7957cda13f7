package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.knowledge.LastPorts;
import io.github.hubsh.shell.session.ContextInUse;
import io.github.hubsh.shell.session.ServedCluster;
import io.github.hubsh.shell.session.ServedHub;
import io.github.hubsh.shell.session.ServedKeys;
import io.github.hubsh.shell.session.network.FakePlugin;
import io.github.hubsh.shell.session.network.FakeReply;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hubs in this process, which serve until the thread that started them is interrupted. */
final class LiveHubsTest {
    private static final String ANY_PORT = "tcp://127.0.0.1:*";

    @TempDir
    private Path folder;

    private final NotedDisplay display = new NotedDisplay();
    private final List<String> connected = new ArrayList<>();
    private LiveHubs hubs;
    private HubMemory names;

    @BeforeEach
    void open() {
        names = new HubMemory(new PluginIdentity("me", folder), new ContextInUse(), false);
        hubs = new LiveHubs(display, names, connected::add, new LastPorts(null));
    }

    @AfterEach
    void close() {
        hubs.close();
        assertThat(Thread.interrupted()).isFalse();
    }

    /** Columns: where, under which name; how it is announced. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            inproc://live-hubs  |     | hub 'hub' listens at inproc://live-hubs
            tcp://127.0.0.1:*   | lab | hub 'lab' listens at tcp://127.0.0.1:
            """)
    void a_hub_says_where_it_listens_and_ends_when_it_is_stopped(String uri, @Nullable String name, String announced) {
        stopped(new ServedHub(uri, name, 0, 0, null, null, null, new ServedKeys(null, null, false), null), 1);

        assertThat(display.said).hasSize(1);
        assertThat(display.said.get(0)).startsWith("NOTE " + announced).endsWith("; Ctrl-C stops it");
    }

    @Test
    void a_hub_with_a_page_says_where_that_is_too() {
        stopped(hub(ANY_PORT, null, null, "0", null), 2);

        assertThat(display.said).hasSize(2);
        assertThat(display.said.get(1)).startsWith("NOTE it is shown at http://127.0.0.1:");
    }

    @Test
    void a_hub_that_others_are_to_join_but_no_server_of_nats_answers_says_so() {
        display.afterwards = () -> Thread.currentThread().interrupt();
        ServedCluster cluster = new ServedCluster(List.of("nats://127.0.0.1:1"), null, null, null);

        assertThatThrownBy(() -> hubs.serveHub(hub("inproc://joining", null, null, null, cluster)))
                .hasMessage("the hub is stopped");

        assertThat(display.said).hasSize(2);
        assertThat(display.said.get(1))
                .startsWith("WARNING ")
                .endsWith(" nats://127.0.0.1:1; the hub keeps trying to join");
    }

    /** Columns: where, the hub's name, its memory; the problem, its text, and the remedy. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tcp://127.0.0.1:* | ``  |      | USAGE          | a hub's name has 1 to 255 bytes | choose another with --name, or hub-name in the configuration
            tcp://127.0.0.1:* | hub | 1000 | USAGE          | a memory budget has at least    | give it more, for example --memory 64m
            udp://127.0.0.1:1 | hub |      | CANNOT_CONNECT |                                 | choose another address, for example tcp://127.0.0.1:*
            tcp://192.0.2.1:9 | hub |      | CANNOT_CONNECT |                                 | choose another address, for example tcp://127.0.0.1:*
            """)
    void a_hub_that_cannot_be_is_refused_with_a_remedy(
            String uri, String name, @Nullable Long memory, Problem problem, @Nullable String text, String hint) {
        refused(() -> hubs.serveHub(hub(uri, name, memory, null, null)), problem, text == null ? "" : text, hint);
        assertThat(display.said).isEmpty();
    }

    @Test
    void how_long_a_plugin_may_be_away_and_the_memory_are_taken() {
        ServedHub asked = new ServedHub(
                ANY_PORT, null, 0, 0, Duration.ofSeconds(5), 1L << 24, null, new ServedKeys(null, null, false), null);

        stopped(asked, 1);
    }

    @Test
    void a_demo_is_joined_and_its_commands_are_known() {
        String uri = hubs.startDemo(ANY_PORT, List.of());

        assertThat(connected).containsExactly(uri);
        assertThat(names.commands("plugin_a")).contains("do_thing");
        assertThat(hubs.isDemo(uri)).isTrue();
        assertThat(hubs.isDemo(ANY_PORT)).isFalse();
        assertThat(hubs.playsRecording()).isFalse();
    }

    @Test
    void a_demo_of_a_recording_has_its_plugins() {
        FakePlugin heater =
                new FakePlugin("heater", List.of(), request -> new FakeReply(Payload.NONE, null, Duration.ZERO));

        String uri = hubs.startDemo(ANY_PORT, List.of(heater));

        assertThat(hubs.playsRecording()).isTrue();
        assertThat(hubs.isDemo(uri)).isTrue();
        assertThat(names.commands("plugin_a")).isEmpty();
    }

    @Test
    void there_is_one_demo_at_a_time() {
        String uri = hubs.startDemo(ANY_PORT, List.of());

        refused(() -> hubs.startDemo(ANY_PORT, List.of()), Problem.USAGE, "the demo runs already", "see plugins");
        hubs.close();
        assertThat(hubs.isDemo(uri)).isFalse();
        hubs.close();
    }

    @Test
    void a_demo_where_another_hub_listens_is_refused() {
        try (Hub other = new Hub(ANY_PORT)) {
            other.reset();

            refused(
                    () -> hubs.startDemo(other.queryUri(), List.of()),
                    Problem.CANNOT_CONNECT,
                    "",
                    "choose another address, for example tcp://127.0.0.1:*");
        }
        assertThat(connected).isEmpty();
    }

    /** Serves a hub until it has said so much; interrupts this thread, as Ctrl-C does. */
    private void stopped(ServedHub asked, int lines) {
        display.afterwards = () -> {
            if (display.said.size() == lines) {
                Thread.currentThread().interrupt();
            }
        };
        refused(
                () -> hubs.serveHub(asked),
                Problem.INTERRUPTED,
                "the hub is stopped",
                "its plugins keep running without it");
    }

    private static void refused(Runnable start, Problem problem, String text, String hint) {
        assertThatThrownBy(start::run).isInstanceOfSatisfying(ShellException.class, wrong -> {
            assertThat(wrong.problem()).isEqualTo(problem);
            assertThat(wrong.text()).startsWith(text);
            assertThat(wrong.hint()).isEqualTo(hint);
        });
    }

    private static ServedHub hub(
            String uri,
            @Nullable String name,
            @Nullable Long memory,
            @Nullable String http,
            @Nullable ServedCluster cluster) {
        return new ServedHub(uri, name, 0, 0, null, memory, http, new ServedKeys(null, null, false), cluster);
    }
}
