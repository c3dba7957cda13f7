package io.github.hubsh.shell.recording.save;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.PandasJson;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.fake.FakeRecording;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whole files in JavaScript; those of the shell's own lines are tested with the verb. */
final class SavedScriptTest {
    private static final Map<String, Object> SEVENTH = Map.of("experiment_id", 7L);
    private static final Series COVERED = new Series(
            List.of("electrode001", "electrode002"), List.of(0.348, 0.021), "object", "float64", null, "capacitance");

    private final SaveBench saved = new SaveBench();
    private final FakeRecording recording = saved.recording;

    @Test
    void an_experiment_hands_on_its_id_and_is_polled_until_it_is_done() {
        measured();

        assertThat(test()).isEqualTo("""
                // Made of rec.jsonl by hubsh save, 2026-11-30.
                //   hubsh test saved.test.js
                import { test, expect } from 'hubsh';

                test('a session with potentiostat', ({ hub }) => {
                  const potentiostat = hub.plugin('potentiostat');

                  const experiment = potentiostat.run_active_experiment({ seconds: 1, 'Voltage (V)': 0.4 });
                  expect(experiment).toEqual({ experiment_id: expect.any(Number) });

                  const complete = hub.until(() =>
                    potentiostat.acquisition_complete({ experiment_id: experiment.experiment_id }),
                  );
                  expect(complete).toEqual({ points: 20 });

                  const results = potentiostat.get_results({ experiment_id: experiment.experiment_id });
                  expect(results).toHaveLength(20);
                  expect(results[0]).toEqual({
                    'Time (s)': expect.closeTo(0, 0),
                    'Voltage (V)': 0.4,
                    'Current (A)': expect.closeTo(4.02e-7, 8),
                  });
                });
                """);
    }

    @Test
    void a_script_prints_what_nothing_else_needs() {
        measured();
        recording.exchange("pump", "set_rate", Map.of("ul_per_s", 20L), null);

        assertThat(script()).isEqualTo("""
                // Made of rec.jsonl by hubsh save, 2026-11-30.
                //   hubsh run saved.js
                import { hub } from 'hubsh';

                const potentiostat = hub.plugin('potentiostat');
                const pump = hub.plugin('pump');

                const experiment = potentiostat.run_active_experiment({ seconds: 1, 'Voltage (V)': 0.4 });

                console.log(hub.until(() =>
                  potentiostat.acquisition_complete({ experiment_id: experiment.experiment_id }),
                ));

                console.log(potentiostat.get_results({ experiment_id: experiment.experiment_id }));

                pump.set_rate({ ul_per_s: 20 });
                """);
    }

    @Test
    void errors_are_expected_by_their_class_or_their_text_without_what_is_another_one_each_time() {
        recording
                .failure("plugin_a", "fail", Map.of(), "this command always fails")
                .failure(
                        "potentiostat",
                        "get_results",
                        Map.of("experiment_id", 99L),
                        "no such experiment; the last one is 7")
                .failure("plugin_a", "nope", Map.of(), "Unrecognized command: nope");

        assertThat(SaveBench.steps(test())).isEqualTo("""
                  expect(() => pluginA.fail()).toThrow('this command always fails');

                  expect(() => potentiostat.get_results({ experiment_id: 99 })).toThrow(
                    /no such experiment; the last one is \\d+/,
                  );

                  expect(() => pluginA.nope()).toThrow(NoSuchCommandError);
                """);
        assertThat(test()).contains("import { test, expect, NoSuchCommandError } from 'hubsh';");
        assertThat(SaveBench.steps(script())).startsWith("""
                try {
                  pluginA.fail();
                } catch (error) {
                  console.error(error.message); // this command always fails
                }
                """);
    }

    @Test
    void values_of_pandas_and_python_are_made_by_functions() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("states", new Series(List.of("e1", "e2"), List.of(1L, 0L), "object", "int64", null, null));
        arguments.put("channels", new Series(List.of(37L, 38L), List.of(1.5, 2.0), "int64", "float64", null, null));
        arguments.put("run", UUID.fromString("424242aa-0000-4000-8000-000000000001"));
        arguments.put("firmware", Bytes.of(new byte[] {1, 2}));
        recording.exchange("dropbot_plugin", "set", arguments, COVERED, Payload.PICKLE);

