package io.github.hubsh.core.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.TransportException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hub that is started again has the ports that its plugins know. */
final class HubPortsTest {
    @ParameterizedTest
    @EnumSource(HubPorts.Rule.class)
    void a_hub_that_is_started_again_has_the_ports_it_had(HubPorts.Rule rule) {
        HubPorts had = ports(HubPorts.ANY);

        assertThat(ports(new HubPorts(had.command(), had.publish(), rule))).isEqualTo(had);
    }

    @Test
    void a_preferred_port_that_is_taken_is_replaced() {
        try (Hub other = hub(HubPorts.ANY)) {
            other.reset();
            int taken = port(other.commandUri());

            HubPorts got = ports(new HubPorts(taken, taken, HubPorts.Rule.PREFERRED));
            assertThat(Set.of(got.command(), got.publish())).doesNotContain(taken);
        }
    }

    @Test
    void a_fixed_port_that_is_taken_is_an_error() {
        try (Hub other = hub(HubPorts.ANY)) {
            other.reset();
            HubPorts fixed = new HubPorts(port(other.commandUri()), 0, HubPorts.Rule.FIXED);

            assertThatThrownBy(() -> ports(fixed))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("cannot bind to " + other.commandUri())
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void a_port_is_a_number_of_sixteen_bits() {
        assertThatThrownBy(() -> new HubPorts(65_536, 0, HubPorts.Rule.FIXED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static HubPorts ports(HubPorts wanted) {
        try (Hub hub = hub(wanted)) {
            hub.reset();
            return new HubPorts(port(hub.commandUri()), port(hub.publishUri()), HubPorts.Rule.PREFERRED);
        }
    }

    private static Hub hub(HubPorts wanted) {
        return new Hub("tcp://127.0.0.1:*").ports(wanted);
    }

    private static int port(String uri) {
        return Endpoint.parse(uri).port();
    }
}
