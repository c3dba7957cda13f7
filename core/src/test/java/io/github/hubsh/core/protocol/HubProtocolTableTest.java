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
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.message.Route;
import io.github.hubsh.core.protocol.HubAction.Forward;
import io.github.hubsh.core.protocol.MessageOrigin.Channel;
import io.github.hubsh.core.testkit.ManualClock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the hub does with every possible message, from and to every peer, in every state: one table. */
final class HubProtocolTableTest {
    /** The names of the peers: {@code member} and {@code other} are registered, {@code stranger} is not. */
    private static final List<String> NAMES = List.of("hub", "member", "other", "stranger");

    private static final List<String> MESSAGES =
            List.of("connect_request", "connect_reply", "ping", "register", "execute_reply", "awaited_reply");

    /** The session of the request that an {@code awaited_reply} answers. */
    private static final String ASKED = "asked";

    private static final Cells RECEIVED = new Cells("""
            QUERY   | connect_request  | hub            | *             | *   | Publish Reply(error) Publish
            QUERY   | connect_request  | member,other,stranger | *      | *   | Publish Reply(connect_reply) Publish
            QUERY   | connect_reply    | *              | *             | *   | Publish Reply(error) Publish
            QUERY   | execute_reply,awaited_reply | *   | *             | *   | Publish Reply(error) Publish
            QUERY   | ping             | *              | *             | *   | Publish Execute
            QUERY   | register         | hub            | *             | *   | Publish Reply(error) Publish
            QUERY   | register         | member,other,stranger | *      | *   | Publish Execute
            COMMAND | connect_request  | *              | *             | *   | Reply(error)
            COMMAND | connect_reply    | *              | *             | *   | Drop
            COMMAND | ping,register    | hub,stranger   | *             | *   | Reply(error)
            COMMAND | ping,register    | member,other   | hub           | no  | Publish Execute
            COMMAND | ping,register    | member,other   | hub           | yes | Execute
            COMMAND | ping,register    | member,other   | member,other  | no  | Forward+Publish
            COMMAND | ping,register    | member,other   | member,other  | yes | Forward
            COMMAND | ping,register    | member,other   | stranger      | *   | Reply(error)
            COMMAND | execute_reply    | *              | *             | *   | Drop
            COMMAND | awaited_reply    | hub,stranger   | *             | *   | Drop
            COMMAND | awaited_reply    | member,other   | hub,stranger  | *   | Drop
            COMMAND | awaited_reply    | member,other   | member,other  | no  | Forward+Publish
            COMMAND | awaited_reply    | member,other   | member,other  | yes | Forward
            """);

    private static final Cells MALFORMED = new Cells("""
            QUERY   | *                               | Reply(error)
            COMMAND | connect_request,execute_request | Reply(error)
            COMMAND | connect_reply                   | Drop
            COMMAND | execute_reply                   | Drop Forward+Publish
            COMMAND | nothing                         | Reply(error)
            """);

    private static final Cells UNDELIVERABLE = new Cells("""
            ping          | UNREACHABLE | connecting | *  |
            ping          | UNREACHABLE | connected  | *  | Reply(error)
            ping          | FULL        | *          | *  | Reply(error)
            execute_reply | UNREACHABLE | connecting | *  |
            execute_reply | UNREACHABLE | connected  | *  | Drop
            execute_reply | FULL        | *          | *  | Drop
            """);

    private static final Cells ANSWERED = new Cells("""
            QUERY   | *   | executed | Reply(execute_reply) Publish
            QUERY   | *   | failed   | Reply(error) Publish
            COMMAND | no  | executed | Reply(execute_reply) Publish
            COMMAND | no  | failed   | Reply(error) Publish
            COMMAND | yes | executed | Reply(execute_reply)
            COMMAND | yes | failed   | Reply(error)
            """);

    private static final Envelope ENVELOPE = new Envelope(List.of(new byte[] {1}, new byte[0]));

    private final ManualClock clock = new ManualClock();
    private final Messages messages = clock.messages();

