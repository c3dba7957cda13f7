package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.verb.script.TypeDeclarations;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code expect}: each matcher and each stand-in, where it holds and where not, and what is said then. */
final class MatchersTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    /** Of each: arguments, values that fit, values that do not, values that neither it nor its negation can judge. */
    private static final String TABLE = """
            import { expect } from 'hubsh';
            const none = undefined;
            const raise = (error) => () => { throw error; };
            const later = (value) => Object.assign(() => value, { toString: () => 'f' });
            class Own { constructor(a) { this.a = a; } }
            const table = {
              toBe: [[1], [1], [2, '1', none, [1], 1n]],
              toEqual: [[{ a: [1, 2n] }], [{ a: [1, 2n] }, { a: [1, 2n], u: none }, Object.assign(new Own([1, 2n]))],
                [{ a: [1, 2] }, { a: [1, 2n], b: 1 }, {}, null, new Map([['a', [1, 2n]]])]],
              toStrictEqual: [[{ a: 1 }], [{ a: 1 }], [{ a: 1, u: none }, new Own(1), { a: '1' }]],
              toMatchObject: [[{ a: { b: 1 } }], [{ a: { b: 1, c: 2 }, d: 3 }], [{ a: { b: 2 } }, { a: 1 }], [none, 'a']],
              toBeCloseTo: [[0.3], [0.1 + 0.2, 0.3049], [0.31, NaN], [null, '0.3']],
              toBeNull: [[], [null], [none, 0]],
              toBeUndefined: [[], [none], [null, 0]],
              toBeDefined: [[], [null, 0], [none]],
              toBeTruthy: [[], ['x', [], 1], ['', 0, 0n, NaN, null]],
              toBeFalsy: [[], ['', 0, 0n, NaN, null], ['x', []]],
              toBeNaN: [[], [NaN], [0, 'x', none]],
              toBeGreaterThan: [[2], [3, 3n, Infinity], [2, NaN], ['3', null]],
              toBeGreaterThanOrEqual: [[0], [0, 1n], [-1], [null, '0']],
              toBeLessThan: [[2n], [1, 1n], [2], [null, '1']],
              toBeLessThanOrEqual: [[0], [0, -1n], [1], [null, '0']],
              toBeInstanceOf: [[Map], [new Map()], [{}, null, new Set()]],
              toBeTypeOf: [['bigint'], [1n], [1, '1n']],
              toBeOneOf: [[[1, { a: 1 }]], [1, { a: 1 }], [2, '1']],
              toContain: [['b'], ['abc', ['b'], new Set(['b'])], ['xyz', ['abc'], []], [none, 5]],
              toContainEqual: [[{ a: 1 }], [[{ a: 1 }]], [[{ a: 2 }], []], [none]],
              toHaveLength: [[2], ['ab', [1, 2]], [[1], 'abc'], [{}, none]],
              toHaveProperty: [['a.b', 1], [{ a: { b: 1 } }], [{ a: { b: 2 } }, { a: 1 }, {}], [null]],
              toMatch: [[/b/g], ['abc', 'b'], ['xyz'], [none, 5]],
              toSatisfy: [[function even(n) { return n % 2 === 0; }], [2], [3]],
              toThrow: [[TypeError], [raise(new TypeError('bad'))], [raise(new RangeError('far')), raise('text'), later(5)]],
            };
            const told = (action) => { try { action(); return ''; } catch (error) { return error.message; } };
            """;

    /** Of each matcher that only tests have, the same; calls are those of fn(). */
    private static final String CALLS = """
            import { test, fn } from 'hubsh';
            const called = (...calls) => {
              const f = fn((...values) => { if (values[0] === 'raise') throw new Error('bad'); return values[0]; });
              for (const values of calls) { try { f(...values); } catch {} }
              return f;
            };
            const callTable = {
              toHaveBeenCalled: [[], [called([]), called(['raise'])], [called()]],
              toHaveBeenCalledOnce: [[], [called([])], [called(), called([], [])]],
              toHaveBeenCalledTimes: [[2], [called([], [1])], [called(), called([])]],
              toHaveBeenCalledWith: [[{ a: 1 }], [called([0], [{ a: 1 }])], [called(), called([{ a: '1' }]), called([{ a: 1 }, 2])]],
              toHaveBeenLastCalledWith: [[1], [called([2], [1])], [called(), called([1], [2])]],
              toHaveBeenNthCalledWith: [[1, 'x'], [called(['x'], ['y'])], [called(), called(['y'], ['x'])]],
              toHaveBeenCalledExactlyOnceWith: [[1], [called([1])], [called(), called([2]), called([1], [1])]],
              toHaveReturned: [[], [called([])], [called(), called(['raise'])]],
              toHaveReturnedTimes: [[1], [called(['raise'], [1])], [called(), called([1], [2])]],
              toHaveReturnedWith: [[1], [called([2], [1], [3])], [called(), called([2]), called(['raise'])]],
              toHaveLastReturnedWith: [[1], [called([2], [1])], [called(), called([1], [2]), called([1], ['raise'])]],
              toHaveNthReturnedWith: [[1, 2], [called([2], [1])], [called(), called([1], [2])]],
            };
            const misused = {
              toHaveBeenCalled: [1], toHaveBeenCalledOnce: [1], toHaveReturned: [1], toHaveBeenCalledTimes: ['1'],
              toHaveReturnedTimes: [-1], toHaveBeenNthCalledWith: [0, 1], toHaveNthReturnedWith: [1.5, 1],
            };
            """;

    /** The names of the matchers of calls. */
    private static final String CALL = "toHave.*(Called|Returned).*";

    private static final String CHECKS = """
            for (const [name, [args, fit, unfit, wrong = []]] of Object.entries(table)) {
              const check = (value, negated, wanted) => {
                const of = (from) => (negated ? from.not : from)[name];
                const text = told(() => of(expect(value))(...args));
                if ((text !== '') !== wanted) console.log(name, value, negated, text);
                if (wanted && told(() => of(expect(value, 'why'))(...args)) !== `why: ${text}`) console.log(name, 'hint');
              };
              fit.forEach((value) => { check(value, false, false); check(value, true, true); });
              unfit.forEach((value) => { check(value, false, true); check(value, true, false); });
              wrong.forEach((value) => { check(value, false, true); check(value, true, true); });
            }
            """;

    @Test
    void each_matcher_of_calls_tells_what_fits_from_what_does_not_and_is_negated() {
        bench.file("a.test.js", TABLE + CALLS + CHECKS.replace("(table)", "(callTable)") + """
                for (const [name, args] of Object.entries(misused)) {
                  for (const of of [expect(called([1])), expect(called([1])).not]) {
                    if (!told(() => of[name](...args)).startsWith(`${name} needs `)) console.log(name, args);
                  }
                }
                console.log(Object.keys(callTable).sort().join(' '));
                console.log(Object.keys(expect(1)).sort().join(' '));
                test('nothing', () => {});
                """);

        assertThat(bench.run("test a.test.js")).as(bench.out()).isZero();

        String calls = declared().stream().filter(name -> name.matches(CALL)).collect(Collectors.joining(" "));
        assertThat(bench.out()).startsWith(calls + "\n" + String.join(" ", declared()) + "\na.test.js\n");
    }

    @Test
    void each_matcher_of_the_declarations_is_in_the_table_and_in_the_program() {
        bench.script(TABLE + """
                console.log(Object.keys(table).sort().join(' '));
                console.log(Object.keys(expect(1)).sort().join(' '));
                """);

        String declared = declared().stream()
                .filter(name -> !name.matches(CALL) && !name.equals("toMatchSnapshot"))
                .collect(Collectors.joining(" "));
        assertThat(bench.out()).isEqualTo(declared + "\n" + declared + "\n");
    }

    @Test
    void each_matcher_tells_what_fits_from_what_does_not_and_is_negated() {
        int status = bench.script(TABLE + CHECKS);

        assertThat(bench.out() + bench.err()).isEmpty();
        assertThat(status).isZero();
    }

    @Test
    void each_matcher_fails_softly_each_time_and_only_where_it_fails() {
        bench.file("a.test.js", TABLE + """
                import { test, afterAll } from 'hubsh';
                let failures = 0;
                for (const [name, [args, fit, unfit, wrong = []]] of Object.entries(table)) {
                  test(name, () => {
                    fit.forEach((value) => { expect.soft(value)[name](...args); expect.soft(value).not[name](...args); });
                    unfit.forEach((value) => { expect.soft(value).not[name](...args); expect.soft(value)[name](...args); });
                    wrong.forEach((value) => { expect.soft(value).not[name](...args); expect.soft(value)[name](...args); });
                    failures += fit.length + unfit.length + 2 * wrong.length;
                  });
                }
                afterAll(() => console.log('failures:', failures, 'matchers:', Object.keys(table).length));
                """);

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        long first = bench.out().lines().filter(line -> line.startsWith("  ✗")).count();
        long more = Pattern.compile(" \\(and (\\d+) more: ")
                .matcher(bench.out())
                .results()
                .mapToLong(each -> Long.parseLong(each.group(1)))
                .sum();
        assertThat(bench.out()).contains("failures: " + (first + more) + " matchers: " + first + "\n");
    }

    @Test
    void a_failure_says_what_was_expected_and_what_was_found() {
        bench.script(TABLE + """
                for (const [name, [args, [fit], [unfit]]] of Object.entries(table)) {
                  console.log(name, '|', told(() => expect(unfit)[name](...args)), '|', told(() => expect(fit).not[name](...args)));
                }
                """);

        assertThat(bench.out()).isEqualTo("""
                toBe | expected 1, found 2 | expected not 1, found 1
                toEqual | expected { a: [1, 2n] }, found { a: [1, 2] } | expected not { a: [1, 2n] }, found { a: [1, 2n] }
                toStrictEqual | expected { a: 1 }, found { a: 1, u: undefined } | expected not { a: 1 }, found { a: 1 }
                toMatchObject | expected an object with { a: { b: 1 } }, found { a: { b: 2 } } | expected not an object with { a: { b: 1 } }, found { a: { b: 1, c: 2 }, d: 3 }
                toBeCloseTo | expected about 0.3 (2 digits), found 0.31 | expected not about 0.3 (2 digits), found 0.30000000000000004
                toBeNull | expected null, found undefined | expected not null, found null
                toBeUndefined | expected undefined, found null | expected not undefined, found undefined
                toBeDefined | expected a value, found undefined | expected not a value, found null
                toBeTruthy | expected a truthy value, found '' | expected not a truthy value, found 'x'
                toBeFalsy | expected a falsy value, found 'x' | expected not a falsy value, found ''
                toBeNaN | expected NaN, found 0 | expected not NaN, found NaN
                toBeGreaterThan | expected more than 2, found 2 | expected not more than 2, found 3
                toBeGreaterThanOrEqual | expected at least 0, found -1 | expected not at least 0, found 0
                toBeLessThan | expected less than 2n, found 2 | expected not less than 2n, found 1
                toBeLessThanOrEqual | expected at most 0, found 1 | expected not at most 0, found 0
                toBeInstanceOf | expected a Map, found {} | expected not a Map, found Map(0) {}
                toBeTypeOf | expected a bigint, found 1 | expected not a bigint, found 1n
                toBeOneOf | expected one of [1, { a: 1 }], found 2 | expected not one of [1, { a: 1 }], found 1
                toContain | expected something with 'b', found 'xyz' | expected not something with 'b', found 'abc'
                toContainEqual | expected something with { a: 1 }, found [{ a: 2 }] | expected not something with { a: 1 }, found [{ a: 1 }]
                toHaveLength | expected a length of 2, found 1: [1] | expected not a length of 2, found 2: 'ab'
                toHaveProperty | expected a property a.b of 1, found { a: { b: 2 } } | expected not a property a.b of 1, found { a: { b: 1 } }
                toMatch | expected text matching /b/g, found 'xyz' | expected not text matching /b/g, found 'abc'
                toSatisfy | expected something that satisfies even, found 3 | expected not something that satisfies even, found 2
                toThrow | expected TypeError to be thrown, RangeError: far was thrown | expected not TypeError to be thrown, TypeError: bad was thrown
                """);
    }

    @Test
    void stand_ins_hold_at_every_depth_and_are_negated() {
        bench.script("""
                import { expect } from 'hubsh';
                const table = [
                  [expect.anything(), 0, null],
                  [expect.any(Number), 1, '1'],
                  [expect.any(Object), {}, 1],
                  [expect.any(Map), new Map(), {}],
                  [expect.objectContaining({ a: expect.any(Number) }), { a: 1, b: 2 }, { a: '1' }],
                  [expect.arrayOf(expect.any(Number)), [1, 2], [1, 'b']],
                  [expect.not.arrayOf(1), [1, 2], [1, 1]],
                  [expect.arrayContaining([1, expect.stringContaining('x')]), ['axb', 1, 2], [1, 'b']],
                  [expect.stringContaining('b'), 'abc', 'xyz'],
                  [expect.stringMatching(/^a/), 'abc', 'xyz'],
                  [expect.stringMatching('c$'), 'abc', 'xyz'],
                  [expect.closeTo(0.3), 0.1 + 0.2, 0.4],
                  [expect.closeTo(1, 0), 1.4, 1.6],
                  [expect.not.any(Number), '1', 1],
                  [expect.not.objectContaining({ a: 1 }), { b: 1 }, { a: 1, b: 2 }],
                  [expect.not.arrayContaining([1]), [2], [1, 2]],
                  [expect.not.stringContaining('b'), 'xyz', 'abc'],
                  [expect.not.stringMatching(/^a/), 'xyz', 'abc'],
                  [expect.not.closeTo(0.3), 0.4, 0.3],
                ];
                const holds = (check) => { try { check(); return true; } catch { return false; } };
                for (const [stand, fit, unfit] of table) {
                  const deep = (part) => ({ list: [{ part }] });
                  const all = [
                    holds(() => expect(fit).toEqual(stand)),
                    holds(() => expect(unfit).not.toEqual(stand)),
                    holds(() => expect(deep(fit)).toStrictEqual(deep(stand))),
                    holds(() => expect(deep(unfit)).not.toStrictEqual(deep(stand))),
                    holds(() => expect(deep(fit)).toMatchObject({ list: [expect.objectContaining({ part: stand })] })),
                    holds(() => expect(deep(unfit)).not.toMatchObject({ list: [expect.objectContaining({ part: stand })] })),
                    holds(() => expect([[fit]]).toContainEqual(expect.arrayContaining([stand]))),
                    !holds(() => expect(unfit).toEqual(stand)),
                    !holds(() => expect(fit).not.toEqual(stand)),
                  ];
                  console.log(all.every(Boolean) ? 'ok' : all, stand);
                }
                """);

        assertThat(bench.err()).isEmpty();
        assertThat(bench.out()).isEqualTo("""
                ok anything
                ok any Number
                ok any Object
                ok any Map
                ok object containing { a: any Number }
                ok array of any Number
                ok not array of 1
                ok array containing 1, text containing 'x'
                ok text containing 'b'
                ok text matching /^a/
                ok text matching c$
                ok about 0.3
                ok about 1
                ok not any Number
                ok not object containing { a: 1 }
                ok not array containing 1
                ok not text containing 'b'
                ok not text matching /^a/
                ok not about 0.3
                """);
    }

    @Test
    void what_only_looks_alike_is_not_equal() {
        bench.script("""
                import { expect } from 'hubsh';
                const pairs = [[new Date(1), new Date(2)], [new Set([1]), new Set([2])],
                  [new Map([[1, { a: 1 }]]), new Map([[1, { a: 2 }]])], [new Uint8Array([1]), [1]], [new Uint8Array([1]), new Uint8Array([2])],
                  [[1, , 3], [1, 3]], [/a/, /a/i], [new Error('a'), new Error('b')], [null, undefined], [0, -0], [1n, 1]];
                for (const [a, b] of pairs) {
                  expect(a).not.toEqual(b);
                  expect({ x: [a] }).not.toMatchObject({ x: [b] });
                  expect({ x: [a] }).toEqual({ x: [a instanceof RegExp || a instanceof Error ? a : structuredClone(a)] });
                }
                expect(new Date(0)).not.toEqual({});
                expect({}).not.toEqual(new Map());
                const cycle = { a: 1 }; cycle.self = cycle;
                const other = { a: 1 }; other.self = other;
                expect(cycle).toEqual(other);
                """);

        assertThat(bench.out() + bench.err()).isEmpty();
    }

    @Test
    void promises_are_distinguished_from_rejections() {
        bench.script("""
                import { expect } from 'hubsh';
                const told = async (wait) => { try { await wait(); console.log('holds'); } catch (e) { console.log(e.message); } };
                const good = () => Promise.resolve([1]);
                const bad = () => Promise.reject(new TypeError('no'));
                await told(() => expect(good()).resolves.toEqual([1]));
                await told(() => expect(good()).resolves.not.toEqual([1]));
                await told(() => expect(good()).rejects.toThrow());
                await told(() => expect(bad()).rejects.toThrow(TypeError));
                await told(() => expect(bad()).rejects.not.toThrow(TypeError));
                await told(() => expect(bad()).rejects.toMatchObject({ message: 'yes' }));
                await told(() => expect(bad()).resolves.toBe(1));
                await told(async () => expect(async () => 1).toThrow());
                await told(async () => expect(1).toThrow());
                await told(async () => expect(() => 1).not.toThrow());
                await told(async () => expect.fail('never'));
                """);

        assertThat(bench.out()).isEqualTo("""
                holds
                expected not [1], found [1]
                expected an error to be thrown, nothing was thrown; it gave [1]
                holds
                expected not TypeError to be thrown, TypeError: no was thrown
                expected an object with { message: 'yes' }, found TypeError: no
                expected a value, found the rejection TypeError: no
                the function returns a promise: await expect(promise).rejects.toThrow(…)
                toThrow needs a function: expect(() => …).toThrow(…)
                holds
                never
                """);
    }

    @Test
    void soft_failures_are_reported_together_with_each_other_and_with_what_ends_the_test() {
        bench.file("a.test.js", """
                import { test, expect } from 'hubsh';
                test('soft', async () => {
                  expect.soft(1, 'first').toBe(2);
                  expect.soft(2).not.toBe(2);
                  await expect.soft(Promise.reject(new Error('lost'))).resolves.toBe(1);
                });
                test('soft, then hard', () => {
                  expect.soft(1).toBe(2);
                  null.x;
                });
                test('holds', () => expect.soft(1).toBe(1));
                """);

        assertThat(bench.run("test a.test.js")).isEqualTo(4);
        assertThat(bench.out().replaceAll("\\([0-9.]+ ms\\)", "(N ms)")).isEqualTo("""
                a.test.js
                  ✗ soft (N ms)
                      a.test.js:3:27
                          expect.soft(1, 'first').toBe(2);
                                                  ^
                      first: expected 2, found 1 (and 2 more: expected not 2, found 2; expected a value, found the rejection Error: lost)
                  ✗ soft, then hard (N ms)
                      a.test.js:9:3
                          null.x;
                          ^
                      TypeError: Cannot read property 'x' of null (and before it: expected 2, found 1)
                  ✓ holds (N ms)

                1 passed, 1 failed, 1 error (N ms)
                """);
    }

    private static java.util.List<String> declared() {
        Matcher names =
                Pattern.compile("^    (to[A-Z]\\w+|toBe)\\(", Pattern.MULTILINE).matcher(TypeDeclarations.api());
        return names.results().map(each -> each.group(1)).distinct().sorted().toList();
    }
}
