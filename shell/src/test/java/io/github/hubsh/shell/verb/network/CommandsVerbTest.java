package io.github.hubsh.shell.verb.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import org.junit.jupiter.api.Test;

final class CommandsVerbTest {
    private final ShellBench bench = ShellBench.terminal();

    @Test
    void commands_of_all_asks_each_plugin_but_ourselves() {
        bench.run("commands");

        assertThat(bench.session.network.inquired).containsExactlyInAnyOrder("hub", "plugin_a", "microdrop.dropbot");
        assertThat(bench.screen.data()).contains("dispense");
    }

    @Test
    void commands_are_what_was_seen() {
        bench.run("commands plugin_a");

        assertThat(bench.screen.data()).isEqualTo("""
                        plugin    command   known_from  documentation
                        plugin_a  dispense  described   dispense a volume
                        plugin_a  do_other  seen
                        plugin_a  do_thing  seen
                        """);
    }
}