        assertThat(SaveBench.steps(test())).isEqualTo("""
                  const reply = dropbot.set({
                    states: series({ e1: 1, e2: 0 }),
                    channels: series(new Map([[37, 1.5], [38, 2]])),
                    run: uuid('424242aa-0000-4000-8000-000000000001'),
                    firmware: bytes('AQI='),
                  });
                  expect(reply).toMatchObject({
                    index: ['electrode001', 'electrode002'],
                    values: [expect.closeTo(0.348), expect.closeTo(0.021, 3)],
                    type: 'Series',
                    name: 'capacitance',
                  });
                """);
        assertThat(test()).contains("import { test, expect, bytes, series, uuid } from 'hubsh';");
    }

    @Test
    void a_table_that_no_function_makes_is_left_out_and_says_why() throws Exception {
        Object twins = PandasJson.decode(
                "{\"index\":[0],\"values\":[[1,2]],\"columns\":[\"a\",\"a\"],\"index_dtype\":\"int64\",\"type\":\"DataFrame\"}");
        recording.exchange("a", "load", Map.of("table", twins), null, Payload.PICKLE);

        assertThat(SaveBench.steps(test()))
                .isEqualTo("  // a load is left out: a table with two columns of one name has no literal\n");
        assertThat(test()).contains("import { test, expect } from 'hubsh';");
    }

    @Test
    void what_is_new_each_time_is_expected_by_its_kind() {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("id", UUID.fromString("424242aa-0000-4000-8000-000000000001"));
        reply.put("started", "2026-11-30T10:00:00Z");
        reply.put("timestamp", 1_700_000_000L);
        reply.put("digest", "0123456789abcdef0123456789abcdef");
        reply.put("mode", "cv");
        recording.exchange("a", "start", Map.of("mode", "cv"), reply, Payload.PICKLE);

        assertThat(SaveBench.steps(test())).isEqualTo("""
                  const reply = a.start({ mode: 'cv' }, { mime: 'pickle' });
                  expect(reply).toEqual({
                    id: expect.stringMatching(/^[0-9a-fA-F-]{36}$/),
                    started: expect.stringMatching(/^\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d/),
                    timestamp: expect.any(Number),
                    digest: expect.stringMatching(/^[0-9a-f]{32}$/),
                    mode: 'cv',
                  });
                """);
    }

    @Test
    void numbers_that_javascript_lacks_or_cannot_hold_are_written_all_the_same() {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("nan", Double.NaN);
        reply.put("low", Double.NEGATIVE_INFINITY);
        reply.put("large", new BigInteger("123456789012345678901"));
        reply.put("count", 3L);
        reply.put("level", 997.5);
        recording.exchange("a", "b", Map.of("x", 9_007_199_254_740_993L), reply, Payload.PICKLE);

        assertThat(SaveBench.steps(test())).isEqualTo("""
                  const reply = a.b({ x: 9007199254740993n }, { mime: 'pickle' });
                  expect(reply).toEqual({
                    nan: NaN,
                    low: -Infinity,
                    large: 123456789012345678901n,
                    count: 3,
                    level: expect.closeTo(997.5, -2),
                  });
                """);
    }

    @Test
    void of_large_replies_the_shape_is_expected() {
        List<Object> numbers = new ArrayList<>();
        Map<String, Object> keys = new LinkedHashMap<>();
        for (int i = 0; i < 2000; i++) {
            numbers.add(i / 7.0);
            keys.put("k" + i, (long) i);
        }
        recording
                .exchange("a", "trace", Map.of(), Map.of("samples", numbers))
                .exchange("a", "all", Map.of(), numbers)
                .exchange("a", "keys", Map.of(), keys)
                .exchange("a", "text", Map.of(), "<svg>".repeat(1000));

        assertThat(SaveBench.steps(test())).isEqualTo("""
                  expect(a.trace()).toEqual({ samples: expect.arrayOf(expect.any(Number)) });

                  const reply = a.all();
                  expect(reply).toHaveLength(2000);
                  expect(reply[0]).toBeCloseTo(0, 0);

                  const reply2 = a.keys();
                  expect(reply2).toMatchObject({
                    k0: 0,
                    k1: 1,
                    k2: 2,
                    k3: 3,
                    k4: 4,
                    k5: 5,
                    k6: 6,
                    k7: 7,
                    k8: 8,
                    k9: 9,
                  });

                  expect(a.text()).toContain('<svg><svg><svg><svg><svg><svg><svg><svg><svg><svg><svg><svg>');
                """);
    }

    @Test
    void odd_names_are_quoted_and_get_names_that_read_well() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("it's", "a \"b\"\n");
        arguments.put("__proto__", Arrays.asList(1L, null, true));
        recording
                .exchange("dstat-interface", "get-state", arguments, "idle")
                .exchange("microdrop.electrode_controller_plugin", "then", Map.of(), 1L)
                .exchange("other.electrode_controller_plugin", "ping2", Map.of(), true)
                .exchange("hub", "uptime", Map.of(), 2L)
                .exchange("4ch", "x", Map.of(), 2L)
                .exchange("温度", "x", Map.of(), "°C");

        assertThat(test()).isEqualTo("""
                // Made of rec.jsonl by hubsh save, 2026-11-30.
                //   hubsh test saved.test.js
                import { test, expect } from 'hubsh';

                test('a session with 6 plugins', ({ hub }) => {
                  const dstatInterface = hub.plugin('dstat-interface');
                  const electrodeController = hub.plugin('microdrop.electrode_controller_plugin');
                  const electrodeController2 = hub.plugin('other.electrode_controller_plugin');
                  const hubPlugin = hub.plugin('hub');
                  const plugin4ch = hub.plugin('4ch');
                  const plugin = hub.plugin('温度');

                  const state = dstatInterface.execute('get-state', {
                    "it's": 'a "b"\\n',
                    ['__proto__']: [1, null, true],
                  });
                  expect(state).toBe('idle');

                  expect(electrodeController.execute('then')).toBe(1);

                  expect(electrodeController2.ping2()).toBe(true);

                  expect(hubPlugin.uptime()).toBe(2);

                  expect(plugin4ch.x()).toBe(2);

                  expect(plugin.x()).toBe('°C');
                });
                """);
    }

    @Test
    void what_cannot_be_written_is_a_comment_that_says_why() {
        recording.request("pump", "measure", Map.of("seconds", 1L), Payload.JSON);
        recording.exchange("plugin_a", "login", Map.of("password", "geheim"), Map.of("token", "geheim"));
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("user", "anna");
        user.put("token", "geheim");
        recording.exchange("plugin_a", "whoami", Map.of(), user);
        recording.exchange("plugin_a", "fetch", Map.of("url", "https://ann:geheim@host/"), null);
        recording.exchange("plugin_a", "fetch", Map.of("all", List.of("https://ann:geheim@host/")), null);
        recording.exchange("plugin_a", "where", Map.of(), "https://ann:geheim@host/");

        String test = test();

        assertThat(test).doesNotContain("geheim");
        assertThat(SaveBench.steps(test)).isEqualTo("""
                  // no reply was recorded
                  // pump.measure({ seconds: 1 });

                  // plugin_a login is left out: its 'password' looks secret

                  expect(pluginA.whoami()).toEqual({ user: 'anna', token: expect.anything() });

                  // plugin_a fetch is left out: its 'url' looks secret

                  // plugin_a fetch is left out: its 'all' looks secret

                  expect(pluginA.where()).not.toBeNull();
                """);
    }

    @Test
    void a_part_of_a_text_that_an_earlier_reply_gave_is_made_again() {
        recording
                .exchange("a", "start", Map.of(), "4242-4242")
                .exchange("a", "load", Map.of("file", "run-4242-4242.csv"), null);

        assertThat(SaveBench.steps(test())).isEqualTo("""
                  const file = a.start();
                  expect(file).toEqual(expect.any(String));

                  expect(a.load({ file: `run-${file}.csv` })).toBeNull();
                """);
    }

    private void measured() {
        Map<String, Object> setting = new LinkedHashMap<>();
        setting.put("seconds", 1L);
        setting.put("Voltage (V)", 0.4);
        List<Object> points = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("Time (s)", i / 10.0);
            point.put("Voltage (V)", 0.4);
            point.put("Current (A)", 4.02e-7);
            points.add(point);
        }
        recording
                .exchange("potentiostat", "run_active_experiment", setting, SEVENTH)
                .exchange("potentiostat", "acquisition_complete", SEVENTH, null)
                .exchange("potentiostat", "acquisition_complete", SEVENTH, null)
                .exchange("potentiostat", "acquisition_complete", SEVENTH, Map.of("points", 20L))
                .exchange("potentiostat", "get_results", SEVENTH, points);
    }

    private String test() {
        return saved.test();
    }

    private String script() {
        return saved.script();
    }
}
