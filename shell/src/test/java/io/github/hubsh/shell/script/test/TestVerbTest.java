package io.github.hubsh.shell.script.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.script.ScriptBench;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code test}: how tests run, how they fail, and what the reports say. */
final class TestVerbTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    private static final String MIXED = """
        import { test, expect, describe, beforeEach, afterAll, NoSuchPluginError } from 'hubsh';
        test('liquid is found', ({ hub, fake }) => {
          fake('dropbot_plugin', { find_liquid: () => ['electrode043'] });
          expect(hub.execute('dropbot_plugin', 'find_liquid')).toEqual(['electrode043']);
          expect(() => hub.execute('nope', 'x')).toThrow(NoSuchPluginError);
        });
        describe('group <&">', () => {
          let n = 0;
          beforeEach(() => n++);
          test('differs', ({ hub }) => {
            const reply = hub.execute('plugin_a', 'do_thing', { x: 1, y: [1, 2, 3] });
            expect(reply).toEqual({ done: 'thing', x: 1, y: [1, 5, 3] });
          });
          test('breaks', () => { null.x; });
          test.skip('later', () => {});
          test.each([[1, 2], [2, 4]])('doubles %d to %d', (a, b) => expect(a * 2).toBe(b));
          test('takes too long', { timeout: 50 }, () => { for (;;); });
          afterAll(() => console.log('hooks', n));
        });
        """;

    @Test
    void a_failure_shows_place_line_caret_diff_and_messages() {
        bench.file("a.test.js", MIXED);

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out().replaceAll("\\(\\d+ ms", "(N ms").replaceAll("\\([0-9.]+ ms\\)", "(N ms)"))
                .isEqualTo("""
                    a.test.js
                      ✓ liquid is found (N ms)
                      ✗ group <&"> › differs (N ms)
                          a.test.js:12:19
                                expect(reply).toEqual({ done: 'thing', x: 1, y: [1, 5, 3] });
                                              ^
                          expected { done: 'thing', x: 1, y: [1, 5, 3] }, found { done: 'thing', x: 1, y: [1, 2, 3] }
                              …
                                y: [
                                  1,
                            -     5,
                            +     2,
                                  3,
                                ],
                              …
                          last messages:
                            → plugin_a do_thing {"x":1,"y":[1,2,3]}
                            ← plugin_a do_thing {"done":"thing","x":1,"y":[1,2,3]} (N ms)
                      ✗ group <&"> › breaks (N ms)
                          a.test.js:14:26
                              test('breaks', () => { null.x; });
                                                     ^
                          TypeError: Cannot read property 'x' of null
                      - group <&"> › later (skipped)
                      ✓ group <&"> › doubles 1 to 2 (N ms)
                      ✓ group <&"> › doubles 2 to 4 (N ms)
                      ✗ group <&"> › takes too long (N ms)
                          a.test.js:17:3
                              test('takes too long', { timeout: 50 }, () => { for (;;); });
                              ^
                          timeout: the test took more than 50 ms
                    hooks 5

                    3 passed, 1 failed, 2 errors, 1 skipped (N ms)
                    """);
        assertThat(bench.err()).isEqualTo("error: 3 of 7 tests failed\n  the lines above say where and why\n");
    }

    @Test
    void the_reports_agree_and_are_well_formed() throws Exception {
        bench.file("a.test.js", MIXED);

        bench.run("test a.test.js --report-junit j.xml --report-tap t.tap --report-json r.json");

        String junit = read("j.xml");
        JenkinsSchema.validate(junit);
        assertThat(junit)
                .contains("tests=\"7\" failures=\"1\" errors=\"2\"")
                .contains("skipped=\"1\"")
                .contains("<skipped message=\"skipped\"/>")
                .contains("type=\"AssertionError\">a.test.js:12:19\n")
                .contains("<system-out>→ dropbot_plugin find_liquid {}");
        assertThat(read("t.tap").lines())
                .startsWith("TAP version 14", "1..7", "ok 1 - a.test.js › liquid is found")
                .contains(
                        "not ok 2 - a.test.js › group <&\"> › differs",
                        "ok 4 - a.test.js › group <&\"> › later # SKIP skipped");
        assertThat(Json.parse(read("r.json")))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsAllEntriesOf(Map.of("tests", 7L, "passed", 3L, "failed", 1L, "errors", 2L, "skipped", 1L));
    }

    @Test
    void two_reports_need_two_files() throws Exception {
        bench.file("a.test.js", MIXED);

        assertThat(bench.run("test a.test.js --report-junit r.xml --report-tap ./r.xml"))
                .isEqualTo(2);

        assertThat(bench.err()).isEqualTo("""
                error: expected a file of its own for --report-tap
                  test a.test.js --report-junit r.xml --report-tap ./r.xml
                                                                   ^
                """);
        assertThat(bench.out()).isEmpty();
    }

    @Test
    void what_a_terminal_would_obey_does_not_break_the_xml() throws Exception {
        bench.file("a.test.js", """
            import { test } from 'hubsh';
            test('odd \\u0000 \\u001b[31m \\ud800 ]]> name', () => { console.log('\\u0007'); throw new Error('<\\u0001>'); });
            """);

        bench.run("test a.test.js --report-junit j.xml");

        JenkinsSchema.validate(read("j.xml"));
    }

    @Test
    void what_bail_leaves_out_is_skipped_in_every_report() throws Exception {
        bench.file("a.test.js", """
            import { test, describe, afterAll, beforeEach, expect } from 'hubsh';
            describe('group', () => {
              afterAll(() => console.log('tidied'));
              test('good', () => {});
              test('bad', () => expect(1).toBe(2));
              test('same name', () => {});
              test('same name', () => {});
            });
            """);
        bench.file("b.test.js", "import { test } from 'hubsh'; test('b', () => {});");

        assertThat(bench.run("test a.test.js b.test.js --bail --report-junit j.xml --report-tap t.tap --report-json r"))
                .isEqualTo(4);

        JenkinsSchema.validate(read("j.xml"));
        assertThat(read("j.xml"))
                .contains("tests=\"5\" failures=\"1\" errors=\"0\"")
                .containsOnlyOnce("name=\"(loading b.test.js)\"");
        assertThat(read("t.tap"))
                .contains("1..5\n")
                .contains("ok 3 - a.test.js › group › same name # SKIP not run: --bail ends with the first test")
                .contains("ok 5 - b.test.js › (loading b.test.js) # SKIP");
        assertThat(read("r")).contains("\"tests\": 5", "\"passed\": 1", "\"failed\": 1", "\"skipped\": 3");
        assertThat(bench.out()).contains("tidied\n", "1 passed, 1 failed, 3 skipped (");
        assertThat(bench.err()).startsWith("error: 1 of 5 tests failed\n");
    }

    @Test
    void a_test_that_never_ends_or_wants_all_memory_is_one_error_among_others() throws Exception {
        bench.file("a.test.js", """
            import { test } from 'hubsh';
            test('endless', { timeout: 100 }, () => { for (;;) { try { for (;;) {} } catch {} } });
            test('pending', { timeout: 100 }, () => new Promise((done) => setTimeout(done, 60000)));
            test('never settled', { timeout: 100 }, () => new Promise(() => {}));
            test('good', () => {});
            test('hungry', { timeout: '5m' }, () => { const all = []; for (;;) all.push(new Uint8Array(1 << 20)); });
            test('left', () => {});
            """);
        bench.file("b.test.js", "import { test } from 'hubsh'; test('b', () => {});");

        assertThat(bench.run("test a.test.js b.test.js --report-junit j.xml --report-tap t.tap"))
                .isEqualTo(4);

        JenkinsSchema.validate(read("j.xml"));
        assertThat(read("t.tap").lines())
                .contains(
                        "not ok 1 - a.test.js › endless",
                        "not ok 2 - a.test.js › pending",
                        "not ok 3 - a.test.js › never settled",
                        "ok 4 - a.test.js › good",
                        "not ok 5 - a.test.js › hungry",
                        "ok 6 - a.test.js › left # SKIP not run: the script of its file was ended",
                        "ok 7 - b.test.js › b")
                .contains("  message: \"the script needs more memory than there is\"");
        assertThat(bench.out()).contains("2 passed, 4 errors, 1 skipped (");
    }

    @Test
    void reports_are_written_though_the_hub_dies_half_way() throws Exception {
        bench.file("a.test.js", """
            import { test } from 'hubsh';
            test('before', ({ hub }) => hub.ping('plugin_a'));
            test('kill', { timeout: '20s' }, ({ hub }) => { hub.execute('potentiostat', 'measure', { seconds: 30 }, { timeout: '1s' }); });
            test('after', ({ hub }) => hub.ping('plugin_a', { timeout: '200ms' }));
            """);
        bench.killHubWhen("\"seconds\":30");

        assertThat(bench.run("test a.test.js --report-junit j.xml --report-json r.json"))
                .isEqualTo(3);

        JenkinsSchema.validate(read("j.xml"));
        assertThat(read("r.json")).contains("\"tests\": 3", "\"passed\": 1");
    }

    @Test
    void filters_retries_and_bail() {
        bench.file("a.test.js", """
            import { test, expect } from 'hubsh';
            let tries = 0;
            test('flaky', () => expect(++tries).toBe(3));
            test('bad', () => expect(1).toBe(2));
            test('never reached', () => {});
            """);

        assertThat(bench.run("test a.test.js --filter flaky --retry 2")).isZero();
        assertThat(bench.out()).contains("✓ flaky").contains("3 attempts").contains("1 passed (");
        assertThat(bench.run("test a.test.js --filter 'bad|never' --bail")).isEqualTo(4);
        assertThat(bench.out()).doesNotContain("never reached");
        assertThat(bench.run("test a.test.js --filter '('")).isEqualTo(2);
    }

    @Test
    void files_run_in_parallel_and_one_that_does_not_load_is_an_error() {
        bench.file("a.test.js", "import { test } from 'hubsh'; test('a', ({ hub }) => hub.ping('plugin_a'));");
        bench.file("b.test.js", "import { test } from 'hubsh'; test('b', ({ hub }) => hub.ping('plugin_a'));");
        bench.file("c.test.js", "import { test } from 'hubsh'; nonsense();");

        assertThat(bench.run("test a.test.js b.test.js c.test.js --parallel 3")).isEqualTo(4);

        assertThat(bench.out()).contains("✓ a (", "✓ b (", "✗ (loading c.test.js)", "2 passed, 1 error (");
    }

    @Test
    void every_matcher_holds_and_fails_as_it_should() {
        bench.file("a.test.js", """
            import { test, expect } from 'hubsh';
            const good = {
              toBe: [1, 1], toEqual: [{ a: [1, { b: 2n }], u: undefined }, { a: [1, { b: 2n }] }],
              toStrictEqual: [{ a: 1 }, { a: 1 }], toMatchObject: [{ a: 1, b: { c: 2, d: 3 } }, { b: { c: 2 } }],
              toBeCloseTo: [0.1 + 0.2, 0.3], toBeNull: [null], toBeUndefined: [undefined], toBeDefined: [0],
              toBeTruthy: ['x'], toBeFalsy: [0], toBeNaN: [NaN], toBeGreaterThan: [2, 1], toBeGreaterThanOrEqual: [2, 2],
              toBeLessThan: [1, 2], toBeLessThanOrEqual: [2, 2], toBeInstanceOf: [new Map(), Map], toBeTypeOf: [1n, 'bigint'],
              toBeOneOf: [2, [1, 2]], toContain: ['hello', 'ell'], toContainEqual: [[{ a: 1 }], { a: 1 }],
              toHaveLength: [[1, 2], 2], toHaveProperty: [{ a: { b: 1 } }, 'a.b', 1], toMatch: ['abc', /b/],
              toSatisfy: [4, (n) => n % 2 === 0], toThrow: [() => { throw new TypeError('x'); }, TypeError],
            };
            for (const [name, [value, ...rest]] of Object.entries(good)) {
              test(name, () => {
                expect(value)[name](...rest);
                expect(() => expect(value).not[name](...rest)).toThrow('not');
              });
            }
            test('each can fail', () => {
              const bad = { toBe: [1, 2], toEqual: [[1], [1, 2]], toStrictEqual: [{ a: undefined }, {}], toMatchObject: [{ a: 1 }, { b: 1 }],
                toBeCloseTo: [1, 2], toContain: [[1], 2], toHaveLength: [[1], 2], toHaveProperty: [{}, 'a'], toMatch: ['a', /b/], toThrow: [() => 1] };
              for (const [name, [value, ...rest]] of Object.entries(bad)) expect(() => expect(value)[name](...rest)).toThrow('expected');
            });
            test('stand-ins', () => {
              expect({ a: 1, b: 'xyz', c: [3, 1], d: 0.301, e: null }).toEqual({ a: expect.any(Number),
                b: expect.stringContaining('y'), c: expect.arrayContaining([1]), d: expect.closeTo(0.3, 2), e: expect.not.any(String) });
              expect({ a: { x: 1, y: 2 } }).toEqual({ a: expect.objectContaining({ x: 1 }) });
              expect('abc').toEqual(expect.stringMatching(/^a/)); expect(0).toEqual(expect.anything());
            });
            test('promises', async () => {
              await expect(Promise.resolve(5)).resolves.toBe(5);
              await expect(Promise.reject(new TypeError('no'))).rejects.toThrow('no');
              await expect(expect(Promise.resolve(5)).rejects.toBe(5)).rejects.toThrow('rejection');
            });
            test('soft', async () => {
              expect.soft(1).toBe(1);
            });
            """);

        assertThat(bench.run("test a.test.js")).as(bench.out()).isZero();
    }

    @Test
    void a_hook_that_fails_fails_its_tests_and_no_others() {
        bench.file("a.test.js", """
            import { test, describe, beforeAll, afterAll, beforeEach, afterEach, expect } from 'hubsh';
            describe('all', () => { beforeAll(() => { throw new Error('b'); }); test('one', () => {}); test('two', () => {}); });
            describe('each', () => { beforeEach(() => { throw new Error('b'); }); test('one', () => {}); });
            describe('end', () => { afterEach(() => { throw new Error('e'); }); test('one', () => {}); });
            describe('last', () => { afterAll(() => { throw new Error('a'); }); test('one', () => {}); });
            describe.each([[1], [2]])('n %d', (n) => { test('holds', () => expect(n).toBeGreaterThan(0)); });
            test.each([{ a: 1, b: 'x' }])('row $a $b', ({ a }) => expect(a).toBe(1));
            test.each(['s', null, [1, { k: 2n }]])('%s', (value) => expect(value).toBeDefined());
            """);

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out())
                .contains("✗ all › one", "✗ all › two", "✗ each › one", "✗ end › one", "✓ last › one")
                .contains("✗ last › (afterAll)", "✓ n 1 › holds", "✓ n 2 › holds", "✓ row 1 'x'", "✓ s (", "✓ null (")
                .contains("5 errors (");
    }

    @Test
    void fakes_are_gone_when_their_test_is_whether_it_failed_or_not() {
        bench.file("a.test.js", """
            import { test, expect, hub, NoSuchPluginError } from 'hubsh';
            test('fails', ({ fake }) => { fake('dropbot', { f: () => 1 }); throw new Error('x'); });
            test('is gone', () => expect(() => hub.execute('dropbot', 'f')).toThrow(NoSuchPluginError));
            test('may come again', ({ fake }) => {
              fake('dropbot', { f: { arguments: { n: { type: 'integer', required: true } }, run: ({ n }) => n + 1 } });
              expect(hub.execute('dropbot', 'f', { n: 1 })).toBe(2);
              expect(() => hub.execute('dropbot', 'f', {})).toThrow(/argument 'n' is missing/);
            });
            """);

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out()).contains("2 passed, 1 error (");
    }

    @Test
    void only_and_hooks() {
        bench.file("a.test.js", """
            import { test, describe, beforeAll, afterAll, beforeEach, afterEach, expect } from 'hubsh';
            const log = [];
            beforeAll(() => log.push('all'));
            describe('g', () => {
              beforeEach(() => log.push('each'));
              afterEach(() => log.push('end'));
              test.only('one', () => log.push('one'));
              test('other', () => log.push('other'));
            });
            test.only('order', () => expect(log).toEqual(['all', 'each', 'one', 'end']));
            """);

        assertThat(bench.run("test a.test.js")).isZero();
        assertThat(bench.out()).contains("- g › other (others run only)", "2 passed, 1 skipped");
    }

    private String read(String name) throws IOException {
        return Files.readString(bench.directory.resolve(name));
    }
}
