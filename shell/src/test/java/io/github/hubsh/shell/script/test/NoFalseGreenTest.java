package io.github.hubsh.shell.script.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.script.ScriptBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code test}: a run that has tested nothing, or not what it seems to, does not pass. */
final class NoFalseGreenTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        test('a', () => {});        | --filter nothing | no test ran: none matches --filter 'nothing'
        test.skip('a', () => {});   |                  | no test ran: all 1 are skipped
        test.todo('a');             |                  | no test ran: all 1 are skipped
        test;                       |                  | 1 of 1 tests failed
        """)
    void a_run_in_which_no_test_runs_fails_unless_it_may(String tests, String options, String reason) {
        bench.file("a.test.js", "import { test } from 'hubsh'; " + tests);
        String line = "test a.test.js " + (options == null ? "" : options);

        assertThat(bench.run(line)).isEqualTo(4);
        assertThat(bench.err()).startsWith("error: " + reason + "\n");
        assertThat(bench.run(line + " --pass-with-no-tests")).isZero();
    }

    @Test
    void a_file_without_tests_is_a_failure_beside_others() {
        bench.file("a.test.js", "import { test } from 'hubsh'; test('a', () => {});");
        bench.file("b.test.js", "import { test } from 'hubsh';");

        assertThat(bench.run("test a.test.js b.test.js")).isEqualTo(4);

        assertThat(bench.out()).contains("✗ (loading b.test.js)", "the file has no tests", "1 passed, 1 failed (");
    }

    @Test
    void a_template_is_a_table_whose_rows_are_objects() {
        bench.file("a.test.js", """
            import { test, describe, expect } from 'hubsh';
            test.each`
              a    | b           | sum
              ${1} | ${{ n: 2 }} | ${3}
              ${2} | ${{ n: 5 }} | ${7}
            `('$# $a and $b.n', ({ a, b, sum }) => expect(a + b.n).toBe(sum));
            describe.each`n
              ${4}`('n $n', ({ n }) => test('is four', () => expect(n).toBe(4)));
            test.each([[1], [2]])('%# is %d, 100 %%', (n) => expect(n).toBeGreaterThan(0));
            """);

        assertThat(bench.run("test a.test.js")).as(bench.out()).isZero();

        assertThat(bench.out())
                .contains("✓ 0 1 and 2 (", "✓ 1 2 and 5 (", "✓ n 4 › is four (", "✓ 0 is 1, 100 % (", "5 passed (");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        test.each([])('a', () => {})                 | expected rows for each, found []
        test.each(5)('a', () => {})                  | expected rows for each, found 5
        test.each`a, b ${1}, ${2}`('a', () => {})    | each: expected a line of headings
        test.each`a`('a', () => {})                  | each: expected a line of headings
        beforeEach()                                 | beforeEach takes a function, while the file is loaded
        test('a', () => afterEach(() => {}))         | afterEach takes a function, while the file is loaded
        """)
    void what_would_register_nothing_is_an_error(String code, String message) {
        bench.file(
                "a.test.js", "import { test, beforeEach, afterEach } from 'hubsh'; " + code + "; test('b', () => {});");

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        test('a', function* () {})                                    | a test cannot be a generator
        test('a', async function* () {})                              | a test cannot be a generator
        beforeEach(function* () {})                                   | a test cannot be a generator
        test.each([1])('a', function* () {})                          | a test cannot be a generator
        test('a', () => { test.step('s', function* () {}); })         | a step cannot be a generator
        test('a', () => { onTestFinished(function* () {}); })         | a clean-up cannot be a generator
        test('a', (done) => { setTimeout(done); })                    | a test has no 'done' to call
        test('a', function (done) { setTimeout(done); })              | a test has no 'done' to call
        test.each([1])('a', (n, done) => { setTimeout(done); })       | a test has no 'done' to call
        test('a', () => { setTimeout(() => expect(1).toBe(2), 1); })  | the test ended before its timer, and has expected nothing
        test('a', () => { sleep.async(1).then(() => expect(1).toBe(2)); }) | the test ended before its timer, and has expected nothing
        test('a', () => { expect(sleep.async(1)).resolves.toBe(2); }) | expect(…).resolves.toBe has to be awaited
        test('a', () => { expect(sleep.async(1)).rejects.not.toThrow(); }) | expect(…).rejects.toThrow has to be awaited
        test('a', () => { expect.assertions(2); expect(1).toBe(1); }) | expected 2 expectations in this test, found 1
        test('a', () => { expect.hasAssertions(); })                  | expected at least one expectation in this test, found 0
        expect.assertions(1)                                          | expectations are counted in the body of a test
        describe('a')                                                 | expected describe('name', () => …)
        """)
    void a_test_that_would_pass_before_it_has_done_anything_fails(String code, String message) {
        bench.file(
                "a.test.js",
                "import { test, describe, expect, sleep, beforeEach, onTestFinished } from 'hubsh';\n" + code);

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out()).contains(message);
    }

    @Test
    void timers_that_are_left_are_no_mistake_of_a_test_that_expects_awaits_or_only_limits() {
        bench.file("a.test.js", """
            import { test, expect, sleep, beforeEach } from 'hubsh';
            beforeEach(() => { setTimeout(() => {}, 60_000); });
            test('expects', () => { setTimeout(() => {}, 60_000); expect(1).toBe(1); });
            test('counts', async () => {
              expect.assertions(3);
              expect(1).toBe(1);
              await expect(Promise.resolve(1)).resolves.toBe(1);
              await expect.poll(() => 1).toBe(1);
            });
            test('races', async () => { await Promise.race([1, sleep.async('1m')]); });
            test('limits', () => { AbortSignal.timeout(60_000); });
            test('repeats', () => { setInterval(() => {}, 60_000); });
            """);

        assertThat(bench.run("test a.test.js")).as(bench.out()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        expect(1).toEquals(1)            | there is no matcher 'toEquals' (did you mean 'toEqual'?)
        expect(1).not.tobe(2)            | there is no matcher 'tobe' (did you mean 'toBe'?)
        expect(1).to.equal(1)            | there is no matcher 'to': matchers are those of Jest, expect(value).toBe(expected)
        expect(() => 1).toThrowError()   | there is no matcher 'toThrowError': it is called 'toThrow'
        expect(1).nothingLikeIt()        | there is no matcher 'nothingLikeIt'
        expect.anythin()                 | there is no expect.anythin (did you mean 'anything'?)
        test.fails('a', () => {})        | there is no test.fails: expect(() => …).toThrow() expects an error
        test.describe('a', () => {})     | there is no test.describe: import { describe } from 'hubsh'
        describe.onyl('a', () => {})     | there is no describe.onyl (did you mean 'only'?)
        """)
    void a_name_that_tests_do_not_have_says_what_was_meant(String code, String message) {
        bench.file("a.test.js", "import { test, describe, expect } from 'hubsh';\n" + code);

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out()).contains("usage: " + message + " (at a.test.js:2:1)");
    }

    @Test
    void a_number_behind_the_body_is_its_timeout_as_in_jest() {
        bench.file(
                "a.test.js",
                "import { test } from 'hubsh'; test('a', () => new Promise((done) => setTimeout(done, 60000)), 50);");

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out()).contains("timeout: the test took more than 50 ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit(0); test('a', () => {});", "test('a', () => exit(0)); test('b', () => {});"})
    void a_test_cannot_end_the_run_with_a_code_of_its_own(String tests) {
        bench.file("a.test.js", "import { test, exit } from 'hubsh'; " + tests);

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out()).contains("a test cannot exit", " 1 error (");
    }
}
