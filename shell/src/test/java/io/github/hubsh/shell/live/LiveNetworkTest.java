package io.github.hubsh.shell.live;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.HubUnreachableException;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.plugin.PluginException;
import io.github.hubsh.core.plugin.SecurityMismatchException;
import io.github.hubsh.core.plugin.SubscribeOptions;
import io.github.hubsh.core.testkit.FakeTransport;
import io.github.hubsh.core.transport.SocketType;
import io.github.hubsh.core.wire.BroadcastFrames;
import io.github.hubsh.core.wire.MessageWriter;
import io.github.hubsh.shell.session.ContextInUse;
import io.github.hubsh.shell.session.network.HubEvent;
import io.github.hubsh.shell.session.network.HubIdentity;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.session.network.Traffic;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hub that was joined, over sockets without a network: what it does when the test wants it. */
@Timeout(120)
final class LiveNetworkTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(100);

    @TempDir
    private Path folder;

    private final Messages messages = Messages.create();
    private final LabHub hub = new LabHub();
    private final FakeTransport transport = new FakeTransport(hub);
    private final List<HubEvent> happened = new CopyOnWriteArrayList<>();
    private final BroadcastListeners audience = new BroadcastListeners(null);
    private volatile @Nullable Duration lossLimit;
    private HubMemory names;
    private Plugin plugin;
    private LiveNetwork network;

    @BeforeEach
    void join() {
        join("tcp://127.0.0.1:1");
    }

    @AfterEach
    void close() {
        network.close();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void it_knows_where_it_is_and_who_is_there() {
        hub.registered = Map.of("pump", "tcp");

        assertThat(network.isConnected()).isTrue();
        assertThat(network.identity()).isEqualTo(new HubIdentity("tcp://127.0.0.1:1", "lab", "me"));
        assertThat(network.isKnown("pump")).isFalse();
        assertThat(network.peers().plugins()).containsExactly("pump");
        assertThat(network.isKnown("pump")).isTrue();
        assertThat(network.isKnown("lab")).isTrue();
        assertThat(network.isHub("lab")).isTrue();
        assertThat(network.isHub("pump")).isFalse();
        assertThat(names.plugins()).containsExactly("pump");
    }

    @Test
    void hub_means_the_hub_unless_a_plugin_is_called_so() {
        assertThat(network.addressee("pump")).isEqualTo("pump");
        assertThat(network.addressee("hub")).isEqualTo("lab");

        hub.registered = Map.of("hub", "tcp");
        assertThat(network.plugins()).containsExactly("hub");

        assertThat(network.addressee("hub")).isEqualTo("hub");
    }

    @Test
    void who_registers_while_it_listens_is_asked_what_it_can_do() {
        network.observe();
        ExecuteRequest register = messages.executeRequest("lamp", "lab", "register", Payload.NONE);

        publish(messages.executeRequest("pump", "lab", "ping", Payload.NONE));
        publish(register);
        publish(messages.executeReply(register, 1, Payload.NONE));

        eventually(() -> requested().contains("lamp describe"), TIMEOUT);
        assertThat(requested()).doesNotContain("pump describe");
    }

    @Test
    void requests_replies_and_broadcasts_are_counted() {
        Request request = request(Map.of("x", 1L), Payload.JSON);
        assertThat(network.send(request).await().value()).isNull();
        assertThat(network.ping("pump", TIMEOUT)).isPositive();
        hub.hears(false);
        network.send(request).giveUp();

        network.observe();
        ExecuteRequest heard = messages.executeRequest("lamp", "pump", "run", Payload.NONE);
        publish(heard);
        plugin.onSubscribeReceived(BroadcastFrames.of("lamp", "pump", "execute_request", "{".getBytes(UTF_8))
                .frames());

        assertThat(network.traffic()).isEqualTo(new Traffic(3, 2, 2, 0));
        assertThat(names.lastSeen("lamp")).isNotNull();
    }

    @Test
    void a_body_that_is_encoded_already_is_sent_as_it_stands() {
        Payload encoded = new Payload("odd", Map.of("mime_type", "image/png"));

        ExecuteRequest message = LiveNetwork.message(request(encoded, Payload.JSON), "me", messages);

        assertThat(message.arguments()).isEqualTo(encoded);
        assertThat(message.source()).isEqualTo("me");
        assertThat(message.target()).isEqualTo("pump");
    }

    @Test
    void other_bodies_are_encoded_and_keys_stand_beside_them() {
        Request request = request(Map.of("x", 1L), Payload.JSON).beside(Map.of("speed", 2L));

        ExecuteRequest message = LiveNetwork.message(request, "me", messages);

        assertThat(ContentData.decodeOrExplain(message.arguments())).isEqualTo(Map.of("x", 1L));
        assertThat(message.more()).isEqualTo(Map.of("speed", 2L));
    }

    @Test
    void a_body_that_cannot_be_encoded_is_bad_data_of_that_request() {
        assertThatThrownBy(() -> network.send(request(Map.of("x", 1L), Payload.BYTES)))
                .isInstanceOfSatisfying(ShellException.class, wrong -> {
                    assertThat(wrong.problem()).isEqualTo(Problem.BAD_DATA);
                    assertThat(wrong.text()).contains("the arguments cannot be sent: ");
                });
        assertThat(network.traffic().sent()).isZero();
    }

    @Test
    void a_hub_that_does_not_answer_any_more_is_lost_and_nothing_can_be_sent() {
        hub.answers = false;

        failed(network::plugins, Problem.HUB_LOST, "the hub is lost: no hub");

        assertThat(network.isConnected()).isFalse();
        eventually(() -> kinds().contains(HubEvent.Kind.LOST), TIMEOUT);
        failed(() -> network.send(request(Map.of(), Payload.JSON)), Problem.HUB_LOST, "the hub is lost: no hub");
        failed(() -> awaited(SHORT), Problem.HUB_LOST, "the hub is lost: ");
        hub.answers = true;
        assertThat(awaited(TIMEOUT)).isTrue();
        eventually(() -> kinds().contains(HubEvent.Kind.BACK), TIMEOUT);
        assertThat(network.send(request(Map.of(), Payload.JSON)).await().value())
                .isNull();
        assertThat(kinds()).containsExactly(HubEvent.Kind.LOST, HubEvent.Kind.BACK);
    }

    @Test
    void a_hub_that_is_not_back_in_time_is_overdue() {
        lossLimit = Duration.ofMillis(1);
        hub.answers = false;

        plugin.giveUpConnection("the cable");

        eventually(() -> kinds().contains(HubEvent.Kind.OVERDUE), TIMEOUT);
        assertThat(kinds()).containsExactly(HubEvent.Kind.LOST, HubEvent.Kind.OVERDUE);
        assertThat(happened.get(0).hub()).isEqualTo(network.identity());
    }

    @Test
    void a_hub_that_is_back_in_time_is_not_overdue() {
        lossLimit = TIMEOUT;

        plugin.giveUpConnection("the cable");

        eventually(() -> kinds().contains(HubEvent.Kind.BACK), TIMEOUT);
        assertThat(kinds()).containsExactly(HubEvent.Kind.LOST, HubEvent.Kind.BACK);
    }

    @Test
    void what_is_closed_says_nothing_any_more() {
        lossLimit = TIMEOUT;
        hub.answers = false;
        plugin.giveUpConnection("the cable");
        eventually(() -> kinds().contains(HubEvent.Kind.LOST), TIMEOUT);

        network.close(); // a wait for the hub finds it closed, which is no event

        failed(() -> awaited(TIMEOUT), Problem.HUB_LOST, "the hub is lost: the plugin was closed");
        assertThat(kinds()).containsExactly(HubEvent.Kind.LOST);
    }

    @Test
    void an_interruption_ends_what_waits_for_the_hub() {
        hub.answers = false;

        interrupted(network::plugins, "stopped asking the hub");
        interrupted(
                () -> {
                    network.quickly(() -> {
                        var unused = plugin.register(TIMEOUT);
                    });
                    return true;
                },
                "stopped looking for the hub");
        assertThat(network.isConnected()).isTrue();

        plugin.giveUpConnection("the cable");
        interrupted(() -> awaited(TIMEOUT), "stopped waiting for the hub");
    }

    @Test
    void a_question_that_the_hub_does_not_answer_loses_it() {
        HubUnreachableException silence = new HubUnreachableException("no hub answers");

        failed(() -> ask(silence), Problem.HUB_LOST, "the hub is lost: no hub answers");

        eventually(() -> kinds().contains(HubEvent.Kind.LOST), TIMEOUT);
    }

    @Test
    void a_hub_with_other_keys_is_lost_with_whom_to_ask() {
        assertThatThrownBy(() -> ask(new SecurityMismatchException("other keys")))
                .isInstanceOfSatisfying(ShellException.class, lost -> {
                    assertThat(lost.problem()).isEqualTo(Problem.HUB_LOST);
                    assertThat(lost.hint()).startsWith("ask the administrator of the hub");
                });
    }

    @Test
    void a_question_that_fails_otherwise_leaves_the_hub_alone() {
        PluginException odd = new PluginException("odd");

        assertThatThrownBy(() -> ask(odd)).isSameAs(odd);

        assertThat(network.isConnected()).isTrue();
        assertThat(happened).isEmpty();
    }

    /** Columns: where the hub is, where its commands go now, and whether that is where they went before. */
    @ParameterizedTest
    @CsvSource({
        "tcp://127.0.0.1:1, tcp://127.0.0.1:2, true",
        "tcp://127.0.0.1:1, tcp://127.0.0.1:7, false",
        "ipc:///hub, ipc:///hub-commands, true",
        "ipc:///hub, ipc:///hub-other, false"
    })
    void a_hub_that_was_restarted_elsewhere_is_lost(String uri, String now, boolean same) {
        network.close();
        join(uri);
        hub.commands = now;

        if (same) {
            network.requireOldPorts();
        } else {
            failed(
                    () -> {
                        network.requireOldPorts();
                        return true;
                    },
                    Problem.HUB_LOST,
                    "the hub is lost: the hub at " + uri + " has restarted");
        }

        assertThat(network.isConnected()).isEqualTo(same);
    }

    private void join(String uri) {
        hub.commands = uri.startsWith("ipc") ? uri + "-commands" : "tcp://127.0.0.1:2";
        names = new HubMemory(new PluginIdentity("me", folder), new ContextInUse(), false);
        plugin = new Plugin("me", uri, SubscribeOptions.NONE, transport);
        plugin.reset(TIMEOUT);
        network = new LiveNetwork(plugin, names, audience, LateReplies.shownAtOnce(text -> {}), new NotingOwner());
    }

    /** Returns what was sent on the command sockets, as target and command. */
    private List<String> requested() {
        return transport.sockets(SocketType.ROUTER).stream()
                .flatMap(socket -> socket.sent().stream())
                .map(LabHub::read)
                .map(message -> (ExecuteRequest) message)
                .map(request -> request.target() + " " + request.command())
                .toList();
    }

    private void publish(Message message) {
        plugin.onSubscribeReceived(
                BroadcastFrames.of(message, MessageWriter.write(message)).frames());
    }

    private boolean ask(RuntimeException failure) {
        network.quickly(() -> {
            throw failure;
        });
        return true;
    }

    private boolean awaited(Duration patience) {
        network.awaitHub(patience);
        return true;
    }

    private List<HubEvent.Kind> kinds() {
        return happened.stream().map(HubEvent::kind).toList();
    }

    private static void failed(Supplier<?> call, Problem problem, String text) {
        assertThatThrownBy(call::get).isInstanceOfSatisfying(ShellException.class, failure -> {
            assertThat(failure.problem()).isEqualTo(problem);
            assertThat(failure.text()).startsWith(text);
        });
    }

    private static void interrupted(Supplier<?> call, String text) {
        Thread.currentThread().interrupt();
        failed(call, Problem.INTERRUPTED, text);
        assertThat(Thread.interrupted()).isFalse();
    }

    private static Request request(Object body, String mimeType) {
        return new Request("pump", "run", body, mimeType, false, TIMEOUT);
    }

    private final class NotingOwner implements LiveNetwork.Owner {
        @Override
        public void happened(HubEvent event) {
            happened.add(event);
        }

        @Override
        public Plugin plugin(String name) {
            return new Plugin(name, plugin.queryUri(), SubscribeOptions.NONE, transport);
        }

        @Override
        public @Nullable Duration lossLimit() {
            return lossLimit;
        }
    }
}
