package io.github.hubsh.core.hub;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.testkit.RawPeer;
import io.github.hubsh.core.transport.Endpoint;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A hub that is started again, as peers see it that know nothing of a restart. */
final class HubComesBackTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Messages messages = Messages.create();

    @Test
    void hub_restart_on_the_same_query_uri() {
        try (Hub hub = new Hub("tcp://127.0.0.1:*")) {
            hub.reset();
            hub.ports(new HubPorts(port(hub.commandUri()), port(hub.publishUri())));
            String command = hub.commandUri();
            String publish = hub.publishUri();
            try (RawPeer client = RawPeer.command(command, "client".getBytes(UTF_8));
                    RawPeer plugin = RawPeer.command(command, "plugin".getBytes(UTF_8))) {
                assertServes(hub, client, plugin);
                hub.reset();
                assertThat(hub.commandUri()).isEqualTo(command);
                assertThat(hub.publishUri()).isEqualTo(publish);
                assertServes(hub, client, plugin);
            }
        }
    }

    private void assertServes(Hub hub, RawPeer client, RawPeer plugin) {
        eventually(() -> hub.registry().keySet().equals(Set.of("client", "plugin")), TIMEOUT);
        client.send(messages.executeRequest("client", "plugin", "work", Payload.NONE));
        ExecuteReply reply = messages.executeReply((ExecuteRequest) plugin.receiveMessage(TIMEOUT), 1, Payload.NONE);
        plugin.send(reply);
        assertThat(client.receiveMessage(TIMEOUT)).isEqualTo(reply);
    }

    private static HubPorts.Port port(String uri) {
        return new HubPorts.Port(Endpoint.parse(uri).port(), HubPorts.Rule.FIXED);
    }
}
