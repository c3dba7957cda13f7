package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.argument.ContextGuard;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.ShellException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GuardedNetworkTest {
    private final ShellBench bench = ShellBench.pipe();

    @Test
    void it_passes_every_method_on() throws NoSuchMethodException {
        for (Method method : Network.class.getMethods()) {
            assertThat(GuardedNetwork.class
                            .getMethod(method.getName(), method.getParameterTypes())
                            .getDeclaringClass())
                    .as(method.toString())
                    .isEqualTo(GuardedNetwork.class);
        }
    }

    @Test
    void no_caller_can_send_to_a_hub_that_is_read_only() {
        Network network = network(true, false);

        assertThatThrownBy(() -> network.send(request(Map.of("x", 1L))).await())
                .isInstanceOf(ShellException.class)
                .hasMessage("the context lab is read-only; nothing is sent");
        assertThat(network.ping("plugin_a", Duration.ofSeconds(1))).isPositive();
        assertThat(bench.session.network.sent).isEmpty();
    }

    @Test
    void a_request_that_was_permitted_is_asked_about_no_more_but_another_is() {
        ContextGuard guard = new ContextGuard(new HubContext("lab", "tcp://lab:1", null, null, Map.of(), false, true));
        Network network = new GuardedNetwork(
                bench.session.network, guard, bench.session.io().dialog());
        bench.session.willAnswer("y");
        Request first = request(Map.of("x", 1L));

        guard.permit(first, false, bench.session.io().dialog());
        network.send(first).await();
        network.send(first.within(Duration.ofSeconds(1))).await();

        assertThat(bench.session.calls).containsExactly("send plugin_a do_thing to lab? [y/N] ");
        bench.session.willAnswer("no");
        assertThatThrownBy(() -> network.send(request(Map.of("x", 1L))).await()).hasMessage("not confirmed");
        assertThatThrownBy(() -> network.send(request(Map.of("x", 2L))).await())
                .hasMessage("the context lab asks before requests, and there is no terminal to ask at");
        bench.session.io().dialog().confirmAll();
        assertThat(network.send(request(Map.of("x", 3L))).await().value()).isNotNull();
    }

    private Network network(boolean readonly, boolean confirm) {
        HubContext context = new HubContext("lab", "tcp://lab:1", null, null, Map.of(), readonly, confirm);
        return new GuardedNetwork(
                bench.session.network,
                new ContextGuard(context),
                bench.session.io().dialog());
    }

    private static Request request(Map<String, Object> arguments) {
        return new Request("plugin_a", "do_thing", arguments, Payload.JSON, false, Duration.ofSeconds(5));
    }
}
