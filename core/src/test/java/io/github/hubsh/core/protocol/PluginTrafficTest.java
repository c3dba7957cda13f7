package io.github.hubsh.core.protocol;

import static io.github.hubsh.core.protocol.ShownActions.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.message.RequestOutline;
import io.github.hubsh.core.message.Route;
import io.github.hubsh.core.protocol.HubAction.Forward;
import io.github.hubsh.core.protocol.HubAction.Relay;
import io.github.hubsh.core.protocol.cluster.ClusterAction;
import io.github.hubsh.core.protocol.cluster.ClusterEntry;
import io.github.hubsh.core.protocol.cluster.ClusterMessage;
import io.github.hubsh.core.protocol.cluster.ClusterProtocol;
import io.github.hubsh.core.protocol.cluster.ClusterSettings;
import io.github.hubsh.core.protocol.cluster.HubStart;
import io.github.hubsh.core.protocol.cluster.RequestKey;
import io.github.hubsh.core.testkit.ManualClock;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests and replies between the plugins a, b and c of a hub, and r of another hub. */
final class PluginTrafficTest {
    private static final long LONG_AGO = -HubProtocol.GRACE_NANOS;
    private static final String S = "session";
    private static final HubStart SELF = new HubStart("here", 5);
    private static final HubStart OTHER = new HubStart("there", 7);

    private final Messages messages = new ManualClock().messages();
    private final PluginRegistry registry = new PluginRegistry("here", Long.MAX_VALUE);
    private final HubReplies replies = new HubReplies(messages, registry);
    private final PluginTraffic traffic =
            new PluginTraffic(registry, replies, new InFlightLimits(2, 100_000, 3, 1_000_000));
    private final ClusterProtocol cluster =
            new ClusterProtocol(SELF, new ClusterSettings(ClusterSettings.DEFAULT_DEADLINE.toNanos(), 0, name -> true));

    @BeforeEach
    void register() {
        for (String name : List.of("a", "b", "c")) {
            registry.connected(name, LONG_AGO);
        }
    }

    @Test
    void a_reply_passes_once_and_only_from_the_one_that_was_asked_to_the_one_that_asked() {
        assertThat(ask("a", "b", S)).isEqualTo("forward a>b, publish");
        String drop = "drop %s: an execute_reply that '%s' does not wait for, or no longer";
        assertThat(answer("c", "a", S)).isEqualTo(drop, "c", "a");
        assertThat(answer("b", "c", S)).isEqualTo(drop, "b", "c");
        assertThat(answer("b", "a", "another")).isEqualTo(drop, "b", "a");
        assertThat(answer("x", "a", S)).isEqualTo(drop, "x", "a");
        assertThat(answer("b", "a", S)).isEqualTo("forward b>a, publish");
        assertThat(answer("b", "a", S)).isEqualTo(drop, "b", "a");
        assertThat(traffic.roundTrips().count()).isEqualTo(1);
    }

    @Test
    void what_is_silent_is_not_published() {
        ExecuteRequest request = request("a", "b", S, true);
        assertThat(shown(traffic.request(from("a"), request, WireMessage.of(request), 0)))
                .isEqualTo("forward a>b");
        ExecuteReply reply = messages.executeReply(request, 1, Payload.NONE);
        assertThat(shown(traffic.reply(from("b"), reply, WireMessage.of(reply), 0)))
                .isEqualTo("forward b>a");
    }

