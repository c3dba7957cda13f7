package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code run}: the API, end to end at a real hub; how it waits is {@link WaitingTest}. */
@org.junit.jupiter.api.Timeout(120)
final class RunTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    @Test
    void arguments_exports_and_relative_imports() {
        bench.file("lib/twice.mjs", "export const twice = (n) => 2 * n;");
        bench.file("data.json", "{\"a\": 1}");
        bench.file("script.js", """
                import { args } from 'hubsh';
                import { twice } from './lib/twice.mjs';
                export default [args, twice(4), (await import('./lib/twice.mjs')).twice(1)];
                """);

        assertThat(bench.run("run script.js one --two 'x y'")).isZero();

        assertThat(bench.out()).isEqualTo("[[\"one\",\"--two\",\"x y\"],8,2]\n");
    }

    @Test
    void values_come_back_as_they_went() {
        bench.prints("""
                import { hub } from 'hubsh';
                const sent = { big: 2n ** 70n, exact: 2 ** 53 - 1, minus: -1.5, nan: NaN, far: -Infinity,
                  bytes: new Uint8Array([0, 128, 255]), nested: [[], {}, null, 'é\\u0000\\ud83d\\ude00'], undef: undefined };
                const service = hub.serve('mirror', { echo: (args) => args });
                const back = hub.execute('mirror', 'echo', sent);
                service.close();
                console.log(back.big === sent.big, back.exact === sent.exact, back.minus, back.nan, back.far, back.bytes);
                console.log(JSON.stringify(back.nested) === JSON.stringify(sent.nested), 'undef' in back);
                """, """
                true true -1.5 NaN -Infinity Uint8Array(3) [0, 128, 255]
                true false
                """);
    }

    @Test
    void what_cannot_be_sent_is_said_and_not_sent() {
        bench.prints("""
                import { hub, UsageError } from 'hubsh';
                const cycle = {}; cycle.self = cycle;
                for (const args of [{ f() {} }, cycle, { p: Promise.resolve() }]) {
                  try { hub.execute('plugin_a', 'echo', args); } catch (e) { console.log(e instanceof UsageError, e.message); }
                }
                try { hub.execute('plugin_a', 'echo', {}, { timeOut: 1 }); } catch (e) { console.log(e.message); }
                """, """
                true a function cannot be sent (at f)
                true a value that contains itself cannot be sent (at self)
                true a promise cannot be sent (at p): await it first
                there is no option 'timeOut' (did you mean 'timeout'?); there are timeout, silent, mime, content, signal
                """);
    }

    @Test
    void a_plugins_commands_are_methods_and_promises() {
        bench.prints("""
                import { hub } from 'hubsh';
                const a = hub.plugin('plugin_a');
                const [x, y] = await Promise.all([a.async.do_thing({ x: 1 }), hub.async.execute('plugin_a', 'echo', { y: 2 })]);
                console.log(a.do_thing({ x: 3 }).x, x.x, y, a.ping() > 0, await hub.async.ping('pump') > 0, `${a.name}`);
                console.log(hub.plugins().length, hub.sh('plugins').length, hub.status().hub === hub.uri);
                """, """
                3 1 { y: 2 } true true plugin_a
                5 5 true
                """);
    }

    @Test
    void errors_are_real_errors_with_their_place() {
        assertThat(bench.script("""
                import { hub, RemoteError, NoSuchPluginError, NoSuchCommandError, TimeoutError, ConnectionError, connect } from 'hubsh';
                function attempt(action) {
                  try { action(); } catch (e) {
                    console.log(e.constructor.name, e instanceof Error, e.plugin, e.command, /script.js:\\d+:\\d+/.test(e.stack));
                  }
                }
                attempt(() => hub.execute('plugin_a', 'fail'));
                attempt(() => hub.execute('nope', 'x'));
                attempt(() => hub.execute('plugin_a', 'nope'));
                attempt(() => hub.execute('potentiostat', 'acquire', {}, { timeout: 1 }));
                attempt(() => connect('tcp://127.0.0.1:1', { timeout: '200ms' }));
                await hub.async.execute('nope', 'x').catch((e) => console.log(e.constructor.name, /script.js:12:/.test(e.stack)));
                hub.execute('plugin_a', 'fail');
                """)).isEqualTo(1);

        assertThat(bench.out().lines())
                .startsWith("RemoteError true plugin_a fail true", "NoSuchPluginError true nope x true")
                .contains("NoSuchCommandError true plugin_a nope true", "ConnectionError true undefined undefined true")
                .endsWith("NoSuchPluginError true");
        assertThat(bench.err()).contains("(at script.js:13:5)\n  hub.execute('plugin_a', 'fail');\n      ^\n");
    }

    @Test
    void an_uncaught_error_ends_with_its_own_exit_code() {
        assertThat(bench.script("import { hub } from 'hubsh'; hub.execute('nope', 'x');"))
                .isEqualTo(6);
        assertThat(bench.script("throw new TypeError('bad');")).isEqualTo(1);
        assertThat(bench.script("let x = ;")).isEqualTo(1);
        assertThat(bench.script("import './missing.js';")).isEqualTo(1);
        assertThat(bench.run("run nowhere.js")).isEqualTo(2);
        assertThat(bench.script("import { hub } from 'hubsh'; hub.until(() => null, { every: 5, for: 20 });"))
                .isEqualTo(5);
        assertThat(bench.err())
                .contains("TypeError: bad (at script.js:1:")
                .contains("SyntaxError: Expected an operand but found ; (at script.js:1:9)");
    }

    @Test
    void an_unhandled_rejection_fails_the_run() {
        assertThat(bench.script("Promise.reject(new RangeError('lost')); await 1; console.log('on');"))
                .isEqualTo(1);
        assertThat(bench.script("setTimeout(async () => { throw new RangeError('late'); }, 5);"))
                .isEqualTo(1);
        assertThat(bench.err()).contains("RangeError: lost").contains("RangeError: late");
    }

    @Test
    void a_script_that_waits_for_nothing_says_so() {
        assertThat(bench.script("await new Promise(() => {});")).isEqualTo(1);
        assertThat(bench.err()).contains("waits for a promise that can never settle");
    }

    @Test
    void more_calls_are_under_way_at_once_than_there_are_threads() {
        bench.prints("""
                import { hub, exit } from 'hubsh';
                let here = 0, open;
                const all = new Promise((resolve) => (open = resolve));
                const wait = async ({ i }) => { if (++here === 200) open(); await all; return i; };
                hub.serve('gate', { wait });
                const calls = Array.from({ length: 200 }, (_, i) => hub.plugin('gate').async.wait({ i }, { timeout: '60s' }));
                const replies = await Promise.all(calls);
                console.log(replies.length, replies.every((each, i) => each === i));
                exit(0);
                """, "200 true\n");
    }

    @Test
    void a_plugin_in_javascript_gets_requests_in_the_order_in_which_they_were_sent() {
        bench.prints("""
                import { hub, exit } from 'hubsh';
                const got = [];
                hub.serve('valve', { set: ({ n }) => got.push(n), get: { run: () => got.push('get'), arguments: {} } });
                const { set, get } = hub.plugin('valve').async;
                await Promise.all(Array.from({ length: 1000 }, (_, n) => (n % 10 === 0 ? get() : set({ n }))));
                console.log(got.length, got.every((each, n) => each === (n % 10 === 0 ? 'get' : n)));
                exit(0);
                """, "1000 true\n");
    }

    @Test
    void more_requests_come_than_handlers_can_wait_inside_one_another() {
        bench.prints("""
                import { hub, sleep, exit } from 'hubsh';
                hub.serve('gate', { ask: ({ i }) => { sleep(1); hub.ping('hub'); return i; } });
                const calls = Array.from({ length: 120 }, (_, i) => hub.plugin('gate').async.ask({ i }, { timeout: '60s' }));
                const replies = await Promise.all(calls);
                console.log(replies.length, replies.every((each, i) => each === i));
                exit(0);
                """, "120 true\n");
    }

    @Test
    void a_plugin_in_javascript_answers_even_the_script_that_is_waiting_for_it() {
        bench.prints("""
                import { hub, sleep } from 'hubsh';
                const service = hub.serve('fake', {
                  find: () => ['e1'],
                  async later({ n }) { await sleep.async(5); return n * 2; },
                  bad() { throw new RangeError('too far'); },
                  dispense: { documentation: 'dispense', arguments: { volume: { type: 'number', required: true, maximum: 10 },
                    wait: { type: 'boolean', default: true } }, run: (args) => args },
                });
                const f = hub.plugin('fake');
                console.log(f.find(), f.later({ n: 4 }), await f.async.later({ n: 5 }), f.dispense({ volume: 3 }));
                for (const args of [{}, { volume: '3' }, { volume: 11 }, { volume: 1, x: 1 }]) {
                  try { f.dispense(args); } catch (e) { console.log(e.message); }
                }
                try { f.bad(); } catch (e) { console.log(e.name, e.message, /script.js:5/.test(e.remoteTraceback)); }
                console.log(hub.describe('fake').map((row) => row.command ?? row.argument).includes('dispense'));
                service.close();
                try { f.find(); } catch (e) { console.log(e.name); }
                """, """
                ['e1'] 8 10 { volume: 3, wait: true }
                fake dispense: ScriptFailure: TypeError: argument 'volume' is missing
                fake dispense: ScriptFailure: TypeError: argument 'volume': expected a value of type number, found '3'
                fake dispense: ScriptFailure: TypeError: argument 'volume': expected at most 10, found 11
                fake dispense: ScriptFailure: TypeError: there is no argument 'x'
                RemoteError fake bad: ScriptFailure: RangeError: too far true
                true
                NoSuchPluginError
                """);
    }

    @Test
    void a_connection_that_was_closed_is_not_the_shells_own() {
        bench.prints("""
                import { connect, hub } from 'hubsh';
                const other = connect(hub.uri, { name: 'second', timeout: '2s' });
                other.close();
                try { other.ping(); } catch (e) { console.log(e.name, e.message); }
                console.log(hub.ping() > 0);
                """, "ConnectionError the script has closed this connection\ntrue\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    import './lib.js';                                                                | lib.js:2:7
                    setTimeout(() => { throw new Error('x'); }, 1);                                   | script.js:2:26
                    Promise.resolve().then(() => { throw new Error('x'); });                          | script.js:2:38
                    hub.on('execute_reply', () => { throw new Error('x'); }); hub.ping('pump'); hub.execute('pump', 'get_status'); | script.js:2:39
                    await hub.async.execute('nope', 'x');                                             | script.js:2:17
                    hub.serve('own', { f() { throw new Error('x'); } }); hub.execute('own', 'f');     | script.js:2:58
                    await (async () => { await null; throw new Error('x'); })();                      | script.js:2:40
                    queueMicrotask(() => { throw new Error('x'); });                                  | script.js:2:30
                    """)
    void what_fails_says_where(String line, String place) {
        bench.file("lib.js", "\nthrow new Error('x');\n");

        assertThat(bench.script("import { hub } from 'hubsh';\n" + line)).isNotZero();

        assertThat(bench.err()).contains("(at " + place + ")\n");
    }

    @Test
    void another_membership_has_its_own_name() {
        bench.prints("""
                import { connect } from 'hubsh';
                const other = connect({ name: 'second' });
                console.log(other.plugins().map((p) => p.name).includes('second'), other.execute('plugin_a', 'echo', { a: 1 }));
                other.close();
                """, "true { a: 1 }\n");
    }

    @Test
    void lines_of_the_shell_run_from_a_file_too() {
        bench.file(
                "setup.hubsh",
                "r = execute plugin_a do_thing x=5  # a comment\nexecute plugin_a echo \\\n  y=$r.x z=$args[0]\n");

        assertThat(bench.run("run setup.hubsh one")).isZero();

        assertThat(bench.out()).isEqualTo("{\"y\":5,\"z\":\"one\"}\n");
    }

    @Test
    void console_goes_to_stderr_where_data_is_json() {
        bench.file("script.js", "console.log('hello', { a: [1] }); console.error('bad'); export default 5;");

        bench.run("run --json script.js");

        assertThat(bench.out()).isEqualTo("5\n");
        assertThat(bench.err()).isEqualTo("hello { a: [1] }\nbad\n");
    }
}
