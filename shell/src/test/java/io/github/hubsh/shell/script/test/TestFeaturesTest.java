package io.github.hubsh.shell.script.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.script.ScriptBench;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a test file may use beside tests and expectations: calls, polls, matchers of its own, steps, fixtures. */
final class TestFeaturesTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    private static final String CALLS = """
            import { test, expect, fn, hub } from 'hubsh';
            test('fn', () => {
              const f = fn((a) => a + 1).mockReturnValueOnce(7);
              expect(f).not.toHaveBeenCalled();
              expect([f(1), f(2), f('x', 'y')]).toEqual([7, 3, 'x1']);
              expect(f).toHaveBeenCalledTimes(3);
              expect(f).toHaveBeenCalledWith(2);
              expect(f).toHaveBeenCalledWith(expect.any(String), 'y');
              expect(f).not.toHaveBeenCalledWith('x');
              expect(f).toHaveBeenNthCalledWith(1, 1);
              expect(f).toHaveBeenLastCalledWith('x', 'y');
              expect(f).toHaveReturnedWith(7);
              expect(f).toHaveLastReturnedWith('x1');
              expect(f).toHaveReturnedTimes(3);
              expect(f.mock.lastCall).toEqual(['x', 'y']);
              f.mockClear();
              expect(f).toHaveBeenCalledTimes(0);
              f(5);
              expect(f).toHaveBeenCalledExactlyOnceWith(5);
            });
            test('fake', ({ hub, fake }) => {
              const bot = fake('dropbot', {
                move: fn(({ to }) => to),
                stop: { run: () => { throw new Error('jammed'); }, arguments: { hard: { type: 'boolean' } } },
              });
              hub.execute('dropbot', 'move', { to: 3 });
              expect(() => hub.execute('dropbot', 'stop', { hard: true })).toThrow('jammed');
              expect(bot).toHaveBeenCalledTimes(2);
              expect(bot).toHaveBeenCalledWith('move');
              expect(bot).toHaveBeenCalledWith('move', { to: 3 });
              expect(bot).not.toHaveBeenCalledWith('move', { to: 4 });
              expect(bot).toHaveBeenLastCalledWith('stop', { hard: true });
              expect(bot.commands.move).toHaveBeenCalledWith({ to: 3 });
              expect(bot.commands.move).toHaveReturnedWith(3);
              expect(bot.calls.map(({ command, args, source, value }) => [command, args, typeof source, value]))
                .toEqual([['move', { to: 3 }, 'string', 3], ['stop', { hard: true }, 'string', undefined]]);
              expect(bot.calls[1].error.message).toBe('jammed');
              expect(bot.calls[0].time).toBeInstanceOf(Date);
            });
            """;

    @Test
    void calls_of_functions_and_fakes_are_remembered() {
        bench.file("a.test.js", CALLS);

        assertThat(bench.run("test a.test.js")).as(bench.out()).isZero();
    }

    @Test
    void a_call_that_did_not_happen_shows_those_that_did() {
        bench.file("a.test.js", """
            import { test, expect } from 'hubsh';
            test('wrong call', ({ hub, fake }) => {
              const pump = fake('pump_2', { dispense: () => null });
              hub.execute('pump_2', 'dispense', { volume: 5 });
              expect(pump).toHaveBeenCalledWith('dispense', { volume: 6 });
            });
            test('no fake', () => expect({}).toHaveBeenCalled());
            """);

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out())
                .contains("a.test.js:5:16\n")
                .contains(
                        "expected a call with ('dispense', { volume: 6 }), found 1 call: 1. ('dispense', { volume: 5 })")
                .contains("-     volume: 6,", "+     volume: 5,")
                .contains("toHaveBeenCalled needs fn(), a fake or one of its commands, found {}");
    }

    @Test
    void a_fake_lives_as_long_as_what_makes_it() {
        bench.file("a.test.js", """
            import { test, expect, describe, beforeAll, afterAll, hub, fake, NoSuchPluginError } from 'hubsh';
            const gone = (name) => expect(() => hub.execute(name, 'f')).toThrow(NoSuchPluginError);
            fake('of_file', { f: () => 1 });
            describe('group', () => {
              beforeAll(({ fake }) => fake('of_group', { f: () => 2 }));
              test('one', () => { fake('of_test', { f: () => 3 }); expect(hub.execute('of_test', 'f')).toBe(3); });
              test('two', () => { expect(hub.execute('of_group', 'f')).toBe(2); gone('of_test'); });
            });
            test('after', () => { expect(hub.execute('of_file', 'f')).toBe(1); gone('of_group'); });
            """);

        assertThat(bench.run("test a.test.js")).as(bench.out()).isZero();
    }

    @Test
    void a_poll_asks_until_it_holds_or_its_time_is_over() {
        bench.file("a.test.js", """
            import { test, expect } from 'hubsh';
            test('holds', async () => {
              let n = 0;
              await expect.poll(() => { if (++n < 3) throw new Error('not yet'); return n; }, { interval: 1 }).toBe(4);
              await expect.poll(async () => n++, { interval: 1 }).not.toBeLessThan(6);
            });
            test('never', async () => {
              await expect.poll(() => 1, { timeout: 20, interval: 5, message: 'the valve' }).toBe(2);
            });
            test('forgotten', () => { expect.poll(() => 1, { timeout: 20, interval: 5 }).toBe(1); });
            test('misspelt', () => expect.poll(() => 1, { tiemout: 20 }).toBe(1));
            """);

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out())
                .contains("✓ holds (")
                .contains("✗ never (", "a.test.js:8:", "the valve: expected 2, found 1 (after 0.02 s, ")
                .contains("✗ forgotten (", "a.test.js:10:", "expect.poll(…).toBe has to be awaited")
                .contains(
                        "there is no option 'tiemout' (did you mean 'timeout'?); there are timeout, interval, message")
                .contains("1 passed, 1 failed, 2 errors (");
    }

    @Test
    void matchers_of_a_script_work_as_those_of_the_shell() {
        bench.file("a.test.js", """
            import { test, expect } from 'hubsh';
            expect.extend({
              toBeWithin(received, low, high) {
                const pass = received >= low && received <= high;
                return { pass, message: () => `${this.utils.printReceived(received)} is ${this.isNot ? '' : 'not '}within ${low} and ${high}` };
              },
              async toBeSoon(received) { return { pass: (await received) === 1, message: 'not soon' }; },
              toBeOdd: (n) => n % 2 === 1,
            });
            test('hold', async () => {
              expect(5).toBeWithin(1, 9);
              expect(10).not.toBeWithin(1, 9);
              expect({ n: 5, m: 0 }).toEqual({ n: expect.toBeWithin(1, 9), m: expect.not.toBeWithin(1, 9) });
              await expect(Promise.resolve(1)).toBeSoon();
              await expect(Promise.resolve(5)).resolves.toBeWithin(1, 9);
              expect(() => expect(0).toBeWithin(1, 9)).toThrow('0 is not within 1 and 9');
              expect(() => expect(5).not.toBeWithin(1, 9)).toThrow('5 is within 1 and 9');
              await expect(expect(Promise.resolve(2)).toBeSoon()).rejects.toThrow('not soon');
            });
            test('forgotten', () => { expect(1).toBeSoon(); });
            test('wrong', () => expect(1).toBeOdd());
            """);

        assertThat(bench.run("test a.test.js")).as(bench.out()).isNotZero();

        assertThat(bench.out())
                .contains("✓ hold (", "✗ forgotten (", "✗ wrong (", "expect(…).toBeSoon has to be awaited")
                .contains("the matcher toBeOdd returns { pass: true or false, message: () => '…' }, found true");
    }

    @Test
    void steps_stand_among_the_messages_and_in_the_failure() {
        bench.file("a.test.js", """
            import { test, expect } from 'hubsh';
            test('moves', async ({ hub }) => {
              expect(test.step('open', () => 5)).toBe(5);
              expect(await test.step('wait', async () => 6)).toBe(6);
              test.step('move', () => test.step('left', () => { hub.ping('plugin_a'); expect(1).toBe(2); }));
            });
            """);

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out())
                .contains("expected 2, found 1\n", "in step: move › left\n")
                .contains("▸ open\n", "▸ move › left\n", "✗ move › left (");
    }

    @Test
    void fixtures_are_set_up_for_those_that_name_them_and_taken_down_in_reverse() {
        bench.file("a.test.js", """
            import { test as base, expect, beforeEach, afterEach } from 'hubsh';
            const log = [];
            const test = base.extend({
              speed: 5,
              link: [async ({}, use) => { log.push('link'); await use('l'); log.push('unlink'); }, { scope: 'file' }],
              pump: async ({ fake, link, speed }, use) => {
                log.push('pump');
                await use({ link, speed, service: fake('pump_9', { run: () => speed }) });
                log.push('unpump');
              },
              always: [async ({}, use) => { log.push('always'); await use(); log.push('never'); }, { auto: true }],
            });
            const fast = test.extend({ speed: ({ speed }, use) => use(speed * 2) });
            afterEach(() => log.push('after'));
            test('without', () => expect(log.splice(0)).toEqual(['always']));
            test('with', ({ pump, hub }) => {
              expect(log.splice(0)).toEqual(['after', 'never', 'always', 'link', 'pump']);
              expect(hub.execute('pump_9', 'run')).toBe(5);
              expect(pump).toMatchObject({ link: 'l', speed: 5 });
            });
            fast.each([[1, 2]])('overridden %d', (a, b, { pump: { speed }, link }) => {
              expect(log.splice(0)).toEqual(['after', 'unpump', 'never', 'always', 'pump']);
              expect([a, b, speed, link]).toEqual([1, 2, 10, 'l']);
            });
            base('plain', ({ pump }) => expect(pump).toBeUndefined());
            """);

        assertThat(bench.run("test a.test.js")).as(bench.out()).isZero();
    }

    @Test
    void a_fixture_that_is_wrong_says_so() {
        bench.file("a.test.js", """
            import { test as base, expect } from 'hubsh';
            const test = base.extend({
              a: async ({ b }, use) => use(b), b: async ({ a }, use) => use(a),
              early: ({}, use) => { use(1); },
              none: async () => {},
              bad: async () => { throw new Error('no valve'); },
              wide: [async ({ narrow }, use) => use(narrow), { scope: 'file' }], narrow: 1,
              breaks: async ({}, use) => { await use(1); throw new Error('stuck open'); },
            });
            test('circle', ({ a }) => {});
            test('no await', ({ early }) => expect(early).toBe(1));
            test('no use', ({ none }) => {});
            test('fails', ({ bad }) => {});
            test('wider', ({ wide }) => {});
            test('end', ({ breaks }) => {});
            test('good', ({ narrow }) => expect(narrow).toBe(1));
            """);

        assertThat(bench.run("test a.test.js")).isNotZero();

        assertThat(bench.out())
                .contains("fixture 'a' needs itself: a → b → a")
                .contains("fixture 'early' did not wait for its test: write await before use(value)")
                .contains("fixture 'none' ended without a value: call await use(value)")
                .contains("Error: no valve", "Error: stuck open")
                .contains("fixture 'wide' of the whole file cannot use 'narrow', which belongs to one test")
                .contains("1 passed, 6 errors (");
    }

    private static final String SNAPSHOTS = """
            import { test, expect, describe } from 'hubsh';
            describe('group', () => {
              test('values', () => {
                expect({ b: [1, -0, 2n, null, undefined], a: 'x`${y}\\\\', d: new Date(0), m: new Map([[1, new Set(['s'])]]) }).toMatchSnapshot();
                expect('two\\nlines').toMatchSnapshot('text');
                expect(Array.from({ length: 150 }, (_, i) => i)).toMatchSnapshot();
                expect({ id: 42, name: VALUE }).toMatchSnapshot({ id: expect.any(Number) });
              });
            });
            test('other', () => expect(1).toMatchSnapshot());
            """;

    @Test
    void snapshots_are_written_by_update_only_and_compared_whole() throws IOException {
        bench.file("a.test.js", SNAPSHOTS.replace("VALUE", "'n'"));

        assertThat(bench.run("test a.test.js")).isEqualTo(4);
        assertThat(bench.out())
                .contains("expected the snapshot 'group › values 1', there is none yet")
                .doesNotContain("written");
        assertThat(bench.directory.resolve("a.test.js.snap")).doesNotExist();

        assertThat(bench.run("test a.test.js --update")).as(bench.out()).isZero();
        assertThat(bench.err()).contains("snapshots of a.test.js: 5 written\n");
        assertThat(Files.readString(bench.directory.resolve("a.test.js.snap")))
                .startsWith(
                        "// Snapshots of tests: hubsh test --update writes this file.\n\nexports[`group › values 1`] = `\n{\n")
                .contains(
                        "  \"a\": \"x\\`\\${y}",
                        "    -0,\n    2n,\n",
                        "    149,\n".substring(2),
                        "\"id\": any Number,");
        assertThat(bench.run("test a.test.js")).as(bench.out()).isZero();
    }

    @Test
    void a_snapshot_that_differs_shows_the_lines_and_one_that_is_not_used_is_named() {
        bench.file("a.test.js", SNAPSHOTS.replace("VALUE", "'n'"));
        assertThat(bench.run("test a.test.js --update")).isZero();

        bench.file("a.test.js", SNAPSHOTS.replace("VALUE", "'m'"));
        assertThat(bench.run("test a.test.js")).isEqualTo(4);
        assertThat(bench.out()).contains("-   \"name\": \"n\",", "+   \"name\": \"m\",", "--update takes it");

        bench.file(
                "a.test.js", "import { test, expect } from 'hubsh'; test('other', () => expect(1).toMatchSnapshot());");
        assertThat(bench.run("test a.test.js")).isZero();
        assertThat(bench.err()).contains("snapshots of a.test.js: 4 obsolete (--update removes them)\n");
        assertThat(bench.run("test a.test.js --filter nothing")).isEqualTo(4);
        assertThat(bench.run("test a.test.js --filter nothing --pass-with-no-tests"))
                .isZero();
        assertThat(bench.run("test a.test.js --update")).isZero();
        assertThat(bench.err()).contains("snapshots of a.test.js: 4 removed\n");
    }

    private static final String SIDE_BY_SIDE = """
            import { test, expect, hub, beforeAll } from 'hubsh';
            const heard = [];
            beforeAll(({ fake }) => {
              hub.on('execute_request', { target: 'rig' }, ({ target }) => heard.push(target));
              fake('rig', { who: () => 'NAME' });
            });
            test('has a rig of its own', async () => {
              await expect.poll(() => hub.sh('plugins').map(({ name }) => name), { timeout: '20s', interval: 20 })
                .toEqual(expect.arrayContaining(['a.test.js:rig', 'b.test.js:rig']));
              expect(hub.plugins().filter(({ name }) => name.endsWith('rig'))).toHaveLength(1);
              expect(hub.waitFor('rig')).toBe('rig');
              expect([hub.execute('rig', 'who'), hub.plugin('rig').who(), await hub.async.execute('rig', 'who')])
                .toEqual(['NAME', 'NAME', 'NAME']);
              expect(hub.ping('plugin_a')).toBeGreaterThan(0);
              await expect.poll(() => heard).toEqual(['rig', 'rig', 'rig']);
              setTimeout(() => hub.execute('rig', 'who'), 1);
              for await (const { target } of hub.tail({ type: 'execute_request', target: 'rig', count: 1 })) heard.push(target);
              expect(heard.at(-1)).toBe('rig');
              setTimeout(() => hub.execute('rig', 'who'), 1);
              expect(hub.waitFor('execute_request', { target: 'rig' }).target).toBe('rig');
            });
            """;

    @Test
    void files_that_run_in_parallel_have_fakes_of_their_own() {
        bench.file("a.test.js", SIDE_BY_SIDE.replace("NAME", "a")).file("b.test.js", SIDE_BY_SIDE.replace("NAME", "b"));

        assertThat(bench.run("test --parallel 2")).as(bench.out()).isZero();
    }
}
