package io.github.hubsh.shell.verb.hubs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.line.LineParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code demo} at the prompt: plugins to try, or those of a recording. */
final class DemoVerbTest {
    private final ShellBench bench = ShellBench.terminal();

    @ParameterizedTest
    @CsvSource({"demo, demo", "demo tcp://127.0.0.1:31005, demo tcp://127.0.0.1:31005"})
    void it_starts_and_shows_lines_to_try(String line, String call) {
        assertThat(bench.run(line)).isZero();

        assertThat(bench.session.calls).containsExactly(call);
        List<String> messages = bench.screen.messages().lines().toList();
        assertThat(messages).hasSize(4).startsWith("three lines to try:");
        assertThat(messages.subList(1, 4))
                .allSatisfy(tried -> assertThat(LineParser.parse(tried.strip())).hasSize(1));
    }

    @Test
    void a_recording_is_named_with_its_plugins_and_has_nothing_to_try() {
        bench.files.with(
                "rec.jsonl",
                FakeRecording.session().exchange("pump", "go", Map.of(), 1L).text());

        assertThat(bench.run("demo tcp://127.0.0.1:2 --from rec.jsonl")).isZero();

        assertThat(bench.session.calls).containsExactly("demo tcp://127.0.0.1:2 as [heater, pump]");
        assertThat(bench.screen.messages()).isEqualTo("as recorded in rec.jsonl: heater, pump\n");
    }

    /** As a program it runs lines; at the prompt there is a prompt for that. */
    @ParameterizedTest
    @CsvSource({"demo -c 'ping hub', -c", "demo -f x.hubsh, -f", "demo -f x.hubsh -c 'ping hub', -c"})
    void lines_to_run_belong_to_the_program(String line, String option) {
        assertThat(bench.run(line)).isEqualTo(2);

        int value = line.indexOf(option) + option.length() + 1;
        assertThat(bench.screen.messages())
                .isEqualTo("error: -c and -f belong to the program: hubsh demo -c 'LINE'\n  " + line + "\n  "
                        + " ".repeat(value) + "^\n");
        assertThat(bench.session.calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"demo --nearest, 2", "demo --speed 2, 2", "demo --from none.jsonl, 2", "demo --from empty.jsonl, 2"})
    void what_cannot_be_played_starts_nothing(String line, int code) {
        bench.files.with("empty.jsonl", new FakeRecording().text());

        assertThat(bench.run(line)).isEqualTo(code);

        assertThat(bench.session.calls).isEmpty();
    }
}
