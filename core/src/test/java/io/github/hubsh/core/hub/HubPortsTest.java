package io.github.hubsh.core.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.hub.HubPorts.Port;
import io.github.hubsh.core.hub.HubPorts.Rule;
import io.github.hubsh.core.transport.Endpoint;
import io.github.hubsh.core.transport.TransportException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hub that is started again has the ports that its plugins know. */
final class HubPortsTest {
    @ParameterizedTest
    @EnumSource(Rule.class)
    void a_hub_that_is_started_again_has_the_ports_it_had(Rule rule) {
        List<Integer> had = bound(HubPorts.ANY);

        assertThat(bound(new HubPorts(new Port(had.get(0), rule), new Port(had.get(1), rule))))
                .isEqualTo(had);
    }

    @Test
    void a_preferred_port_that_is_taken_is_replaced() {
        try (Hub other = hub(HubPorts.ANY)) {
            other.reset();
            Port taken = new Port(port(other.commandUri()), Rule.PREFERRED);

            assertThat(bound(new HubPorts(taken, taken))).doesNotContain(taken.number());
        }
    }

    @Test
    void a_fixed_port_that_is_taken_is_an_error() {
        try (Hub other = hub(HubPorts.ANY)) {
            other.reset();
            Port taken = new Port(port(other.commandUri()), Rule.FIXED);

            assertThatThrownBy(() -> bound(new HubPorts(taken, Port.ANY)))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("cannot bind to " + other.commandUri())
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void a_port_is_a_number_of_sixteen_bits() {
        assertThatThrownBy(() -> new Port(65_536, Rule.FIXED)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Returns the command and the publish port of a hub that ran for a moment. */
    private static List<Integer> bound(HubPorts wanted) {
        try (Hub hub = hub(wanted)) {
            hub.reset();
            return List.of(port(hub.commandUri()), port(hub.publishUri()));
        }
    }

    private static Hub hub(HubPorts wanted) {
        return new Hub("tcp://127.0.0.1:*").ports(wanted);
    }

    private static int port(String uri) {
        return Endpoint.parse(uri).port();
    }
}