    @Test
    void every_message_from_each_peer_to_each_is_dealt_with_as_the_table_says() {
        Set<Integer> met = new HashSet<>();
        for (Channel channel : List.of(Channel.QUERY, Channel.COMMAND)) {
            for (String kind : MESSAGES) {
                for (String source : NAMES) {
                    for (String target : NAMES) {
                        for (boolean silent : List.of(false, true)) {
                            String[] cell = {channel.name(), kind, source, target, silent ? "yes" : "no"};
                            Message message = message(kind, source, target, silent);
                            List<HubAction> actions =
                                    asked(source, target).receive(from(channel, source), WireMessage.of(message), 0);
                            assertThat(Cells.shown(actions))
                                    .as(List.of(cell).toString())
                                    .isEqualTo(RECEIVED.expected(cell));
                            met.add(RECEIVED.rowOf(cell));
                        }
                    }
                }
            }
        }
        assertThat(met).hasSize(RECEIVED.rows());
    }

    @Test
    void on_the_command_channel_a_source_that_is_not_the_sender_is_always_dropped() {
        for (String kind : MESSAGES) {
            for (String source : NAMES) {
                Message message = message(kind, source, "other", false);
                List<HubAction> actions = hub().receive(from(Channel.COMMAND, "another"), WireMessage.of(message), 0);
                assertThat(Cells.shown(actions)).isEqualTo("Drop");
            }
        }
    }

    @Test
    void what_passes_unread_is_what_would_be_forwarded_and_no_more() {
        for (String source : NAMES) {
            for (String target : NAMES) {
                for (String kind : List.of("ping", "execute_reply", "awaited_reply")) {
                    Message message = message(kind, source, target, false);
                    List<HubAction> actions =
                            asked(source, target).receive(from(Channel.COMMAND, source), WireMessage.of(message), 0);
                    assertThat(asked(source, target).directForward(source, route(message), 0) != null)
                            .as(kind + " from " + source + " to " + target)
                            .isEqualTo(Cells.shown(actions).equals("Forward+Publish"));
                    assertThat(asked(source, target).directForward("another", route(message), 0))
                            .isNull();
                }
            }
        }
    }

    @Test
    void nothing_passes_unread_to_a_plugin_while_a_message_for_it_is_held() {
        HubProtocol hub = hub();
        hold(hub, "other");
        Route toOther = route(message("ping", "member", "other", false));
        assertThat(hub.directForward("member", toOther, 0)).isNull();
        assertThat(hub.directForward("other", route(message("ping", "other", "member", false)), 0))
                .isNotNull();
        assertThat(hub.tick(HubProtocol.RETRY_NANOS)).hasSize(1);
        assertThat(hub.directForward("member", toOther, 0)).isNotNull();
    }

    @Test
    void what_is_held_is_bounded_in_bytes() {
        HubProtocol hub = hub();
        Forward any = forward("ping", "other", false);
        WireMessage large = new WireMessage(any.message().message(), new byte[3 << 20]);
        Forward forward = new Forward(any.from(), any.target(), large, false);
        for (int i = 0; i < 2; i++) {
            hub.receive(forward.from(), forward.message(), 0);
        }
        assertThat(hub.undeliverable(forward, DeliveryFailure.UNREACHABLE, 0)).isEmpty();
        assertThat(Cells.shown(hub.undeliverable(forward, DeliveryFailure.UNREACHABLE, 0)))
                .startsWith("Reply");
        assertThat(hub.tick(HubProtocol.RETRY_NANOS)).hasSize(1);
        assertThat(hub.undeliverable(forward, DeliveryFailure.UNREACHABLE, 0)).isEmpty();
    }

    @Test
    void behind_a_message_that_is_held_nothing_overtakes() {
        for (String kind : List.of("ping", "awaited_reply")) {
            HubProtocol hub = asked("member", "other");
            hold(hub, "other");
            WireMessage next = WireMessage.of(message(kind, "member", "other", false));
            assertThat(hub.receive(from(Channel.COMMAND, "member"), next, 1)).isEmpty();
            WireMessage elsewhere = WireMessage.of(message("ping", "other", "member", false));
            assertThat(Cells.shown(hub.receive(from(Channel.COMMAND, "other"), elsewhere, 1)))
                    .isEqualTo("Forward+Publish");

            assertThat(hub.tick(HubProtocol.RETRY_NANOS - 1)).isEmpty();
            assertThat(hub.nextDeadline()).isEqualTo(HubProtocol.RETRY_NANOS);
            assertThat(Cells.shown(hub.tick(HubProtocol.RETRY_NANOS))).isEqualTo("Forward+Publish Forward+Publish");
            assertThat(hub.nextDeadline()).isEqualTo(HubPolicy.DEFAULTS.awayTimeout());
        }
    }

