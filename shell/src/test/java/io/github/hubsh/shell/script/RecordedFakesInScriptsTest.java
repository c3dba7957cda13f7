package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.fake.FakeRecording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Plugins of a recording in tests and scripts. */
final class RecordedFakesInScriptsTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    private static final String TEST = """
            import { test, expect, fake, hub, NoSuchCommandError, NoSuchPluginError } from 'hubsh';
            test('one of them', ({ fake, hub }) => {
              const heater = fake.from('session.jsonl', { plugin: 'heater', speed: 'max' });
              expect(heater.name).toBe('heater');
              expect(hub.execute('heater', 'set_target', { celsius: 37.0 })).toBe(37);
              expect(() => hub.execute('heater', 'set_target', { celsius: 38 })).toThrow('the nearest is {"celsius":37}');
              expect(() => hub.execute('heater', 'cool')).toThrow(NoSuchCommandError);
              expect(() => hub.execute('dstat', 'run')).toThrow(NoSuchPluginError);
              expect(heater.commands.get_state).not.toHaveBeenCalled();
              expect(heater.commands.set_target).toHaveBeenCalledWith({ celsius: 38 });
              expect(heater).toHaveBeenLastCalledWith('cool', {});
              expect(heater.calls.map((call) => call.command)).toEqual(['set_target', 'set_target', 'cool']);
            });
            test('all of them', async () => {
              const all = fake.from('session.jsonl', { speed: 'max' });
              expect(all.map((each) => each.name)).toEqual(['heater', 'dstat']);
              const { id } = hub.execute('dstat', 'run');
              const poll = () => hub.execute('dstat', 'done', { id });
              expect(hub.until(poll, { every: 5 })).toBe('points');
              expect(await hub.async.execute('heater', 'get_state')).toEqual({ celsius: 36.5 });
              expect(all[1].commands.done).toHaveBeenCalledTimes(2);
            });
            test('the nearest', ({ fake }) => {
              fake.from('session.jsonl', { plugin: 'heater', speed: 'max', nearest: true });
              expect(hub.execute('heater', 'set_target', { celsius: 38 })).toBe(37);
            });
            test('served', () => {
              const served = hub.serve('oven', { from: 'session.jsonl', plugin: 'heater', speed: 'max' });
              expect(hub.execute('oven', 'get_state').celsius).toBe(36.5);
              served.close();
            });
            """;

    @BeforeEach
    void record() {
        bench.file(
                "session.jsonl",
                FakeRecording.session()
                        .exchange("dstat", "run", Map.of(), Map.of("id", "run-20240101-7731"))
                        .exchange("dstat", "done", Map.of("id", "run-20240101-7731"), null)
                        .exchange("dstat", "done", Map.of("id", "run-20240101-7731"), "points")
                        .text());
    }

    @Test
    void fakes_answer_as_recorded_and_know_who_called_them() {
        bench.file("a.test.js", TEST);

        assertThat(bench.run("test --allow-read . a.test.js")).as(bench.out()).isZero();
        assertThat(bench.out()).contains("4 passed");
    }

    @Test
    void the_parts_of_a_recording_are_taken_as_one() {
        bench.file("rec.jsonl", FakeRecording.session().text())
                .file(
                        "rec-2.jsonl",
                        new FakeRecording()
                                .exchange("dstat", "run", Map.of("celsius", 40L), "ran")
                                .text());
        bench.file("a.test.js", """
                import { test, expect, hub } from 'hubsh';
                const parts = ['rec.jsonl', 'rec-2.jsonl'];
                test('all plugins', ({ fake }) => {
                  expect(fake.from(parts, { speed: 'max' }).map((each) => each.name)).toEqual(['heater', 'dstat']);
                  const { ok, differences, summary } = hub.replay(parts, { speed: 'max' }).verify();
                  expect([ok, differences, summary.requests]).toEqual([true, [], 3]);
                });
                test('one plugin', ({ fake }) => {
                  fake.from(parts, { plugin: 'dstat' });
                  const served = hub.serve('oven', { from: parts, plugin: 'heater', speed: 'max' });
                  const { failures } = hub.replay(parts, { speed: 'max', remap: { heater: 'oven' } }).run();
                  served.close();
                  expect(failures).toEqual([]);
                });
                test('none', (context) => {
                  expect(() => hub.replay([])).toThrow('expected a recording as a text, or a list of texts, found []');
                  expect(() => hub.serve('oven', { from: [] })).toThrow('expected a recording');
                  expect(() => context.fake.from(['rec.jsonl', 5])).toThrow("found ['rec.jsonl', 5]");
                  expect(() => hub.replay(['rec.jsonl', 'other.jsonl']).run()).toThrow('no file');
                });
                """);

        assertThat(bench.run("test --allow-read . a.test.js")).as(bench.out()).isZero();
        assertThat(bench.out()).contains("3 passed");
    }

    @Test
    void files_side_by_side_have_fakes_of_the_same_name() {
        bench.file("a.test.js", TEST).file("b.test.js", TEST);

        assertThat(bench.run("test --parallel 2 --allow-read . a.test.js b.test.js"))
                .as(bench.out())
                .isZero();
    }

    @Test
    void a_recording_is_read_only_where_the_script_may_read() {
        bench.script("import { hub } from 'hubsh'; hub.serve('heater', { from: 'session.jsonl' });");

        assertThat(bench.err()).contains("session.jsonl is not open to this script; --allow-read DIR opens a folder");
    }

    @Test
    void what_is_wrong_names_the_option_or_the_plugins_that_there_are() {
        bench.file("script.js", """
                import { hub } from 'hubsh';
                const attempts = [
                  () => hub.serve('heatre', { from: 'session.jsonl' }),
                  () => hub.serve('heater', { from: 'session.jsonl', speed: 'slow' }),
                  () => hub.serve('heater', { from: 'session.jsonl', speed: 0 }),
                  () => hub.serve('heater', { from: 'session.jsonl', near: true }),
                  () => hub.serve('pump', { from: 'session.jsonl', plugin: 'heater' }),
                ];
                for (const attempt of attempts) {
                  try {
                    attempt();
                    console.log('no error');
                  } catch (error) {
                    console.log(`${error.name}: ${error.message.replace(/ at tcp\\S+/, '')}`.slice(0, 75));
                  }
                }
                """);

        assertThat(bench.run("run --allow-read . script.js")).as(bench.err()).isZero();
        assertThat(bench.out()).isEqualTo("""
                NoSuchPluginError: session.jsonl has no answer of a plugin called 'heatre'
                UsageError: option 'speed': expected a number or 'max', found 'slow'
                UsageError: option 'speed': expected a speed: 2 is twice as quick, 0.5 half
                UsageError: there is no option 'near'; there are from, plugin, speed, neare
                ConnectionError: the hub refuses 'pump': NameInUse: Another plugin of the n
                """);
    }

    @Test
    void the_typescript_compiler_knows_the_network_of_a_recording() throws Exception {
        String compiler = Requires.typescript();
        bench.file("scripts/tsconfig.json", """
                { "compilerOptions": { "strict": true, "noEmit": true, "target": "es2023", "lib": ["es2023"], "module": "esnext",
                    "moduleResolution": "bundler", "types": [] }, "include": ["*.ts"] }
                """);
        assertThat(bench.run("types --from session.jsonl scripts/hubsh-env.d.ts"))
                .as(bench.err())
                .isZero();
        bench.file("scripts/right.ts", """
                import { hub, fake, test, type RecordedFake } from 'hubsh';
                hub.plugin('heater').set_target({ celsius: 37 });
                test('t', ({ fake }) => {
                  const one: RecordedFake = fake.from('session.jsonl', { plugin: 'heater', speed: 'max', nearest: true });
                  one.commands['get_state'].mock.calls.length;
                });
                const all: RecordedFake[] = fake.from('session.jsonl');
                hub.serve('heater', { from: ['session.jsonl'], speed: 2 }).close();
                const part: RecordedFake = fake.from(['session.jsonl', 'session-2.jsonl'], { plugin: 'heater' });
                hub.replay(['session.jsonl', 'session-2.jsonl']).verify().ok;
                """);
        bench.file("scripts/wrong.ts", """
                import { hub, fake } from 'hubsh';
                hub.plugin('heater').set_target({ celsius: 'hot' });
                hub.plugin('heater').cool();
                fake.from('session.jsonl', { speed: 'quick' });
                hub.serve('heater', { from: 5 });
                hub.replay([5]);
                """);

        Process process = new ProcessBuilder("node", compiler, "-p", ".")
                .directory(bench.directory.resolve("scripts").toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(errors(process).lines().filter(line -> !line.startsWith(" ")))
                .extracting(line -> line.replaceAll("\\(?(\\d+),.*", "$1"))
                .containsExactly("wrong.ts2", "wrong.ts3", "wrong.ts4", "wrong.ts5", "wrong.ts6");
    }

    private static String errors(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
