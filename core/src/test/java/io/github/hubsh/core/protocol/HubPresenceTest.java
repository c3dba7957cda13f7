package io.github.hubsh.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.ConnectReply.CommandSocket;
import io.github.hubsh.core.message.ConnectReply.PublishSocket;
import io.github.hubsh.core.message.Envelope;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteReply.Status;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RequestOutline;
import io.github.hubsh.core.message.Route;
import io.github.hubsh.core.protocol.HubAction.Publish;
import io.github.hubsh.core.protocol.HubAction.Reply;
import io.github.hubsh.core.protocol.MessageOrigin.Channel;
import io.github.hubsh.core.schema.MessageSchema;
import io.github.hubsh.core.testkit.ManualClock;
import io.github.hubsh.core.wire.MessageWriter;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hub makes of plugins that connect and go, and of the requests that are under way then. */
final class HubPresenceTest {
    private static final long AWAY = 1000;
    private static final HubPolicy POLICY = new HubPolicy(AWAY, new InFlightLimits(3, 100_000, 5, 100_000));
    private static final HubPolicy STAYING = new HubPolicy(Long.MAX_VALUE, POLICY.inFlight());

    private final Messages messages = new ManualClock().messages();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void target_killed_or_registered_but_never_connected(boolean unread) {
        HubProtocol hub = hub(POLICY);
        ExecuteRequest request = request("a", "b", false);
        ask(hub, request, unread);
        ask(hub, request("c", "b", true), unread);
        ask(hub, request("b", "a", false), unread);

        List<HubAction> actions = hub.disconnected("b", 5);
        assertThat(Cells.shown(actions)).isEqualTo("Reply(error) Publish Reply(error)");
        Reply first = (Reply) actions.get(0);
        ExecuteReply error = (ExecuteReply) first.message();
        assertThat(first.to().peer()).isEqualTo("a");
        assertThat(error.source()).isEqualTo("b");
        assertThat(error.session()).isEqualTo(request.session());
        assertThat(error.parent()).isEqualTo(request.header());
        assertThat(error.command()).isEqualTo("work");
        assertThat(error.error().name()).isEqualTo("Disconnected");
        assertThat(((Publish) actions.get(1)).message().message()).isEqualTo(error);

        assertThat(hub.disconnected("b", 6)).isEmpty();
        assertThat(presence(hub, "b")).isEqualTo(new PluginPresence("b", false, 6, 0, 0, 0, 2, RoundTrips.NONE));
        assertThat(hub.lost()).isEqualTo(2);
    }

