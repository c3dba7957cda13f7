package io.github.hubsh.shell.live;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.testkit.RawPeer;
import io.github.hubsh.core.wire.MessageWriter;
import io.github.hubsh.shell.session.ContextInUse;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import io.github.hubsh.shell.session.network.BroadcastStream;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Reply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions on a real hub. */
final class LiveSessionTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    private Path locks;

    private LiveBench bench;

    @BeforeEach
    void start() {
        bench = new LiveBench(locks);
        Plugin plugin = new Plugin("plugin_a", bench.hub.queryUri())
                .command("do_thing", Payload.JSON, call -> call.arguments())
                .command("fail", call -> {
                    throw new IllegalStateException("on fire");
                })
                .command("slow", call -> {
                    new CountDownLatch(1).await();
                    return null;
                });
        bench.connect(plugin);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    @Test
    void it_joins_on_first_use_under_its_name_and_gives_the_name_back() {
        LiveSession session = bench.session();
        assertThat(session.hub().joined()).isNull();
        assertThat(session.hub().network().identity().ownName()).isEqualTo("hubsh-ann-bench");
        assertThat(session.hub().network().peers().plugins()).containsExactly("plugin_a", "hubsh-ann-bench");
        session.close();

        assertThat(bench.session().hub().network().identity().ownName()).isEqualTo("hubsh-ann-bench");
    }

    @Test
    void a_reply_is_kept_byte_for_byte_as_it_came() throws Exception {
        Messages messages = Messages.create();
        try (RawPeer query = RawPeer.query(bench.hub.queryUri());
                RawPeer peer = RawPeer.command(bench.hub.commandUri(), "odd".getBytes(UTF_8))) {
            query.send(messages.connectRequest("odd", "lab"));
            query.receiveMessage(TIMEOUT);
            Network network = bench.session().hub().network();
            Request request = new Request("odd", "work", Map.of(), Payload.JSON, false, TIMEOUT);
            CompletableFuture<Reply> reply =
                    CompletableFuture.supplyAsync(() -> network.send(request).await());
            ExecuteRequest asked = (ExecuteRequest) peer.receiveMessage(TIMEOUT);
            String json = new String(MessageWriter.write(messages.executeReply(asked, 1, Payload.NONE)), UTF_8);
            String odd = " {\"unknown\" : [1e0, \"\\u00e9 \u00e9\"]," + json.substring(1) + "\t";
            peer.send(odd);

            assertThat(reply.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS).raw()).isEqualTo(odd);
        }
    }

    @Test
    void two_at_once_have_two_names() {
        assertThat(bench.session().hub().network().identity().ownName()).isEqualTo("hubsh-ann-bench");
        assertThat(bench.session().hub().network().identity().ownName()).isEqualTo("hubsh-ann-bench-2");
    }

    @Test
    void a_name_that_a_shell_elsewhere_has_is_left_to_it(@TempDir Path otherMachine) {
        LiveSession elsewhere = new LiveSession(
                bench.settings(),
                new PluginIdentity("hubsh-ann-bench", otherMachine),
                new NoFiles(),
                new NotedDisplay());
        bench.open(elsewhere::close);
        elsewhere.hub().network();
        SessionSettings hurried = new SessionSettings(
                bench.hub.queryUri(), null, Duration.ofMillis(300), Duration.ZERO, List.of(), false);
        assertThat(bench.session(hurried).hub().network().identity().ownName()).isEqualTo("hubsh-ann-bench-2");
        assertThat(elsewhere.hub().network().peers().plugins()).contains("hubsh-ann-bench-2");
    }

    @Test
    void a_reply_has_a_value_and_a_round_trip() {
        var reply = bench.session()
                .hub()
                .network()
                .send(request("plugin_a", "do_thing", Map.of("x", 1L)))
                .await();
        assertThat(reply.value()).isEqualTo(Map.of("x", 1L));
        assertThat(reply.roundTrip()).isPositive();
        assertThat(reply.raw()).contains("\"command\":\"do_thing\"");
    }

    @Test
    void only_a_peer_that_has_answered_was_seen() {
        LiveSession session = bench.session();
        session.hub().network().send(request("plugin_a", "do_thing", Map.of())).await();
        assertThatThrownBy(() -> session.hub()
                        .network()
                        .send(request("nobody", "do_thing", Map.of()))
                        .await())
                .isInstanceOf(ShellException.class);

        assertThat(session.memory().catalog().observations().lastSeen("plugin_a"))
                .isNotNull();
        assertThat(session.memory().catalog().observations().lastSeen("nobody")).isNull();
    }

    @Test
    void hub_means_the_hub_under_any_name() {
        LiveSession session = bench.session();
        assertThat(session.hub()
                        .network()
                        .send(request("hub", "ping", Map.of()))
                        .await()
                        .value())
                .isEqualTo("pong");
        assertThat(session.hub()
                        .draft(request("hub", "ping", Map.of()))
                        .request()
                        .target())
                .isEqualTo("lab");

        Plugin namesake = new Plugin("hub", bench.hub.queryUri()).command("ping", call -> "not the hub");
        bench.open(namesake);
        namesake.reset();
        session.hub().membership().connect(null);
        assertThat(session.hub()
                        .network()
                        .send(request("hub", "ping", Map.of()))
                        .await()
                        .value())
                .isEqualTo("not the hub");
    }

    @Test
    void it_continues_with_other_settings_under_another_name() {
        LiveSession session = bench.session();
        assertThat(session.hub().network().identity().ownName()).isEqualTo("hubsh-ann-bench");
        try (Hub other = new Hub("tcp://127.0.0.1:*", "other")) {
            other.reset();

            session.hub()
                    .membership()
                    .switchTo(new SessionSettings(other.queryUri(), "ann", TIMEOUT, Duration.ZERO, List.of(), false));

            assertThat(session.hub().joined()).isNull();
            assertThat(session.hub().network().identity().hubName()).isEqualTo("other");
            assertThat(session.hub().network().identity().ownName()).isEqualTo("ann");
            session.hub().membership().switchTo(bench.settings());
            assertThat(session.hub().network().identity().ownName()).isEqualTo("hubsh-ann-bench");
        }
    }

    @Test
    void a_context_guards_its_own_hub_and_no_other() {
        LiveSession session = bench.session();
        Request request = request("plugin_a", "do_thing", Map.of());
        session.memory().context().use(new HubContext("far", "tcp://far:1", null, null, Map.of(), true, false));
        session.hub().permit(request, false);
        assertThat(session.hub().network().send(request).await().value()).isEqualTo(Map.of());

        session.memory().context().use(new HubContext("lab", bench.hub.queryUri(), null, null, Map.of(), true, false));

        assertThatThrownBy(() -> session.hub().permit(request, true)).hasMessageContaining("lab is read-only");
        assertThatThrownBy(() -> session.hub().network().send(request).await())
                .hasMessageContaining("lab is read-only");
        assertThat(session.hub().network().peers().plugins()).contains("plugin_a");
    }

    @Test
    void what_is_known_is_kept_for_each_context(@TempDir Path folder) {
        Path cache = folder.resolve("knowledge");
        PluginIdentity identity = new PluginIdentity("hubsh-ann-bench", List.of(locks), cache, null, null);
        for (String context : List.of("lab", "")) {
            LiveSession session = new LiveSession(bench.settings(), identity, new NoFiles(), new NotedDisplay());
            bench.open(session::close);
            session.memory()
                    .context()
                    .use(
                            context.isEmpty()
                                    ? null
                                    : new HubContext(
                                            context, bench.hub.queryUri(), null, null, Map.of(), false, false));
            session.hub()
                    .network()
                    .send(request("plugin_a", "do_thing", Map.of("x", 1L)))
                    .await();
            assertThat(session.memory().catalog().commands("plugin_a")).contains("do_thing");
            session.close();
        }

        assertThat(cache.resolve("contexts/lab.json")).content().contains("do_thing");
        assertThat(cache).isDirectoryContaining("glob:**tcp___*.json");
    }

    @Test
    void a_single_request_is_checked_by_what_earlier_runs_have_kept(@TempDir Path folder) {
        PluginIdentity identity =
                new PluginIdentity("hubsh-ann-bench", List.of(locks), folder.resolve("knowledge"), null, null);
        LiveSession earlier = new LiveSession(bench.settings(), identity, new NoFiles(), new NotedDisplay());
        bench.open(earlier::close);
        assertThat(earlier.memory().catalog().atHand("plugin_a", "do_thing")).isNull();
        earlier.hub().network().peers().inquire("plugin_a");
        earlier.close();

        LiveSession later = new LiveSession(bench.settings(), identity, new NoFiles(), new NotedDisplay());
        bench.open(later::close);
        assertThat(later.memory().catalog().atHand("plugin_a", "do_thing"))
                .isNotNull()
                .extracting(KnownCommand::name)
                .isEqualTo("do_thing");
        assertThat(later.hub().joined()).isNull();
    }

    @Test
    void every_failure_is_of_its_kind() {
        LiveSession session = bench.session();
        assertProblem(Problem.REMOTE_ERROR, session, request("plugin_a", "fail", Map.of()));
        assertProblem(Problem.NO_SUCH_COMMAND, session, request("plugin_a", "nope", Map.of()));
        assertProblem(Problem.NO_SUCH_PLUGIN, session, request("nobody", "ping", Map.of()));
        Request slow = new Request("plugin_a", "slow", Map.of(), Payload.JSON, false, Duration.ofMillis(100));
        assertProblem(Problem.TIMEOUT, session, slow);
    }

    @Test
    void a_plugin_that_is_silent_is_to_be_pinged_unless_a_ping_was_lost() {
        Plugin silent = new Plugin("silent", bench.hub.queryUri());
        for (String command : List.of("ping", "run")) {
            silent.command(command, call -> {
                new CountDownLatch(1).await();
                return null;
            });
        }
        bench.open(silent);
        silent.reset(TIMEOUT);
        Network network = bench.session().hub().network();
        Request run = new Request("silent", "run", Map.of(), Payload.JSON, false, Duration.ofMillis(100));

        assertThatExceptionOfType(ShellException.class)
                .isThrownBy(() -> network.send(run).await())
                .satisfies(e -> assertThat(e.remedy()).isEqualTo("wait longer with --timeout 30s, or ping the plugin"));
        assertThatExceptionOfType(ShellException.class)
                .isThrownBy(() -> network.ping("silent", Duration.ofMillis(100)))
                .satisfies(e -> assertThat(e.remedy()).isEqualTo("wait longer with --timeout 30s"));
    }

    @Test
    void an_interrupted_request_says_that_the_remote_work_continues() {
        LiveSession session = bench.session();
        session.hub().network();
        Thread waiting = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            eventually(() -> waiting.getState() == Thread.State.WAITING, TIMEOUT);
            waiting.interrupt();
        });
        interrupter.start();
        Request slow = new Request("plugin_a", "slow", Map.of(), Payload.JSON, false, TIMEOUT);
        assertThatExceptionOfType(ShellException.class)
                .isThrownBy(() -> session.hub().network().send(slow).await())
                .withMessage("stopped waiting for the reply")
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.INTERRUPTED))
                .satisfies(e -> assertThat(e.remedy()).isEqualTo("the plugin keeps working"));
    }

    @Test
    void it_hears_broadcasts_that_fit_the_filter() {
        LiveSession session = bench.session();
        LiveSession other = bench.session();
        try (BroadcastStream heard =
                session.hub().network().listen(new BroadcastFilter("plugin_a", null, "execute_reply"))) {
            eventually(
                    () -> {
                        other.network()
                                .send(request("plugin_a", "do_thing", Map.of()))
                                .await();
                        var broadcast = heard.next(Duration.ofMillis(50));
                        return broadcast != null && broadcast.message().target().equals("hubsh-ann-bench-2");
                    },
                    TIMEOUT);
        }
    }

    @Test
    void an_observing_session_learns_names_from_the_wire() {
        LiveSession session = bench.session(
                new SessionSettings(bench.hub.queryUri(), null, Duration.ofSeconds(5), Duration.ZERO, List.of(), true));
        session.hub().network();
        LiveSession other = bench.session();
        eventually(
                () -> {
                    other.network()
                            .send(request("plugin_a", "do_thing", Map.of()))
                            .await();
                    return session.memory().catalog().commands("plugin_a").contains("do_thing");
                },
                TIMEOUT);
        assertThat(session.memory().catalog().plugins()).contains("plugin_a");
    }

    @Test
    void the_demo_is_a_network_of_its_own() {
        LiveSession session = bench.session();
        session.program().hubs().startDemo("tcp://127.0.0.1:*", List.of());
        assertThat(session.hub()
                        .network()
                        .send(request("plugin_a", "do_thing", Map.of("x", 1L)))
                        .await()
                        .value())
                .isEqualTo(Map.of("done", "thing", "x", 1L));
        assertThat(session.memory().catalog().commands("pump")).contains("dispense");
    }

    @Test
    void a_context_guards_its_hub_in_a_further_session_too() {
        LiveSession own = bench.session();
        ContextInUse context = own.memory().context();
        context.use(new HubContext("lab", "tcp://lab:1", null, null, Map.of(), /* readonly= */ true, false));
        Request request = request("pump", "run", Map.of());
        Session lab = own.openAnother(SessionSettings.ofHub("tcp://lab:1"));
        bench.open(lab::close);
        assertThatThrownBy(() -> lab.hub().permit(request, true)).hasMessageContaining("lab is read-only");
        Session desk = own.openAnother(SessionSettings.ofHub("tcp://desk:1"));
        bench.open(desk::close);
        desk.hub().permit(request, true);
        context.use(new HubContext("lab", "tcp://lab:1", null, null, Map.of(), false, true));
        own.io().dialog().confirmAll();
        Session agreed = own.openAnother(SessionSettings.ofHub("tcp://lab:1"));
        bench.open(agreed::close);
        agreed.hub().permit(request, false);
    }

    private static Request request(String target, String command, Map<String, Object> arguments) {
        return new Request(target, command, arguments, Payload.JSON, false, TIMEOUT);
    }

    private static void assertProblem(Problem problem, LiveSession session, Request request) {
        assertThatExceptionOfType(ShellException.class)
                .isThrownBy(() -> session.hub().network().send(request).await())
                .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
