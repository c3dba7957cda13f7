package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.shell.session.network.ServedCommand;
import io.github.hubsh.shell.session.network.ServedPlugin;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plugins that the shell itself is. */
final class LiveServiceTest {
    private final Hub hub = new Hub("inproc://live-service");
    private final Plugin ui = new Plugin("ui", hub.queryUri());

    @BeforeEach
    void start() {
        hub.reset();
    }

    @AfterEach
    void stop() {
        ui.close();
        hub.close();
    }

    @Test
    void a_name_that_another_plugin_has_is_refused_with_where_to_look() {
        try (ServedPlugin first = LiveService.start(pump(), List.of())) {
            assertThat(first.name()).isEqualTo("pump");
            ShellException refused = refused(pump());
            assertThat(refused.problem()).isEqualTo(Problem.CANNOT_CONNECT);
            assertThat(refused.text()).contains("NameInUse");
            assertThat(refused.hint()).contains("plugins shows who has the name");
        }
    }

    @Test
    void where_no_hub_is_there_is_nothing_to_look_up() {
        Hub ended = new Hub("tcp://127.0.0.1:*");
        ended.reset();
        ended.close();

        ShellException refused = refused(new Plugin("pump", ended.queryUri()));

        assertThat(refused.problem()).isEqualTo(Problem.CANNOT_CONNECT);
        assertThat(refused.text()).contains(ended.queryUri());
        assertThat(refused.hint()).isNull();
    }

    @Test
    void who_is_interrupted_while_it_connects_is_stopped() {
        Thread.currentThread().interrupt();
        ShellException stopped = refused(pump());
        assertThat(Thread.interrupted()).isFalse();

        assertThat(stopped.problem()).isEqualTo(Problem.INTERRUPTED);
        assertThat(stopped.text()).isEqualTo("stopped connecting 'pump'");
    }

    @Test
    void its_commands_get_who_asks_and_what_and_say_what_they_take() {
        Map<String, Map<String, Object>> arguments = new LinkedHashMap<>();
        arguments.put("ml", Map.of("type", "number", "required", true));
        arguments.put("note", Map.of("type", "string"));
        try (ServedPlugin served = LiveService.start(
                pump(),
                List.of(
                        new ServedCommand("plain", null, Map.of(), true, List.of(), this::echo),
                        new ServedCommand(
                                "fill", "fill the pump", arguments, false, List.of(Map.of("ml", 3L)), this::echo)))) {
            ui.reset();

            assertThat(ui.execute(served.name(), "plain", Map.of("x", 1L))).isEqualTo(List.of("ui", Map.of("x", 1L)));
            assertThat(ui.execute("pump", "fill", Map.of("ml", 3L))).isEqualTo(List.of("ui", Map.of("ml", 3L)));
            Map<?, ?> commands = described();
            assertThat(commands.get("plain")).isEqualTo(Map.of());
            assertThat(commands.get("fill"))
                    .hasToString("{documentation=fill the pump, arguments={type=object, properties="
                            + "{ml={type=number}, note={type=string}}, required=[ml], additionalProperties=false}, "
                            + "examples=[{ml=3}]}");
        }
    }

    @Test
    void a_plugin_that_is_closed_is_gone_from_the_hub() {
        LiveService.start(pump(), List.of()).close();

        ui.reset();
        try (ServedPlugin next = LiveService.start(pump(), List.of())) {
            assertThat(ui.register()).containsKey(next.name());
        }
    }

    private Map<?, ?> described() {
        Object answer = ui.execute("pump", "describe");
        assertThat(answer).isInstanceOf(Map.class);
        return (Map<?, ?>) ((Map<?, ?>) answer).get("commands");
    }

    private Plugin pump() {
        return new Plugin("pump", hub.queryUri());
    }

    private static ShellException refused(Plugin plugin) {
        return catchThrowableOfType(ShellException.class, () -> LiveService.start(plugin, List.of()));
    }

    private CompletableFuture<@Nullable Object> echo(String source, @Nullable Object data) {
        return CompletableFuture.completedFuture(List.of(source, Objects.requireNonNull(data)));
    }
}
