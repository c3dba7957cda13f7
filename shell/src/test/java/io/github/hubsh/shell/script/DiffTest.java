package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The difference of two values, as a failed expectation shows it: where it is, and never too long. */
final class DiffTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    /** Each line of the script prints the difference that a failed toEqual has. */
    private void differs(String values, String expected) {
        int before = bench.out().length();
        bench.script("""
                import { expect } from 'hubsh';
                const range = (n, change = {}) => Array.from({ length: n }, (_, i) => change[i] ?? i);
                const diff = (expected, actual) => {
                  try { expect(actual).toEqual(expected); } catch (failed) { console.log(failed.details.diff.join('\\n')); }
                };
                """ + values);

        assertThat(bench.out().substring(before)).as(bench.err()).isEqualTo(expected);
    }

    @Test
    void two_long_arrays_show_where_they_differ() {
        differs("diff(range(5000), range(5000, { 3000: 'x' }));", """
                  … 2999 lines are the same, then [3000]:
                    2998,
                    2999,
                -   3000,
                +   'x',
                    3001,
                    3002,
                  …
                """);
        differs("diff({ a: { b: range(100) } }, { a: { b: [...range(50), ...range(100).slice(51)] } });", """
                  … 51 lines are the same, then .a.b[50]:
                        48,
                        49,
                -       50,
                        51,
                        52,
                  …
                """);
    }

    @Test
    void two_long_texts_show_the_line_or_the_character() {
        differs("const t = (x) => range(500, { 400: x }).join('\\n'); diff(t('a'), t('b'));", """
                  … 398 lines are the same, then line 401:
                  398
                  399
                - a
                + b
                  401
                  402
                  …
                """);
        differs("const t = (x) => 'o'.repeat(900) + x + 'p'.repeat(900); diff(t('a'), t('b'));", """
                  at character 901:
                - …%sa%s…
                + …%sb%s…
                """.formatted(
                        "o".repeat(60), "p".repeat(59), "o".repeat(60), "p".repeat(59)));
    }

    @Test
    void numbers_of_a_buffer_a_map_and_a_set_are_compared_one_by_one() {
        differs("diff(new Float64Array(300), new Float64Array(300).fill(1, 250, 251));", """
                  … 249 lines are the same, then [250]:
                    0,
                    0,
                -   0,
                +   1,
                    0,
                    0,
                  …
                """);
        differs("diff(new Map([['a', 1], ['b', 2]]), new Map([['a', 1], ['b', 3]]));", """
                  Map {
                    'a' => 1,
                -   'b' => 2,
                +   'b' => 3,
                  }
                """);
    }

    @Test
    void symbols_and_boxed_values_are_shown_since_they_are_compared() {
        differs("const s = Symbol('s'); diff({ a: 1, [s]: 1 }, { a: 1, [s]: 2 });", """
                  {
                    a: 1,
                -   [Symbol(s)]: 1,
                +   [Symbol(s)]: 2,
                  }
                """);
        bench.script("console.log({ [Symbol('q')]: 1, n: new Number(3), s: new String('x'), t: new Boolean(false) });");
        assertThat(bench.out()).endsWith("{ n: [Number: 3], s: [String: 'x'], t: [Boolean: false], [Symbol(q)]: 1 }\n");
    }

    @Test
    void a_long_difference_is_cut_and_says_how_much_is_left_out() {
        bench.script("""
                import { expect } from 'hubsh';
                const big = (n) => Array.from({ length: 5000 }, (_, i) => `${n}${i}`);
                try { expect(big('a')).toEqual(big('b')); } catch ({ details: { diff, expected }, message }) {
                  console.log(diff.length, diff.at(-1), expected.length < 2100, message.length < 4300);
                }
                try { expect('a'.repeat(9000)).toBe('b'); } catch ({ message, details }) {
                  console.log(details.expected, message.length < 700, details.actual.slice(-30));
                }
                """);

        assertThat(bench.out()).isEqualTo("""
                201 … 9802 more lines of the difference true true
                'b' true aaaaaa… (7002 more characters)
                """);
    }

    @Test
    void texts_of_one_and_of_several_lines_are_shown_alike() {
        differs("diff('x', 'x\\ny');", """
                  x
                + y
                """);
    }

    @Test
    void a_part_of_an_object_differs_only_in_what_the_part_names() {
        bench.script("""
                import { expect } from 'hubsh';
                try { expect({ a: 1, b: { c: 2, d: 3 }, e: [{ f: 4, g: 5 }] }).toMatchObject({ b: { c: 9 }, e: [{ f: 4 }] }); } catch ({ details }) {
                  console.log(details.diff.join('\\n'));
                }
                """);

        assertThat(bench.out()).isEqualTo("""
                  {
                    b: {
                -     c: 9,
                +     c: 2,
                    },
                    e: [
                  …
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            toBe({ x: 1 })        | { x: 1 }           | expected { x: 1 }, found another object with the same content, which toEqual compares
            toStrictEqual(new B)  | new A              | expected A {}, found A {}, which only looks the same
            toBe('a b')           | 'a\\u00a0b'       | expected 'a b', found 'a\\u{a0}b'
            toBe('\\u200ba')     | 'a'                | expected '\\u{200b}a', found 'a'
            toBe('\\u00e9')      | 'e\\u0301'        | expected '\\u{e9}', found 'e\\u{301}'
            """)
    void what_looks_the_same_says_what_is_different(String expectation, String actual, String message) {
        bench.script("""
                import { expect } from 'hubsh';
                class A {}
                const B = (() => { class A {} return A; })();
                try { expect(%s).%s; } catch ({ message, details }) { console.log(message, details.diff); }
                """.formatted(actual, expectation));

        assertThat(bench.out()).isEqualTo(message + " []\n");
    }

    @Test
    void what_a_stand_in_accepts_is_no_difference() {
        differs("diff({ id: expect.any(Number), list: [expect.anything(), 1] }, { id: 5, list: ['x', 2] });", """
                  …
                    list: [
                      anything,
                -     1,
                +     2,
                    ],
                  }
                """);
    }
}
