package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a script waits: what happens meanwhile, what comes too fast, and what ends the waiting. */
@org.junit.jupiter.api.Timeout(120)
final class WaitingTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    @Test
    void handlers_and_timers_run_while_the_script_sleeps_and_never_inside_a_blocking_call() {
        bench.prints("""
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
        bench.prints("""
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
    void everything_that_waits_takes_a_signal() {
        bench.prints("""
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
        bench.prints("""
                import { hub, sleep } from 'hubsh';
                const service = hub.serve('slow', { never: () => new Promise(() => {}), ping: () => new Promise(() => {}) });
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
                await hub.async.sh('status').then(() => console.log('end'));
                service.close(); // ends what slow was asked: the next request would say so
                """, """
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
        bench.prints("""
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
        int status = bench.file("script.js", """
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
                """).run("run --allow-write . script.js");

        assertThat(bench.err()).isEqualTo("""
                        a loop over broadcasts is more than 10000 behind: it misses what comes now
                        a loop over broadcasts has missed 102
                        """);
        assertThat(bench.out()).isEqualTo("true false\ntrue\n");
        assertThat(status).isZero();
    }

    @Test
    void handlers_and_timers_wait_while_a_call_blocks_unless_it_has_a_signal() {
        bench.prints("""
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
}
