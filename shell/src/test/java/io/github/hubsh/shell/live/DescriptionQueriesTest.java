package io.github.hubsh.shell.live;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.handler.CommandDescription;
import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.shell.demo.DemoNetwork;
import io.github.hubsh.shell.fake.FakeFiles;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.memory.Catalog;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.network.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sessions on a real hub come to know of plugins that describe themselves, and of one that cannot. */
final class DescriptionQueriesTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final Hub hub = new Hub("tcp://127.0.0.1:*", "lab");
    private final AtomicInteger bothered = new AtomicInteger();
    private Plugin pump;
    private Plugin old;

    @BeforeEach
    void start() {
        hub.reset();
        pump = new Plugin("pump", hub.queryUri())
                .command(
                        "dispense",
                        Payload.JSON,
                        CommandDescription.of("dispense a volume")
                                .argument("volume_ul", "number", "how much")
                                .required(),
                        call -> null);
        // As every peer that was not written with this library: it knows no such command, and says so.
        old = new Plugin("old", hub.queryUri()).command("describe", call -> {
            bothered.incrementAndGet();
            throw new IllegalArgumentException("Unrecognized command: describe");
        });
        pump.reset(TIMEOUT);
        old.reset(TIMEOUT);
    }

    @AfterEach
    void stop() {
        pump.close();
        old.close();
        hub.close();
    }

    @Test
    void the_prompt_knows_in_the_background_what_a_plugin_describes() {
        LiveSession session = session(true);
        session.hub().network();

        eventually(() -> dispense(session.memory().catalog()) != null, TIMEOUT);
        assertThat(dispense(session.memory().catalog()).origin()).isEqualTo(KnowledgeOrigin.DESCRIBED);
        assertThat(session.memory().catalog().atHand("pump", "dispense"))
                .isEqualTo(dispense(session.memory().catalog()));
        eventually(() -> session.memory().catalog().commands("lab").contains("register"), TIMEOUT);
        session.close();
    }

    @Test
    void a_plugin_that_comes_later_is_asked_too() {
        LiveSession session = session(true);
        session.hub().network();
        try (Plugin late = new Plugin("late", hub.queryUri()).command("snap", call -> null)) {
            late.reset(TIMEOUT);

            eventually(() -> session.memory().catalog().commands("late").contains("snap"), TIMEOUT);
        }
        session.close();
    }

    @Test
    void a_plugin_that_cannot_describe_itself_is_asked_exactly_once() {
        LiveSession session = session(true);
        session.hub().network();
        eventually(() -> bothered.get() == 1, TIMEOUT);
        eventually(() -> dispense(session.memory().catalog()) != null, TIMEOUT);

        old.register();
        session.hub().network().peers().inquire("old");
        session.hub().network().peers().inquire("old");

        assertThat(bothered).hasValue(1);
        session.close();
    }

    @Test
    void a_single_request_asks_no_peer_and_adds_what_it_has_seen_without_a_look_at_the_rest() throws IOException {
        dispense(5L);
        dispense(6L);

        assertThat(bothered).hasValue(0);
        assertThat(cache()).isDirectoryContaining("glob:**.journal").isDirectoryNotContaining("glob:**.json");
        LiveSession third = session(false);
        assertThat(third.memory().catalog().atHand("pump", "dispense").origin()).isEqualTo(KnowledgeOrigin.SEEN);
        assertThat(third.memory().catalog().plugins()).containsExactly("old", "pump");
        KnownCommand known = dispense(third.memory().catalog());
        assertThat(known.argument("volume_ul").values()).containsExactly(6L, 5L);
        third.close();
        assertThat(cache()).isDirectoryContaining("glob:**.json").isDirectoryNotContaining("glob:**.journal");
    }

    @Test
    void a_session_that_listens_adds_what_it_has_heard() throws IOException {
        LiveSession listening = session(false);
        try (BroadcastStream heard = listening.hub().network().listen(new BroadcastFilter("pump", null, null))) {
            eventually(
                    () -> {
                        dispense(7L);
                        return heard.next(Duration.ofMillis(50)) != null;
                    },
                    TIMEOUT);
        }
        listening.close();

        try (Stream<Path> files = Files.list(cache())) {
            assertThat(files.filter(file -> file.toString().endsWith(".journal")))
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readString(file)).contains("dispense"));
        }
    }

    @Test
    void where_nothing_can_be_kept_a_request_is_as_good() throws IOException {
        Files.writeString(cache(), "a file in the place of the folder");

        dispense(5L);

        assertThat(cache()).content().startsWith("a file");
    }

    @Test
    void what_one_session_learned_the_next_one_knows() {
        LiveSession first = session(false);
        first.hub()
                .network()
                .send(new Request("pump", "dispense", Map.of("volume_ul", 5L), Payload.JSON, false, TIMEOUT))
                .await();
        first.hub().network().peers().inquire("pump");
        assertThat(dispense(first.memory().catalog()).argument("volume_ul").values())
                .containsExactly(5L);
        first.close();
        assertThat(cache()).isDirectoryContaining(path -> path.toString().endsWith(".json"));

        LiveSession second = session(false);
        assertThat(dispense(second.memory().catalog()).origin()).isEqualTo(KnowledgeOrigin.DESCRIBED);
        assertThat(dispense(second.memory().catalog()).argument("volume_ul").values())
                .containsExactly(5L);
        second.close();
    }

    @Test
    void what_the_user_declares_stands_in_for_what_a_plugin_cannot_tell() throws IOException {
        Files.writeString(
                folder.resolve("commands.json"),
                "{\"old\":{\"commands\":{\"snap\":{\"documentation\":\"take a picture\",\"arguments\":{}}}}}");
        LiveSession session = session(false);
        session.hub().network().peers().inquire("old");

        KnownCommand snap = session.memory().catalog().command("old", "snap");
        assertThat(snap.origin()).isEqualTo(KnowledgeOrigin.DECLARED);
        assertThat(snap.documentation()).isEqualTo("take a picture");
        session.close();
    }

    @Test
    void every_command_of_the_demo_describes_itself() {
        try (DemoNetwork demo = DemoNetwork.start()) {
            LiveSession session =
                    new LiveSession(SessionSettings.ofHub(demo.uri()), identity(), new FakeFiles(), new NotedDisplay());
            demo.commands().forEach((plugin, commands) -> {
                session.hub().network().peers().inquire(plugin);
                for (String command : commands) {
                    KnownCommand known = session.memory().catalog().command(plugin, command);
                    assertThat(known.published()).as(plugin + " " + command).isTrue();
                    assertThat(known.documentation()).as(plugin + " " + command).isNotEmpty();
                }
            });
            session.close();
        }
    }

    /** Sends one request in a session of its own. */
    private void dispense(long volume) {
        LiveSession session = session(false);
        session.hub()
                .network()
                .send(new Request("pump", "dispense", Map.of("volume_ul", volume), Payload.JSON, false, TIMEOUT))
                .await();
        session.close();
    }

    private static KnownCommand dispense(Catalog names) {
        return names.command("pump", "dispense");
    }

    private LiveSession session(boolean observing) {
        SessionSettings settings =
                new SessionSettings(hub.queryUri(), null, TIMEOUT, Duration.ZERO, List.of(), observing);
        return new LiveSession(settings, identity(), new FakeFiles(), new NotedDisplay());
    }

    private PluginIdentity identity() {
        return new PluginIdentity(
                "hubsh-ann-bench", List.of(folder.resolve("locks")), cache(), folder.resolve("commands.json"), null);
    }

    private Path cache() {
        return folder.resolve("knowledge");
    }
}