    @Test
    void a_request_of_or_to_a_plugin_that_is_not_registered_is_a_mistake_of_the_caller() {
        assertThatThrownBy(() -> ask("x", "a", S)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ask("a", "x", S)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void beyond_its_limit_a_plugin_is_refused_until_a_reply_comes() {
        assertThat(ask("a", "b", "1")).startsWith("forward");
        assertThat(ask("a", "c", "2")).startsWith("forward");
        assertThat(ask("a", "b", "3"))
                .isEqualTo("reply a: TooManyRequests: The hub remembers 2 requests of a without a reply, and has no"
                        + " room for more. Wait for replies first.");
        assertThat(replies.refused()).isEqualTo(1);
        assertThat(answer("c", "a", "2")).startsWith("forward");
        assertThat(ask("a", "b", "3")).startsWith("forward");
    }

    @Test
    void beyond_the_limit_of_all_each_plugin_is_refused() {
        assertThat(ask("a", "b", "1")).startsWith("forward");
        assertThat(ask("b", "c", "2")).startsWith("forward");
        assertThat(ask("c", "a", "3")).startsWith("forward");
        assertThat(ask("b", "a", "4")).startsWith("reply b: TooManyRequests: The hub remembers 1 requests of b");
    }

    @Test
    void an_outline_that_is_too_large_is_refused() {
        ExecuteRequest large = request("a", "b", "s".repeat(100_000), false);
        assertThat(shown(traffic.request(from("a"), large, WireMessage.of(large), 0)))
                .startsWith("reply a: TooManyRequests: The hub remembers 0 requests");
    }

    @Test
    void a_request_that_is_an_hour_old_makes_room_for_a_new_one() {
        assertThat(ask("a", "b", "1")).startsWith("forward");
        assertThat(ask("a", "c", "2")).startsWith("forward");
        ExecuteRequest request = request("a", "b", "3", false);
        assertThat(shown(traffic.request(
                        from("a"), request, WireMessage.of(request), RequestsInFlight.MIN_ABANDONED_NANOS - 1)))
                .startsWith("reply a: TooManyRequests");
        assertThat(shown(traffic.request(
                        from("a"), request, WireMessage.of(request), RequestsInFlight.MIN_ABANDONED_NANOS)))
                .isEqualTo("reply a: NoReply: No reply came for a long time, and newer requests need the room."
                        + "; publish; forward a>b, publish");
        assertThat(answer("b", "a", "1")).startsWith("drop");
        assertThat(answer("c", "a", "2")).startsWith("forward");
    }

    @Test
    void in_the_place_of_a_reply_comes_an_error() {
        ask("a", "b", "1");
        ask("a", "b", "2");
        ExecuteReply refused = reply("b", "a", "1");
        assertThat(shown(traffic.refuseReply(from("b"), refused, "no right.", 0)))
                .isEqualTo("forward b>a AccessRefused: The reply was refused: no right., publish");
        assertThat(traffic.refuseReply(from("b"), refused, "no right.", 0)).isEmpty();
        Header header = reply("b", "a", "2").header();
        MalformedMessage malformed = new MalformedMessage(header, true, "odd", new byte[0]);
        assertThat(traffic.replaceReply(from("c"), header, malformed, 0)).isEmpty();
        Header request = request("b", "a", "2", false).header();
        assertThat(traffic.replaceReply(from("b"), request, malformed, 0)).isEmpty();
        assertThat(shown(traffic.replaceReply(from("b"), header, malformed, 0)))
                .isEqualTo("forward b>a InvalidReply: odd");
        assertThat(traffic.replaceReply(from("b"), header, malformed, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            UNREACHABLE | 0          | ``
            UNREACHABLE | 999999999  | ``
            UNREACHABLE | 1000000000 | reply a: NotConnected: Plugin b is registered but not connected.
            FULL        | 0          | reply a: NotConnected: Plugin b takes no more messages: its queue is full.
            """)
    void a_request_that_cannot_be_delivered_is_held_for_a_plugin_that_has_just_registered(
            DeliveryFailure failure, long age, String expected) {
        ask("a", "b", S);
        Forward forward = forward(request("a", "b", S, false));
        assertThat(shown(traffic.undeliverable(forward, failure, LONG_AGO + age)))
                .isEqualTo(expected);
        boolean held = expected.isEmpty();
        assertThat(traffic.nextDeadline()).isEqualTo(held ? LONG_AGO + age + HubProtocol.RETRY_NANOS : Long.MAX_VALUE);
        assertThat(answer("b", "a", S)).startsWith(held ? "" : "drop");
    }

    @Test
    void what_is_held_is_due_soon_and_at_once_when_its_plugin_has_connected() {
        ask("a", "b", S);
        traffic.undeliverable(forward(request("a", "b", S, false)), DeliveryFailure.UNREACHABLE, LONG_AGO);
        assertThat(ask("a", "b", "2")).isEmpty();
        assertThat(traffic.tick(LONG_AGO + HubProtocol.RETRY_NANOS - 1)).isEmpty();
        traffic.connected("c", LONG_AGO + 1);
        assertThat(traffic.nextDeadline()).isEqualTo(LONG_AGO + HubProtocol.RETRY_NANOS);
        traffic.connected("b", LONG_AGO + 1);
        assertThat(traffic.nextDeadline()).isEqualTo(LONG_AGO + 1);
        assertThat(traffic.tick(LONG_AGO + 1))
                .extracting(forward -> forward.message().message().session())
                .containsExactly(S, "2");
        assertThat(traffic.tick(0)).isEmpty();
    }

    @Test
    void an_undeliverable_reply_is_dropped_and_counted() {
        Forward reply = forward(reply("b", "a", S));
        assertThat(shown(traffic.undeliverable(reply, DeliveryFailure.FULL, 0)))
                .isEqualTo("drop b: Plugin a takes no more messages: its queue is full.");
        assertThat(replies.lost()).isEqualTo(1);
        Forward nowhere = forward(reply("b", "x", S));
        assertThat(shown(traffic.undeliverable(nowhere, DeliveryFailure.UNREACHABLE, LONG_AGO)))
                .isEqualTo("drop b: Plugin x is registered but not connected.");
        assertThat(replies.lost()).isEqualTo(1);
    }

    @Test
    void an_undeliverable_request_that_has_ended_already_is_forgotten() {
        Forward forward = forward(request("a", "b", S, false));
        assertThat(traffic.undeliverable(forward, DeliveryFailure.FULL, 0)).isEmpty();
        assertThat(traffic.undeliverable(forward(request("x", "b", S, false)), DeliveryFailure.FULL, 0))
                .isEmpty();
        assertThat(traffic.undeliverable(forward(request("a", "x", S, false)), DeliveryFailure.FULL, 0))
                .isEmpty();
    }

    @Test
    void when_a_plugin_goes_those_that_wait_for_it_get_an_error() {
        ask("a", "b", "1");
        ask("b", "c", "2");
        ExecuteRequest silent = request("c", "b", "3", true);
        traffic.request(from("c"), silent, WireMessage.of(silent), 0);
        String went = "Disconnected: Plugin b went while the request was under way: it may have been executed, and"
                + " its reply will not come.";
        assertThat(shown(traffic.gone(here("b")))).isEqualTo("reply a: " + went + "; publish; reply c: " + went);
        assertThat(replies.lost()).isEqualTo(2);
        assertThat(answer("c", "b", "2")).startsWith("drop");
        assertThat(traffic.gone(here("b"))).isEmpty();
    }

    @Test
    void a_plugin_that_loses_its_name_gets_an_error_for_each_of_its_requests() {
        ask("a", "b", "1");
        ask("a", "b", "1");
        ask("c", "a", "2");
        assertThat(shown(traffic.lose(here("a"), new RemoteError("NameInUse", "taken", List.of()))))
                .isEqualTo("reply a: NameInUse: taken; publish; reply a: NameInUse: taken; publish; reply c:"
                        + " Disconnected: Plugin a went while the request was under way: it may have been executed,"
                        + " and its reply will not come.; publish");
        assertThat(answer("b", "a", "1")).startsWith("drop");
    }

    @Test
    void what_passes_at_once_is_remembered_and_answered_as_what_was_read() {
        Route route = new Route("a", "b", MessageType.EXECUTE_REQUEST, S, false);
        DirectForward request = Objects.requireNonNull(traffic.directForward(route, 10));
        RequestOutline outline = RequestOutline.of(request("a", "b", S, false), 10);
        assertThat(traffic.directForward(replyRoute("b", "a"), 0)).isNull();
        traffic.forwardedDirectly(request, outline, 5);
        assertThat(traffic.directForward(replyRoute("c", "a"), 0)).isNull();
        DirectForward reply = Objects.requireNonNull(traffic.directForward(replyRoute("b", "a"), 0));
        traffic.forwardedDirectly(reply, null, 12);
        assertThat(traffic.directForward(replyRoute("b", "a"), 0)).isNull();
        assertThat(traffic.roundTrips().count()).isEqualTo(1);
        traffic.forwardedDirectly(request, null, 5);
        assertThat(traffic.directForward(replyRoute("b", "a"), 0)).isNull();
    }

    @Test
    void at_once_passes_only_what_is_here_and_has_room_and_overtakes_nothing() {
        meetOther();
        for (String[] way : new String[][] {{"a", "x"}, {"x", "a"}, {"a", "r"}, {"r", "a"}}) {
            Route route = new Route(way[0], way[1], MessageType.EXECUTE_REQUEST, S, false);
            assertThat(traffic.directForward(route, 10)).isNull();
        }
        Route route = new Route("a", "b", MessageType.EXECUTE_REQUEST, S, false);
        assertThat(traffic.directForward(route, 100_000)).isNull();
        assertThat(traffic.directForward(route, 10)).isNotNull();
        traffic.undeliverable(forward(request("c", "b", S, false)), DeliveryFailure.UNREACHABLE, LONG_AGO);
        assertThat(traffic.directForward(route, 10)).isNull();
    }

    @Test
    void a_request_to_another_hub_is_relayed_and_its_reply_comes_back_unpublished() {
        meetOther();
        assertThat(ask("a", "r", S)).isEqualTo("relay a>r to there, publish");
        ExecuteReply reply = reply("r", "a", S);
        assertThat(shown(traffic.reply(MessageOrigin.ofRemote("r"), reply, WireMessage.of(reply), 0)))
                .isEqualTo("forward r>a");
    }

    @Test
    void a_request_to_a_hub_out_of_reach_is_refused() {
        meetOther();
        assertThat(cluster.linkDown()).isEmpty();
        assertThat(ask("a", "r", S))
                .isEqualTo("reply a: NotConnected: Plugin r is at another hub, and this hub does not reach its"
                        + " cluster. It was not sent.");
        assertThat(traffic.fail(new RequestKey(S, "a", "r"), "Disconnected", "gone"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UNREACHABLE | this hub does not reach its cluster.
            FULL        | more waits for the cluster than has room.
            TOO_LARGE   | the message is larger than the servers of the cluster take (max_payload of NATS).
            """)
    void what_is_not_sent_to_another_hub_is_refused_with_its_reason(DeliveryFailure failure, String reason) {
        meetOther();
        Relay relay = relayed("a", "r");
        String expected = "Plugin r is at another hub, and " + reason + " It was not sent.";
        assertThat(shown(traffic.unsent(relay, failure))).isEqualTo("reply a: NotConnected: " + expected);
        assertThat(traffic.unsent(relay, failure)).isEmpty();
        Relay reply = new Relay(forward(reply("a", "r", S)), relay.way());
        assertThat(shown(traffic.unsent(reply, failure))).isEqualTo("drop a: " + expected);
    }

    @Test
    void in_the_place_of_a_reply_that_is_too_large_for_the_cluster_goes_an_error_but_only_once() {
        meetOther();
        Relay request = relayed("a", "r");
        ExecuteReply reply = reply("a", "r", S);
        Relay large = new Relay(new Forward(from("a"), "r", new WireMessage(reply, new byte[9]), false), request.way());
        List<HubAction> instead = traffic.unsent(large, DeliveryFailure.TOO_LARGE);
        assertThat(shown(instead))
                .isEqualTo("relay a>r to there TooLarge: The reply is larger than the servers of the cluster take"
                        + " (max_payload of NATS).");
        assertThat(shown(traffic.unsent((Relay) instead.get(0), DeliveryFailure.TOO_LARGE)))
                .startsWith("drop a: Plugin r is at another hub");
    }

    @Test
    void a_request_to_another_hub_fails_once() {
        meetOther();
        relayed("a", "r");
        assertThat(traffic.fail(new RequestKey(S, "x", "r"), "Lost", "why")).isEmpty();
        assertThat(traffic.fail(new RequestKey(S, "a", "x"), "Lost", "why")).isEmpty();
        assertThat(traffic.fail(new RequestKey("other", "a", "r"), "Lost", "why"))
                .isEmpty();
        assertThat(shown(traffic.fail(new RequestKey(S, "a", "r"), "Lost", "why")))
                .isEqualTo("reply a: Lost: why; publish");
        assertThat(traffic.fail(new RequestKey(S, "a", "r"), "Lost", "why")).isEmpty();
    }

    @Test
    void a_reply_that_no_other_hub_waits_for_is_dropped() {
        meetOther();
        registry.remotePlugins().use("r");
        ExecuteRequest request = request("r", "a", S, false);
        assertThat(shown(traffic.request(MessageOrigin.ofRemote("r"), request, WireMessage.of(request), 0)))
                .isEqualTo("forward r>a");
        assertThat(answer("a", "r", S)).isEqualTo("drop a: an execute_reply that no other hub waits for");
    }

    /** The hub joins a cluster in which there is r. */
    private void meetOther() {
        registry.remotePlugins().join(cluster);
        assertThat(cluster.linkUp(0)).isNotEmpty();
        assertThat(cluster.tick(cluster.nextDeadline())).isNotEmpty();
        ClusterEntry entry = new ClusterEntry(ClusterEntry.Kind.LIVE, "r", 1);
        List<ClusterAction> met = cluster.receive(new ClusterMessage.Changes(OTHER, 0, List.of(entry)), 0);
        assertThat(met).isNotEmpty();
        assertThat(registry.find("r")).isNotNull();
    }

    private Relay relayed(String requester, String target) {
        ExecuteRequest request = request(requester, target, S, false);
        return (Relay) traffic.request(from(requester), request, WireMessage.of(request), 0)
                .get(0);
    }

    private String ask(String requester, String target, String session) {
        ExecuteRequest request = request(requester, target, session, false);
        return shown(traffic.request(from(requester), request, WireMessage.of(request), 0));
    }

    private String answer(String source, String target, String session) {
        ExecuteReply reply = reply(source, target, session);
        return shown(traffic.reply(from(source), reply, WireMessage.of(reply), 0));
    }

    private ExecuteRequest request(String source, String target, String session, boolean silent) {
        Header header = messages.header(source, target, MessageType.EXECUTE_REQUEST, session);
        return new ExecuteRequest(header, "run", Payload.NONE, silent, false);
    }

    private ExecuteReply reply(String source, String target, String session) {
        ExecuteRequest answered = request(/* source= */ target, /* target= */ source, session, false);
        return messages.executeReply(answered, 1, Payload.NONE);
    }

    private static Route replyRoute(String source, String target) {
        return new Route(source, target, MessageType.EXECUTE_REPLY, S, false);
    }

    private static Forward forward(Message message) {
        return new Forward(from(message.source()), message.target(), WireMessage.of(message), true);
    }

    private static MessageOrigin from(String plugin) {
        return ClusterTurns.ofPlugin(plugin);
    }

    private RegisteredPlugin here(String plugin) {
        return Objects.requireNonNull(registry.here(plugin));
    }
}
