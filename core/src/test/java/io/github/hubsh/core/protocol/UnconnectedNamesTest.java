package io.github.hubsh.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.ConnectReply.CommandSocket;
import io.github.hubsh.core.message.ConnectReply.PublishSocket;
import io.github.hubsh.core.message.Envelope;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.protocol.HubAction.Publish;
import io.github.hubsh.core.protocol.MessageOrigin.Channel;
import io.github.hubsh.core.testkit.ManualClock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a hub makes of names that are registered and never connected. */
final class UnconnectedNamesTest {
    private final Messages messages = new ManualClock().messages();

    @Test
    void names_that_one_client_registers_and_never_connects_lock_no_other_out() {
        HubProtocol hub = hub();
        int refused = 0;
        for (int i = 0; i < 100_000; i++) {
            refused += joinsAs(hub, 1, "taken " + i).contains("error") ? 1 : 0;
        }
        assertThat(refused).isEqualTo(100_000 - UnconnectedNames.MAX_PER_CLIENT);
        assertThat(joinsAs(hub, 1, "taken 0")).contains("Reply(connect_reply)");
        assertThat(joinsAs(hub, 2, "new")).contains("Reply(connect_reply)");

        hub.connected("taken 0", 1);
        assertThat(joinsAs(hub, 1, "one more")).contains("Reply(connect_reply)");
        assertThat(joinsAs(hub, 1, "two more")).contains("error");
    }

    @Test
    void in_a_full_registry_the_oldest_name_that_never_connected_leaves_for_one_that_comes() {
        HubProtocol hub = hub();
        for (int i = 0; i < HubProtocol.MAX_PLUGINS - 3; i++) {
            joinsAs(hub, i / UnconnectedNames.MAX_PER_CLIENT, "taken " + i);
        }
        assertThat(hub.registry()).hasSize(HubProtocol.MAX_PLUGINS);
        hub.disconnected("a", 1);

        assertThat(joinsAs(hub, 20, "new")).contains("Reply(connect_reply)");
        hub.connected("newer", 7);
        assertThat(hub.nextDeadline()).isEqualTo(7);
        List<HubAction> actions = hub.tick(7);
        assertThat(Cells.shown(actions)).isEqualTo("Publish Publish");
        assertThat(((Publish) actions.get(0)).message().message().target()).isEqualTo("taken 0");
        assertThat(hub.registry())
                .hasSize(HubProtocol.MAX_PLUGINS)
                .containsKeys("a", "b", "c", "taken 2", "new", "newer")
                .doesNotContainKeys("taken 0", "taken 1");
    }

    @Test
    void in_a_registry_full_of_plugins_the_one_that_is_away_longest_leaves() {
        HubProtocol hub = hub();
        for (int i = 3; i < HubProtocol.MAX_PLUGINS; i++) {
            hub.connected("plugin " + i, 0);
        }
        hub.disconnected("b", 1);
        hub.disconnected("c", 2);
        assertThat(joinsAs(hub, 1, "new")).contains("Reply(connect_reply)");
        assertThat(hub.registry()).containsKeys("a", "c", "new").doesNotContainKey("b");
    }

    /** A client asks to connect under a name, at the time 5. */
    private String joinsAs(HubProtocol hub, int client, String name) {
        return Cells.shown(hub.receive(query(client), WireMessage.of(messages.connectRequest(name, "hub")), 5));
    }

    private static MessageOrigin query(int client) {
        return new MessageOrigin(Channel.QUERY, "", new Envelope(List.of(new byte[] {(byte) client}, new byte[0])));
    }

    /** A hub with the plugins a, b and c, connected. */
    private HubProtocol hub() {
        HubProtocol hub = new HubProtocol("hub", messages, new CommandSocket("", 1, "hub"), new PublishSocket("", 2));
        for (String name : List.of("a", "b", "c")) {
            hub.connected(name, 0);
        }
        return hub;
    }
}