    private static MalformedMessage malformed(@Nullable Header header) {
        return new MalformedMessage(header, false, "odd", new byte[0]);
    }

    @Test
    void what_is_no_message_is_dealt_with_as_the_table_says() {
        for (Channel channel : List.of(Channel.QUERY, Channel.COMMAND)) {
            for (MessageType type : MessageType.values()) {
                Header header = messages.header("member", "other", type, ASKED);
                List<HubAction> actions =
                        asked("member", "other").receiveMalformed(from(channel, "member"), malformed(header), 0);
                assertThat(Cells.shown(actions)).isEqualTo(MALFORMED.expected(channel.name(), type.wireName()));
            }
            List<HubAction> actions = hub().receiveMalformed(from(channel, "member"), malformed(null), 0);
            assertThat(Cells.shown(actions)).isEqualTo(MALFORMED.expected(channel.name(), "nothing"));
        }
    }

    @Test
    void a_malformed_reply_is_replaced_only_on_the_way_that_a_valid_one_takes() {
        for (String source : NAMES) {
            for (String target : NAMES) {
                for (boolean silent : List.of(false, true)) {
                    Header header = messages.header(source, target, MessageType.EXECUTE_REPLY, ASKED);
                    MalformedMessage malformed = new MalformedMessage(header, silent, "odd", new byte[0]);
                    List<HubAction> actions =
                            asked(source, target).receiveMalformed(from(Channel.COMMAND, source), malformed, 0);
                    String valid = RECEIVED.expected("COMMAND", "awaited_reply", source, target, silent ? "yes" : "no");
                    assertThat(Cells.shown(actions)).isEqualTo(valid.equals("Drop") ? valid : "Drop " + valid);
                }
            }
        }
        Header forged = messages.header("other", "member", MessageType.EXECUTE_REPLY);
        assertThat(Cells.shown(hub().receiveMalformed(from(Channel.COMMAND, "member"), malformed(forged), 0)))
                .isEqualTo("Drop");
    }

    @Test
    void frames_that_cannot_be_read_are_dropped() {
        assertThat(hub().receiveUnreadable("member", "a command of 5 frames"))
                .containsExactly(new HubAction.Drop("member", "a command of 5 frames"));
    }

    @Test
    void what_cannot_be_delivered_is_dealt_with_as_the_table_says() {
        for (String kind : List.of("ping", "execute_reply")) {
            for (DeliveryFailure why : List.of(DeliveryFailure.UNREACHABLE, DeliveryFailure.FULL)) {
                for (String target : List.of("connecting", "connected")) {
                    for (boolean silent : List.of(false, true)) {
                        long now = target.equals("connecting") ? HubProtocol.GRACE_NANOS - 1 : HubProtocol.GRACE_NANOS;
                        HubProtocol hub = hub();
                        Forward forward = forward(kind, "other", silent);
                        hub.receive(forward.from(), forward.message(), 0);
                        List<HubAction> actions = hub.undeliverable(forward, why, now);
                        assertThat(Cells.shown(actions))
                                .isEqualTo(UNDELIVERABLE.expected(kind, why.name(), target, silent ? "yes" : "no"));
                    }
                }
            }
        }
    }

    @Test
    void what_was_executed_is_answered_as_the_table_says() {
        for (Channel channel : List.of(Channel.QUERY, Channel.COMMAND)) {
            for (boolean silent : List.of(false, true)) {
                ExecuteRequest request = (ExecuteRequest) message("ping", "member", "hub", silent);
                MessageOrigin from = from(channel, "member");
                String quiet = silent ? "yes" : "no";
                assertThat(Cells.shown(hub().executed(from, request, Payload.NONE)))
                        .isEqualTo(ANSWERED.expected(channel.name(), quiet, "executed"));
                assertThat(Cells.shown(hub().failed(from, request, RemoteError.ofText("boom"))))
                        .isEqualTo(ANSWERED.expected(channel.name(), quiet, "failed"));
            }
        }
    }

