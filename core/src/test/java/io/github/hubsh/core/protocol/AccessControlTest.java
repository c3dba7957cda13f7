package io.github.hubsh.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.access.AccessException;
import io.github.hubsh.core.access.AccessRights;
import io.github.hubsh.core.message.ConnectReply.CommandSocket;
import io.github.hubsh.core.message.ConnectReply.PublishSocket;
import io.github.hubsh.core.message.Envelope;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.protocol.HubAction.Forward;
import io.github.hubsh.core.protocol.HubAction.Publish;
import io.github.hubsh.core.protocol.HubAction.Refused;
import io.github.hubsh.core.protocol.HubAction.Reply;
import io.github.hubsh.core.protocol.MessageOrigin.Channel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the hub makes of messages that their senders have no right to. */
final class AccessControlTest {
    private final Messages messages = Messages.create();
    private final HubProtocol hub =
            new HubProtocol("hub", messages, new CommandSocket("", 1, "hub"), new PublishSocket("", 2));

    @BeforeEach
    void connect() {
        hub.connected("pump", 0);
        hub.connected("guest", 0);
    }

    @Test
    void a_request_without_a_right_is_answered_and_not_broadcast() throws AccessException {
        List<HubAction> actions = receive(guest(), request("guest", "pump", "dispense"));
        assertThat(actions).hasSize(2).first().isInstanceOf(Refused.class);
        ExecuteReply reply = (ExecuteReply) ((Reply) actions.get(1)).message();
        assertThat(reply.error())
                .isEqualTo(new RemoteError(
                        RemoteError.ACCESS_REFUSED,
                        "Refused: this key may not ask 'pump' for 'dispense' (read-only = true).",
                        List.of()));
        assertThat(reply.source()).isEqualTo("pump");
        assertThat(hub.refused()).isEqualTo(1);
    }

    @Test
    void what_is_allowed_goes_its_way() throws AccessException {
        assertThat(receive(guest(), request("guest", "pump", "ping")))
                .singleElement()
                .isInstanceOf(Forward.class);
        assertThat(receive(origin(AccessRights.ALL, "guest"), request("guest", "pump", "dispense")))
                .singleElement()
                .isInstanceOf(Forward.class);
    }

    @Test
    void no_client_registers_or_asks_on_the_query_socket_in_the_name_of_another() throws AccessException {
        MessageOrigin query =
                new MessageOrigin(Channel.QUERY, "", new Envelope(List.of(new byte[1], new byte[0])), rights());
        for (Message message : List.of(messages.connectRequest("pump", "hub"), request("pump", "hub", "register"))) {
            List<HubAction> actions = receive(query, message);
            assertThat(actions).hasSize(2).first().isInstanceOf(Refused.class);
            assertThat(actions).noneMatch(Publish.class::isInstance);
            assertThat(((Refused) actions.get(0)).refusal().reason())
                    .isEqualTo("this key may not use the name 'pump' (names = guest, guest-*)");
        }
        assertThat(receive(query, messages.connectRequest("guest-2", "hub"))).anyMatch(Publish.class::isInstance);
        assertThat(hub.registry()).containsKey("guest-2");
    }

    @Test
    void in_the_place_of_a_reply_without_a_right_its_requester_gets_an_error() throws AccessException {
        ExecuteRequest request = request("pump", "guest", "dispense");
        receive(origin(AccessRights.ALL, "pump"), request);
        List<HubAction> actions = receive(guest(), messages.executeReply(request, 1, Payload.NONE));
        Forward instead = (Forward) actions.get(actions.size() - 1);
        assertThat(instead.target()).isEqualTo("pump");
        assertThat(Objects.requireNonNull(((ExecuteReply) instead.message().message()).error())
                        .name())
                .isEqualTo(RemoteError.ACCESS_REFUSED);
        // It is not waited for any more.
        assertThat(receive(guest(), messages.executeReply(request, 2, Payload.NONE)))
                .noneMatch(Forward.class::isInstance);
    }

    private List<HubAction> receive(MessageOrigin from, Message message) {
        return hub.receive(from, WireMessage.of(message), 1);
    }

    private ExecuteRequest request(String source, String target, String command) {
        return messages.executeRequest(source, target, command, Payload.NONE);
    }

    private static MessageOrigin guest() throws AccessException {
        return origin(rights(), "guest");
    }

    private static MessageOrigin origin(AccessRights rights, String peer) {
        return new MessageOrigin(Channel.COMMAND, peer, new Envelope(List.of()), rights);
    }

    private static AccessRights rights() throws AccessException {
        return AccessRights.of("guest", Map.of("read-only", "true"));
    }
}
