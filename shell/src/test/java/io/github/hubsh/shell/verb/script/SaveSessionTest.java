package io.github.hubsh.shell.verb.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session at a prompt that is saved. */
final class SaveSessionTest {
    private static final Map<String, Object> SEVENTH = Map.of("experiment_id", 7L);

    private final ShellBench bench = ShellBench.pipe();

    @BeforeEach
    void keepJournal() {
        bench.interpreter.keepJournal();
    }

    @Test
    void a_session_is_saved_as_its_lines() {
        bench.session.network.answers("run", SEVENTH, SEVENTH);
        bench.session.network.answers("complete", null, Map.of("points", 20L));
        type(
                "x plugin_a do_thing x=1; status > status.json",
                "run = x plugin_a run volts=0.4",
                "until plugin_a complete experiment_id=$run.experiment_id --every 1ms",
                "x plugin_a do_thing experiment_id=7 | jq .x",
                "x plugin_a do_thing y=$_",
                "help save",
                "ping hub",
                "x plugin_a fail",
                "exeute nonsense",
                "use plugin_a",
                ".nothing");

        assertThat(saved("saved.hubsh")).isEqualTo("""
                execute plugin_a do_thing x=1

                status > status.json

                run = x plugin_a run volts=0.4

                until plugin_a complete experiment_id=$run.experiment_id --every 1ms

                execute plugin_a do_thing experiment_id=$run.experiment_id

                execute plugin_a do_thing y=null

                ping hub

                # It failed: ValueError: too much
                # execute plugin_a fail

                execute plugin_a nothing
                """);
    }

    @Test
    void a_session_is_saved_as_a_test() {
        bench.session.network.answers("get_status", Map.of("state", "on"), Map.of("state", "on"));
        type(
                "status",
                "let v=3",
                "x plugin_a do_thing n=$v | count",
                "ping hub --count 2",
                "until plugin_a get_status --that '.state == \"on\"' --for 1m",
                "until plugin_a get_status --that '.state | test(\"o\")'",
                "x plugin_a sleep",
                "x nobody find",
                "tail --count 1 --for 1ms");

        assertThat(saved("saved.test.js")).isEqualTo("""
                import { test, expect, NoSuchPluginError, TimeoutError } from 'hubsh';

                test('a session with nobody and plugin_a', ({ hub }) => {
                  const pluginA = hub.plugin('plugin_a');
                  const nobody = hub.plugin('nobody');

                  hub.sh('status');

                  expect(pluginA.do_thing({ n: 3 })).toEqual({ n: 3 });

                  expect(hub.ping('hub')).toBeGreaterThan(0);

                  const status = hub.until(() => pluginA.get_status(), {
                    for: '60s',
                    that: (result) => result.state === 'on',
                  });
                  expect(status).toEqual({ state: 'on' });

                  hub.sh('until plugin_a get_status --that \\'.state | test("o")\\'');

                  expect(() => pluginA.sleep()).toThrow(TimeoutError);

                  expect(() => nobody.find()).toThrow(NoSuchPluginError);
                });
                """);
    }

    @Test
    void what_the_history_does_not_keep_is_not_saved() {
        type("x plugin_a do_thing password=geheim", "x plugin_a do_thing x=1");
        bench.run(" x plugin_a do_thing hidden=1");

        assertThat(saved("saved.hubsh")).isEqualTo("execute plugin_a do_thing x=1\n");
    }

    @Test
    void only_some_of_it_may_be_wanted() {
        type("x plugin_a do_thing x=1", "x microdrop.dropbot find_liquid", "ping hub", "x plugin_a text");

        assertThat(saved("saved.hubsh --only text --only microdrop.dropbot")).isEqualTo("""
                # It failed: the plugin does not have this command
                # execute microdrop.dropbot find_liquid

                execute plugin_a text
                """);
    }

    @ParameterizedTest
    @CsvSource({"2-3, 2 3", "2, 2", "2-, 2 3 4", "-2, 3 4", "-9, 1 2 3 4", "1-1, 1", "4-99, 4"})
    void a_range_of_the_history_is_saved(String range, String numbers) {
        type(
                "x plugin_a do_thing n=1",
                "x plugin_a do_thing n=2",
                "x plugin_a do_thing n=3",
                "x plugin_a do_thing n=4");

        List<String> lines = saved("saved.hubsh " + range)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();

        assertThat(lines)
                .containsExactlyElementsOf(List.of(numbers.split(" ")).stream()
                        .map(number -> "execute plugin_a do_thing n=" + number)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"x", "3-2", "0", "7", "-", "1-2-3", "--2"})
    void what_is_no_range_is_refused(String range) {
        type("x plugin_a do_thing n=1", "x plugin_a do_thing n=2");

        assertThat(type("save saved.hubsh " + range)).isEqualTo(2);
        assertThat(bench.screen.messages()).containsPattern("expected lines such as|no such lines|no option");
    }

    @Test
    void a_session_that_sent_nothing_is_not_saved() {
        assertThat(type("save saved.js")).isEqualTo(2);
        assertThat(bench.screen.messages()).contains("there is nothing to save in this session");
    }

    @Test
    void what_runs_in_the_background_belongs_to_its_own_line() {
        type("x plugin_a do_thing x=1 &", "x plugin_a do_thing y=2");
        bench.interpreter.finish();

        assertThat(saved("saved.hubsh").lines().filter(line -> !line.isEmpty()).sorted())
                .containsExactly("execute plugin_a do_thing x=1", "execute plugin_a do_thing y=2");
    }

    /** Runs lines as the prompt does; returns the exit code of the last one. */
    private int type(String... lines) {
        int code = 0;
        for (String line : lines) {
            if (!line.contains("password")) {
                bench.session.add(line);
            }
            code = bench.run(line);
        }
        return code;
    }

    /** Returns what was written, without the comment at its top. */
    private String saved(String operands) {
        assertThat(type("save " + operands)).as(bench.screen.messages()).isZero();
        String text = bench.files.text(operands.startsWith("saved.test.js") ? "saved.test.js" : "saved.hubsh");
        String heading = text.startsWith("#") ? "\n\n" : "import ";
        return text.substring(text.indexOf(heading)).stripLeading();
    }
}