    @Test
    void a_name_that_no_socket_can_have_is_not_registered() {
        for (String name : List.of("", "\0x", "a\nb", "a\u202eb", "x".repeat(256), "\u00e9".repeat(128), "hub")) {
            HubProtocol hub = hub();
            WireMessage request = WireMessage.of(messages.connectRequest(name, "hub"));
            assertThat(Cells.shown(hub.receive(from(Channel.QUERY, ""), request, 0)))
                    .isEqualTo("Publish Reply(error) Publish");
            assertThat(hub.registry().keySet()).containsExactly("member", "other");
        }
    }

    @Test
    void a_registry_full_of_connected_plugins_refuses_a_new_one_and_still_knows_the_others() {
        HubProtocol hub = hub();
        hub.connected("member", 0);
        hub.connected("other", 0);
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < HubProtocol.MAX_PLUGINS; i++) {
            WireMessage request = WireMessage.of(messages.connectRequest("p" + i, "hub"));
            if (Cells.shown(hub.receive(from(Channel.QUERY, ""), request, 0)).contains("error")) {
                refused.add("p" + i);
            } else {
                hub.connected("p" + i, 0);
            }
        }
        assertThat(refused).containsExactly("p9998", "p9999");
        WireMessage again = WireMessage.of(messages.connectRequest("member", "hub"));
        assertThat(Cells.shown(hub.receive(from(Channel.QUERY, ""), again, 0))).contains("Reply(connect_reply)");
    }

    private HubProtocol hub() {
        HubProtocol hub = new HubProtocol("hub", messages, new CommandSocket("", 1, "hub"), new PublishSocket("", 2));
        for (String name : List.of("member", "other")) {
            hub.receive(from(Channel.QUERY, ""), WireMessage.of(messages.connectRequest(name, "hub")), 0);
        }
        return hub;
    }

    /** A hub whose plugin {@code target}, if it is one, has asked {@code source}. */
    private HubProtocol asked(String source, String target) {
        HubProtocol hub = hub();
        Header header = messages.header(/* source= */ target, /* target= */ source, MessageType.EXECUTE_REQUEST, ASKED);
        ExecuteRequest request = new ExecuteRequest(header, "ping", Payload.NONE, false, false);
        hub.receive(from(Channel.COMMAND, target), WireMessage.of(request), 0);
        return hub;
    }

    /** A request of the other plugin to this one is held. */
    private void hold(HubProtocol hub, String target) {
        Forward forward = forward("ping", target, false);
        hub.receive(forward.from(), forward.message(), 0);
        assertThat(hub.undeliverable(forward, DeliveryFailure.UNREACHABLE, 0)).isEmpty();
    }

    private static Route route(Message message) {
        Header header = message.header();
        return new Route(header.source(), header.target(), header.type(), header.session(), false);
    }

    private Forward forward(String kind, String target, boolean silent) {
        Message message = message(kind, "member", target, silent);
        return new Forward(from(Channel.COMMAND, "member"), target, WireMessage.of(message), !silent);
    }

    private Message message(String kind, String source, String target, boolean silent) {
        return switch (kind) {
            case "connect_request" -> messages.connectRequest(source, target);
            case "connect_reply" ->
                messages.connectReply(
                        messages.connectRequest(target, source),
                        source,
                        new CommandSocket("", 1, source),
                        new PublishSocket("", 2));
            case "execute_reply", "awaited_reply" -> {
                String session = kind.equals("awaited_reply") ? ASKED : "unasked";
                Header header = messages.header(source, target, MessageType.EXECUTE_REPLY, session);
                yield new ExecuteReply(header, null, "ping", Status.OK, 1, Payload.NONE, null, silent);
            }
            default -> messages.executeRequest(source, target, kind, Payload.NONE, silent, false);
        };
    }

    private static MessageOrigin from(Channel channel, String peer) {
        return new MessageOrigin(channel, channel == Channel.QUERY ? "" : peer, ENVELOPE);
    }
}