    @Test
    void nothing_waits_for_the_requests_of_a_requester_that_went() {
        HubProtocol hub = hub(POLICY);
        ExecuteRequest request = request("a", "b", false);
        ask(hub, request, false);
        assertThat(hub.disconnected("a", 1)).isEmpty();
        assertThat(presence(hub, "b").inFlight()).isZero();
        hub.connected("a", 2);
        assertThat(answer(hub, "b", request)).isEqualTo("Drop");
        assertThat(hub.disconnected("b", 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_reply_counts_how_long_it_took_and_an_error_of_the_hub_does_not(boolean unread) {
        HubProtocol hub = hub(POLICY);
        ExecuteRequest request = request("a", "b", false);
        ask(hub, request, unread);
        WireMessage reply = reply("b", "a", request.session());
        if (unread) {
            hub.forwardedDirectly(directForward(hub, route(reply.message()), 0), null, 5);
        } else {
            assertThat(Cells.shown(hub.receive(from("b"), reply, 5))).startsWith("Forward");
        }
        ask(hub, request("a", "b", true), unread);
        assertThat(hub.disconnected("b", 9)).hasSize(1);

        assertThat(presence(hub, "b").roundTrips()).isEqualTo(new RoundTrips(5, 1));
        assertThat(presence(hub, "a").roundTrips()).isEqualTo(RoundTrips.NONE);
        assertThat(hub.roundTrips()).isEqualTo(new RoundTrips(5, 1));
    }

    @Test
    void a_plugin_that_asked_itself_is_not_answered_when_it_went() {
        HubProtocol hub = hub(POLICY);
        ask(hub, request("a", "a", false), false);
        assertThat(hub.disconnected("a", 1)).isEmpty();
    }

    @Test
    void a_third_plugin_answers_a_request_of_another() {
        HubProtocol hub = hub(POLICY);
        ExecuteRequest request = request("a", "b", false);
        ask(hub, request, true);
        assertThat(presence(hub, "b").inFlight()).isEqualTo(1);
        assertThat(answer(hub, "c", request)).isEqualTo("Drop");
        assertThat(Cells.shown(hub.receive(from("b"), reply("b", "c", request.session()), 1)))
                .isEqualTo("Drop");
        assertThat(Cells.shown(hub.receive(from("b"), reply("b", "a", "another"), 1)))
                .isEqualTo("Drop");
        assertThat(answer(hub, "b", request)).isEqualTo("Forward+Publish");
        assertThat(answer(hub, "b", request)).isEqualTo("Drop");
        assertThat(presence(hub, "b").inFlight()).isZero();
        assertThat(presence(hub, "b").dropped()).isEqualTo(3);
        assertThat(presence(hub, "c").dropped()).isEqualTo(1);
    }

    @Test
    void what_passes_unread_is_remembered_and_passes_once() {
        HubProtocol hub = hub(POLICY);
        ExecuteRequest request = request("a", "b", false);
        Route answer = route(reply("b", "a", request.session()).message());
        assertThat(hub.directForward("b", answer, 0)).isNull();
        ask(hub, request, true);
        hub.forwardedDirectly(directForward(hub, answer, 0), null, 1);
        assertThat(hub.directForward("b", answer, 0)).isNull();
    }

    @Test
    void requests_in_one_session_are_answered_as_often_as_they_were_sent() {
        HubProtocol hub = hub(POLICY);
        ExecuteRequest request = request("a", "b", false);
        ask(hub, request, true);
        ask(hub, request, false);
        ask(hub, request, false);
        assertThat(answer(hub, "b", request)).isEqualTo("Forward+Publish");
        assertThat(Cells.shown(hub.disconnected("b", 1))).isEqualTo("Reply(error) Publish Reply(error) Publish");
    }

    @Test
    void one_request_too_many_of_a_plugin_is_refused_until_one_is_answered() {
        HubProtocol hub = hub(POLICY);
        ExecuteRequest first = request("a", "b", false);
        ask(hub, first, true);
        ask(hub, request("a", "b", false), false);
        ask(hub, request("a", "c", false), false);
        ExecuteRequest more = request("a", "c", false);
        assertThat(hub.directForward("a", route(more), 0)).isNull();
        Reply refusal = (Reply) receive(hub, more).get(0);
        assertThat(((ExecuteReply) refusal.message()).error().name()).isEqualTo("TooManyRequests");
        assertThat(presence(hub, "a").refused()).isEqualTo(1);
        assertThat(hub.refused()).isEqualTo(1);

        ask(hub, request("c", "b", false), false);
        answer(hub, "b", first);
        ask(hub, more, true);
    }

    @Test
    void all_plugins_together_have_a_limit_of_requests_and_of_bytes() {
        HubProtocol hub = hub(POLICY);
        for (String name : List.of("a", "a", "a", "b", "b")) {
            ask(hub, request(name, "c", false), false);
        }
        assertThat(Cells.shown(receive(hub, request("b", "c", false)))).isEqualTo("Reply(error)");
        hub.disconnected("a", 1);
        ask(hub, request("b", "c", false), false);

        HubProtocol small = hub(new HubPolicy(AWAY, new InFlightLimits(100, 1000, 100, 1200)));
        ask(small, request("a", "c", false), false);
        ask(small, request("a", "c", false), false);
        assertThat(Cells.shown(receive(small, request("a", "c", false)))).isEqualTo("Reply(error)");
        ask(small, request("b", "c", false), true);
        assertThat(Cells.shown(receive(small, request("b", "c", false)))).isEqualTo("Reply(error)");
        assertThat(small.directForward("b", route(request("b", "c", false)), 2000))
                .isNull();
    }

    @Test
    void a_request_that_was_not_answered_for_hours_makes_room_for_a_new_one() {
        HubProtocol hub = hub(POLICY);
        ExecuteRequest old = request("a", "b", false);
        ask(hub, old, false);
        ask(hub, request("a", "b", false), false);
        ask(hub, request("a", "b", false), false);
        List<HubAction> actions =
                hub.receive(from("a"), WireMessage.of(request("a", "b", false)), RequestsInFlight.MIN_ABANDONED_NANOS);
        assertThat(Cells.shown(actions)).isEqualTo("Reply(error) Publish Forward+Publish");
        assertThat(((Reply) actions.get(0)).message().session()).isEqualTo(old.session());
        assertThat(answer(hub, "b", old)).isEqualTo("Drop");
    }

    @Test
    void a_request_that_could_not_be_delivered_is_not_under_way() {
        HubProtocol hub = hub(POLICY);
        ExecuteRequest request = request("a", "b", false);
        HubAction.Forward forward = (HubAction.Forward) receive(hub, request).get(0);
        assertThat(Cells.shown(hub.undeliverable(forward, DeliveryFailure.FULL, 1)))
                .isEqualTo("Reply(error)");
        assertThat(hub.disconnected("b", 2)).isEmpty();
        assertThat(answer(hub, "b", request)).isEqualTo("Drop");
    }

    @Test
    void a_request_whose_requester_has_its_error_already_gets_no_second_one() {
        HubProtocol hub = hub(POLICY);
        HubAction.Forward forward =
                (HubAction.Forward) receive(hub, request("a", "b", false)).get(0);
        assertThat(hub.disconnected("b", 1)).hasSize(2);
        assertThat(hub.undeliverable(forward, DeliveryFailure.FULL, 2)).isEmpty();
    }

    @Test
    void what_is_held_for_a_plugin_is_due_when_it_connects() {
        HubProtocol hub = hub(HubPolicy.DEFAULTS);
        HubAction.Forward forward =
                (HubAction.Forward) receive(hub, request("a", "b", false)).get(0);
        hub.undeliverable(forward, DeliveryFailure.UNREACHABLE, 1);
        hub.connected("c", 2);
        assertThat(hub.tick(2)).isEmpty();
        hub.connected("b", 3);
        assertThat(hub.nextDeadline()).isEqualTo(3);
        assertThat(hub.tick(3)).containsExactly(forward);
    }

    @Test
    void a_peer_that_connects_is_registered_by_that_if_its_name_allows_it() {
        HubProtocol hub = hub(POLICY);
        for (String name : List.of("new", "hub", "tab\t", "\u202eevil")) {
            hub.connected(name, 1);
        }
        assertThat(hub.registry().keySet()).containsExactly("a", "b", "c", "new");
        assertThat(presence(hub, "new")).isEqualTo(new PluginPresence("new", true, 1, 0, 0, 0, 0, RoundTrips.NONE));
        assertThat(hub.disconnected("hub", 2)).isEmpty();
    }

    @Test
    void a_plugin_that_stays_away_leaves_the_registry_and_a_broadcast_says_so() {
        HubProtocol hub = hub(POLICY);
        hub.receive(query(), WireMessage.of(messages.connectRequest("never", "hub")), 10);
        hub.disconnected("b", 20);
        hub.receive(query(), WireMessage.of(messages.connectRequest("never", "hub")), 30);
        assertThat(hub.nextDeadline()).isEqualTo(20 + AWAY);
        assertThat(hub.tick(19 + AWAY)).isEmpty();

        List<HubAction> actions = hub.tick(20 + AWAY);
        assertThat(Cells.shown(actions)).isEqualTo("Publish");
        ExecuteReply left = (ExecuteReply) ((Publish) actions.get(0)).message().message();
        assertThat(left.source()).isEqualTo("hub");
        assertThat(left.target()).isEqualTo("b");
        assertThat(left.command()).isEqualTo("unregister");
        assertThat(left.error()).isNull();
        assertThat(MessageSchema.validate(MessageWriter.write(left))).isEmpty();
        assertThat(hub.registry()).doesNotContainKey("b");
        assertThat(hub.nextDeadline()).isEqualTo(30 + AWAY);

        hub.connected("never", 40);
        assertThat(hub.nextDeadline()).isEqualTo(Long.MAX_VALUE);
        assertThat(hub.registry().keySet()).containsExactly("a", "c", "never");
    }

    @Test
    void without_a_time_out_no_plugin_leaves() {
        HubProtocol hub = hub(STAYING);
        hub.disconnected("b", 1);
        assertThat(hub.nextDeadline()).isEqualTo(Long.MAX_VALUE);
        assertThat(hub.tick(Long.MAX_VALUE)).isEmpty();
        assertThat(hub.registry()).containsKey("b");
    }

    /** A hub with the plugins a, b and c, connected. */
    private HubProtocol hub(HubPolicy policy) {
        HubProtocol hub =
                new HubProtocol("hub", messages, policy, new CommandSocket("", 1, "hub"), new PublishSocket("", 2));
        for (String name : List.of("a", "b", "c")) {
            hub.receive(query(), WireMessage.of(messages.connectRequest(name, "hub")), 0);
            hub.connected(name, 0);
        }
        return hub;
    }

    private static DirectForward directForward(HubProtocol hub, Route route, int outlineSize) {
        DirectForward forward = hub.directForward(route.source(), route, outlineSize);
        assertThat(forward).isNotNull();
        return Objects.requireNonNull(forward);
    }

    /** Passes a request on, read or unread. */
    private static void ask(HubProtocol hub, ExecuteRequest request, boolean unread) {
        if (unread) {
            RequestOutline outline = RequestOutline.of(request, 0);
            hub.forwardedDirectly(directForward(hub, route(request), outline.size()), outline, 0);
        } else {
            assertThat(Cells.shown(receive(hub, request))).startsWith("Forward");
        }
    }

    private static List<HubAction> receive(HubProtocol hub, ExecuteRequest request) {
        return hub.receive(from(request.source()), WireMessage.of(request), 0);
    }

    private String answer(HubProtocol hub, String plugin, ExecuteRequest request) {
        return Cells.shown(hub.receive(from(plugin), reply(plugin, request.source(), request.session()), 1));
    }

    private WireMessage reply(String source, String target, String session) {
        Header header = messages.header(source, target, MessageType.EXECUTE_REPLY, session);
        return WireMessage.of(new ExecuteReply(header, null, "work", Status.OK, 1, Payload.NONE, null, false));
    }

    private ExecuteRequest request(String source, String target, boolean silent) {
        return messages.executeRequest(source, target, "work", Payload.NONE, silent, false);
    }

    private static PluginPresence presence(HubProtocol hub, String name) {
        return hub.presences().stream()
                .filter(plugin -> plugin.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Route route(Message message) {
        Header header = message.header();
        return new Route(header.source(), header.target(), header.type(), header.session(), false);
    }

    private static MessageOrigin from(String peer) {
        return new MessageOrigin(Channel.COMMAND, peer, new Envelope(List.of()));
    }

    private static MessageOrigin query() {
        return new MessageOrigin(Channel.QUERY, "", new Envelope(List.of()));
    }
}
