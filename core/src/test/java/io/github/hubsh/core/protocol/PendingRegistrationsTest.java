package io.github.hubsh.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.ConnectReply.CommandSocket;
import io.github.hubsh.core.message.ConnectReply.PublishSocket;
import io.github.hubsh.core.message.Envelope;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.protocol.HubAction.Reply;
import io.github.hubsh.core.protocol.MessageOrigin.Channel;
import io.github.hubsh.core.testkit.ManualClock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the hub makes of a second peer with the name of a plugin that is connected. */
final class PendingRegistrationsTest {
    private static final HubPolicy POLICY = HubPolicy.DEFAULTS;
    private static final HubPolicy STAYING = new HubPolicy(Long.MAX_VALUE, POLICY.inFlight());

    private final Messages messages = new ManualClock().messages();

    @Test
    void two_live_peers_with_one_name() {
        HubProtocol hub = hub(POLICY);
        joins(hub, 1);
        assertThat(Cells.shown(registers(hub, 1, 10))).isEqualTo("Publish");
        hub.refused("a");
        assertThat(hub.nextDeadline()).isEqualTo(10 + PendingRegistrations.DECISION_TIMEOUT_NANOS);
        assertThat(hub.tick(9 + PendingRegistrations.DECISION_TIMEOUT_NANOS)).isEmpty();
        List<HubAction> actions = hub.tick(10 + PendingRegistrations.DECISION_TIMEOUT_NANOS);
        assertThat(Cells.shown(actions)).isEqualTo("Reply(error) Publish");
        assertThat(((ExecuteReply) ((Reply) actions.get(0)).message()).error().name())
                .isEqualTo("NameInUse");
        assertThat(hub.nextDeadline()).isEqualTo(Long.MAX_VALUE);
        assertThat(Cells.shown(registers(hub, 1, 20))).isEqualTo("Publish Execute");
    }

    @Test
    void a_registration_in_doubt_succeeds_when_the_connection_changes_hands() {
        for (boolean refused : List.of(true, false)) {
            HubProtocol hub = hub(STAYING);
            joins(hub, 1);
            registers(hub, 1, 10);
            if (refused) {
                hub.refused("a");
            }
            assertThat(Cells.shown(hub.disconnected("a", 11))).isEqualTo("Execute");
            assertThat(hub.connected("a", 12)).isEmpty();
            assertThat(hub.nextDeadline()).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void a_registration_in_doubt_succeeds_if_no_second_connection_comes() {
        HubProtocol hub = hub(POLICY);
        joins(hub, 1);
        registers(hub, 1, 10);
        assertThat(Cells.shown(hub.tick(10 + PendingRegistrations.DECISION_TIMEOUT_NANOS)))
                .isEqualTo("Execute");
    }

    @Test
    void a_plugin_that_refreshes_its_registry_is_never_in_doubt() {
        HubProtocol hub = hub(POLICY);
        joins(hub, 1);
        hub.refused("a");
        assertThat(Cells.shown(registers(hub, 2, 10))).isEqualTo("Publish Execute");
        hub.disconnected("b", 11);
        hub.receive(query(3), WireMessage.of(messages.connectRequest("b", "hub")), 12);
        ExecuteRequest register = messages.executeRequest("b", "hub", "register", Payload.NONE);
        assertThat(Cells.shown(hub.receive(query(3), WireMessage.of(register), 13)))
                .isEqualTo("Publish Execute");
    }

    /** A client of the query socket asks to connect as a, which is connected. */
    private void joins(HubProtocol hub, int client) {
        WireMessage request = WireMessage.of(messages.connectRequest("a", "hub"));
        assertThat(Cells.shown(hub.receive(query(client), request, 5))).contains("Reply(connect_reply)");
    }

    private List<HubAction> registers(HubProtocol hub, int client, long now) {
        ExecuteRequest request = messages.executeRequest("a", "hub", "register", Payload.NONE);
        return hub.receive(query(client), WireMessage.of(request), now);
    }

    private static MessageOrigin query(int client) {
        return new MessageOrigin(Channel.QUERY, "", new Envelope(List.of(new byte[] {(byte) client}, new byte[0])));
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

    private static MessageOrigin query() {
        return new MessageOrigin(Channel.QUERY, "", new Envelope(List.of()));
    }
}
