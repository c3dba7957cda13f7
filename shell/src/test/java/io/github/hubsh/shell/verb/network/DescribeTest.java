package io.github.hubsh.shell.verb.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.line.LineParser;
import org.junit.jupiter.api.Test;

final class DescribeTest {
    private final ShellBench bench = ShellBench.terminal();

    @Test
    void a_command_is_a_table_of_its_arguments() {
        assertThat(bench.run("describe plugin_a dispense")).isZero();

        assertThat(bench.screen.messages()).isEqualTo("""
                        dispense: dispense a volume
                        example: execute plugin_a dispense volume_ul=5
                        """);
        assertThat(bench.screen.data()).isEqualTo("""
                        argument   type    required  default  allowed    seen   documentation
                        mode       string  false     slow     fast slow         how fast
                        volume_ul  number  true               0…1000 µL  5 2.5  how much
                        to well    string  false                         A1 12
                        route      array   false
                        in every row: known_from described
                        """);
    }

    @Test
    void a_plugin_is_a_table_of_its_commands() {
        assertThat(bench.run("describe plugin_a")).isZero();

        assertThat(bench.screen.data()).isEqualTo("""
                        command   arguments                           documentation      known_from
                        dispense  [mode] volume_ul [to well] [route]  dispense a volume  described
                        do_other  …                                                      seen
                        do_thing  …                                                      seen
                        """);
    }

    @Test
    void a_template_is_a_line_that_parses() {
        assertThat(bench.run("describe plugin_a dispense --template")).isZero();

        assertThat(bench.screen.data()).isEqualTo("execute plugin_a dispense volume_ul=5\n");
        assertThat(LineParser.parse(bench.screen.data().strip())).hasSize(1);
    }

    @Test
    void a_missing_plugin_and_an_unknown_command_end_with_6_and_a_suggestion() {
        assertThat(bench.run("describe plugin_b")).isEqualTo(6);
        assertThat(bench.run("describe plugin_a dispens")).isEqualTo(6);

        assertThat(bench.screen.messages()).contains("did you mean 'plugin_a'?", "did you mean 'dispense'?");
    }

    @Test
    void status_tells_the_last_value_of_each_command() {
        assertThat(bench.run("status --last")).isZero();

        assertThat(bench.screen.data()).isEqualTo("""
                        plugin    command   time     value
                        plugin_a  dispense  3 s ago      5
                        """);
    }
}
