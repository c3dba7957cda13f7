package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code run}: the API, end to end at a real hub. */
@org.junit.jupiter.api.Timeout(30)
final class RunTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    private void prints(String script, String expected) {
        int status = bench.script(script);

        assertThat(bench.err()).isEmpty();
        assertThat(bench.out()).isEqualTo(expected);
        assertThat(status).isZero();
    }

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
        prints("""
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
        prints("""
                import { hub, UsageError } from 'hubsh';
                const cycle = {}; cycle.self = cycle;
                for (const args of [{ f() {} }, cycle, { p: Promise.resolve() }]) {
                  try { hub.execute('plugin_a', 'echo', args); } catch (e) { console.log(e instanceof UsageError, e.message); }
                }
                try { hub.execute('plugin_a', 'echo', {}, { timeOut: 1 }); } catch (e) { console.log(e.message); }
                """, """
                true a function cannot be sent (at f)
                true a value that contains itself cannot be sent
                true a promise cannot be sent: await it first
                there is no option 'timeOut'; there are timeout, silent, mime, signal
                """);
    }

    @Test
    void a_plugins_commands_are_methods_and_promises() {
        prints("""
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
        assertThat(bench.err()).contains("waits for a promise that nothing will ever settle");
    }

    @Test
    void handlers_and_timers_run_while_the_script_sleeps_and_never_inside_a_blocking_call() {
        prints("""
                import { hub, sleep } from 'hubsh';
                const log = [];
                const off = hub.on('execute_reply', { source: 'plugin_a' }, (m) => log.push(m.data.x));
                setTimeout(() => log.push('timer'), 0);
                hub.execute('plugin_a', 'do_thing', { x: 1 });
                hub.execute('plugin_a', 'do_thing', { x: 2 });
                log.push('sync');
                hub.until(() => log.length === 4, { every: 10, for: '10s', that: Boolean });
                console.log(log[0], log.slice(1).sort());
                off();
                """, "sync [1, 2, 'timer']\n");
    }

    @Test
    void tail_is_an_async_iterator_with_filters_and_round_trips() {
        prints("""
                import { hub, sleep } from 'hubsh';
                setTimeout(async () => {
                  for (let i = 0; i < 6; i++) await hub.async.execute('plugin_a', 'do_thing', { i });
                }, 1);
                const where = '.content.command == "do_thing" and .type == "execute_reply" and .data.i > 1';
                for await (const m of hub.tail({ where, count: 3, for: '20s' })) console.log(m.data.i, m.rtt > 0, m.source);
                for await (const m of hub.tail({ where: (m) => m.type === 'execute_reply', for: '10ms' })) break;
                """, """
                2 true plugin_a
                3 true plugin_a
                4 true plugin_a
                """);
    }

    @Test
    void a_plugin_in_javascript_answers_even_the_script_that_is_waiting_for_it() {
        prints("""
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
    void everything_that_waits_takes_a_signal() {
        prints("""
                import { hub, sleep } from 'hubsh';
                const service = hub.serve('slow', { never: () => new Promise(() => {}) });
                const abort = (ms) => { const c = new AbortController(); setTimeout(() => c.abort(), ms); return c.signal; };
                const tries = {
                  sleep: () => sleep('20s', { signal: abort(5) }),
                  execute: () => hub.execute('slow', 'never', {}, { signal: abort(5), timeout: '20s' }),
                  until: () => hub.until(() => null, { every: 1, signal: abort(5) }),
                  waitFor: () => hub.waitFor('nobody', { signal: abort(5) }),
                  async: () => hub.async.execute('slow', 'never', {}, { signal: abort(5), timeout: '20s' }),
                  timeout: () => sleep.async('20s', { signal: AbortSignal.timeout(5) }),
                  any: () => sleep.async('20s', { signal: AbortSignal.any([AbortSignal.abort(), abort(5)]) }),
                };
                for (const [name, attempt] of Object.entries(tries)) {
                  try { await attempt(); console.log(name, 'came back'); } catch (e) { console.log(name, e.name); }
                }
                service.close();
                """, """
                sleep AbortError
                execute AbortError
                until AbortError
                waitFor AbortError
                async AbortError
                timeout TimeoutError
                any AbortError
                """);
    }

    @Test
    void a_signal_ends_every_wait_whether_it_comes_before_or_meanwhile() {
        prints("""
                import { hub, sleep } from 'hubsh';
                hub.serve('slow', { never: () => new Promise(() => {}), ping: () => new Promise(() => {}) });
                const waits = {
                  ping: (o) => hub.ping('slow', o), asyncPing: (o) => hub.async.ping('slow', o),
                  sh: (o) => hub.sh('execute slow never', o), asyncSh: (o) => hub.async.sh('execute slow never', o),
                  method: (o) => hub.plugin('slow').never({}, o), asyncMethod: (o) => hub.plugin('slow').async.never({}, o),
                  until: (o) => hub.until(() => null, o), asyncUntil: (o) => hub.async.until(() => null, o),
                  waitFor: (o) => hub.waitFor('nobody', o), asyncWaitFor: (o) => hub.async.waitFor('nobody', o),
                  waitForMessage: (o) => hub.waitFor('execute_reply', { command: 'x' }, o),
                  tail: async (o) => { for await (const m of hub.tail({ command: 'x', ...o })) console.log(m); },
                  sleep: (o) => sleep('20s', o), asyncSleep: (o) => sleep.async('20s', o),
                };
                const shorts = ['plugins', 'status'].flatMap((name) => [(o) => hub[name](o), (o) => hub.async[name](o)]);
                const failed = async (wait, signal) => {
                  try { await wait({ signal }); return 'nothing'; } catch (e) { return e.name; }
                };
                for (const [name, wait] of Object.entries(waits)) {
                  const names = [await failed(wait, AbortSignal.abort()), await failed(wait, AbortSignal.timeout(20))];
                  if (`${names}` !== 'AbortError,TimeoutError') console.log(name, names);
                }
                for (const wait of shorts) console.log(await failed(wait, AbortSignal.abort()));
                const own = new AbortController();
                setTimeout(() => own.abort(new RangeError('mine')), 5);
                console.log(await failed(waits.tail, own.signal));
                process_is_over();
                function process_is_over() { hub.async.sh('status').then(() => console.log('end')); service.close(); }
                """.replace("hub.serve(", "const service = hub.serve("), """
                AbortError
                AbortError
                AbortError
                AbortError
                RangeError
                end
                """);
    }

    @Test
    void a_loop_over_broadcasts_that_is_left_listens_no_more() {
        prints("""
                import { hub } from 'hubsh';
                const poke = setInterval(() => hub.async.execute('plugin_a', 'do_thing', {}), 5);
                for await (const m of hub.tail()) { break; }
                try { for await (const m of hub.tail()) throw new RangeError('left'); } catch (e) { console.log(e.message); }
                clearInterval(poke);
                console.log('and nothing is pending');
                """, "left\nand nothing is pending\n");
    }

    @Test
    void a_loop_over_broadcasts_keeps_ten_thousand_and_warns_once() {
        int status = bench.script("""
                import { hub, sleep } from 'hubsh';
                let seen = 0;
                const loop = hub.tail({ type: 'execute_reply', command: 'do_thing', where: () => ++seen });
                await hub.async.execute('plugin_a', 'do_thing', { first: true });
                await hub.async.sh('10100 execute plugin_a do_thing > all.jsonl');
                await hub.async.until(() => seen === 10_101 || null, { every: 5 });
                await hub.async.execute('plugin_a', 'do_thing', { last: true });
                await hub.async.until(() => seen === 10_102 || null, { every: 5 });
                const kept = [];
                while (kept.length < 10_000) kept.push((await loop.next()).value.data);
                console.log('first' in kept[0], kept.some((data) => 'last' in data));
                await hub.async.execute('plugin_a', 'do_thing', { after: true });
                console.log('after' in (await loop.next()).value.data);
                await loop.return();
                """);

        assertThat(bench.err())
                .isEqualTo("a loop over broadcasts is more than 10000 behind: it misses what comes now\n");
        assertThat(bench.out()).isEqualTo("true false\ntrue\n");
        assertThat(status).isZero();
    }

    @Test
    void handlers_and_timers_wait_while_a_call_blocks_unless_it_has_a_signal() {
        prints("""
                import { hub, sleep } from 'hubsh';
                let ran = [];
                const off = hub.on('execute_reply', { command: 'do_thing' }, () => ran.push('handler'));
                setTimeout(() => ran.push('timer'), 1);
                setImmediate(() => ran.push('immediate'));
                queueMicrotask(() => ran.push('microtask'));
                const calls = {
                  execute: () => hub.execute('potentiostat', 'measure', { seconds: 0.05 }),
                  method: () => hub.plugin('plugin_a').do_thing({}),
                  ping: () => hub.ping('plugin_a'),
                  plugins: () => hub.plugins(),
                  status: () => hub.status(),
                  describe: () => hub.describe('plugin_a'),
                  sh: () => hub.sh('execute plugin_a do_thing'),
                };
                for (const [name, call] of Object.entries(calls)) {
                  for (let i = 0; i < 5; i++) call();
                  if (ran.length > 0) console.log(name, ran);
                }
                console.log('until the script waits:', ran.length);
                await sleep.async(1);
                while (ran.filter((each) => each === 'handler').length < 10) await sleep.async(1);
                console.log([...new Set(ran)].sort().join(' '));
                ran = [];
                setTimeout(() => ran.push('timer'), 1);
                const { signal } = new AbortController();
                hub.execute('potentiostat', 'measure', { seconds: 0.2 }, { signal });
                console.log('with a signal:', ran);
                off();
                """, """
                until the script waits: 0
                handler immediate microtask timer
                with a signal: ['timer']
                """);
    }

    @Test
    void a_connection_that_was_closed_is_not_the_shells_own() {
        prints("""
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
        prints("""
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
