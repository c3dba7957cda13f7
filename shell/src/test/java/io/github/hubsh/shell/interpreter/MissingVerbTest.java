package io.github.hubsh.shell.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MissingVerbTest {
    private final ShellBench bench = ShellBench.terminal();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "plugin_a status~x plugin_a status",
                "ping hub; plugin_a do_thing x=1 | head 3~x plugin_a do_thing x=1",
                "plugin_a~commands plugin_a",
                "dropbot find_liquid~x microdrop.dropbot find_liquid",
                "rate~$rate",
                "pnig hub~ping",
                "xyzzy plugin_a~",
                "rate 5~"
            })
    void a_verb_that_is_left_out_is_answered_with_the_line_that_was_meant(String line, String meant) {
        bench.run("let rate=5");

        assertThat(bench.run(line)).isEqualTo(2);

        String last = bench.screen.messages().strip().lines().reduce("", (a, b) -> b);
        assertThat(last.strip()).isEqualTo(meant == null ? "help shows all verbs" : "did you mean '" + meant + "'?");
    }
}
