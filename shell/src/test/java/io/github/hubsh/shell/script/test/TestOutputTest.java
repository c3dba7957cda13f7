package io.github.hubsh.shell.script.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.script.ScriptBench;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code test}: what goes to stdout, and what does not. */
final class TestOutputTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    @BeforeEach
    void writeTests() {
        bench.file("a.test.js", """
            import { test, expect, afterAll } from 'hubsh';
            console.log('loading');
            test('good', () => console.log('inside'));
            test('bad', () => expect(1).toBe(2));
            afterAll(() => console.log('last'));
            """);
    }

    @Test
    void a_failure_in_a_helper_lists_the_calls_that_led_to_it_and_what_caused_it() throws IOException {
        bench.file("lib.js", """
            import { expect } from 'hubsh';
            export function check(a) { expect(a).toBe(2); }
            """);
        bench.file("a.test.js", """
            import { test } from 'hubsh';
            import { check } from './lib.js';
            test('two\\n  lines', () => {
              check(1);
            });
            test('why', () => { throw new Error('outer', { cause: new TypeError('inner', { cause: 'deep' }) }); });
            test('several', () => Promise.any([Promise.reject(new Error('a')), Promise.reject(5)]));
            test('text', () => { throw 'a text'; });
            """);

        assertThat(bench.run("test a.test.js --report-json r.json")).isEqualTo(4);

        assertThat(bench.out())
                .contains(
                        "✗ two lines (",
                        "      lib.js:2:38\n",
                        "        at check (lib.js:2:38)\n        at a.test.js:4:3\n")
                .contains("      Error: outer; caused by TypeError: inner; caused by 'deep'\n")
                .contains("Error: a; 5\n")
                .contains("      thrown: 'a text'\n")
                .doesNotContain("script_failed");
        assertThat(Files.readString(bench.directory.resolve("r.json")).replaceAll("\\s+", " "))
                .contains("\"stack\": [ \"at check (lib.js:2:38)\", \"at a.test.js:4:3\" ]");
    }

    @Test
    void a_request_that_was_given_up_says_so_among_the_messages() {
        bench.file("a.test.js", """
            import { hub, test } from 'hubsh';
            test('given up', async () => {
              hub.serve('gate', { open: () => new Promise(() => {}) });
              const giveUp = new AbortController();
              const opened = hub.plugin('gate').async.open({}, { signal: giveUp.signal });
              giveUp.abort();
              await opened;
            });
            """);

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out()).contains("→ gate open {}\n", "← gate open failed: stopped waiting for the reply\n");
    }

    @Test
    void a_file_that_cannot_be_parsed_shows_where() {
        bench.file("a.test.js", "import { test } from 'hubsh';\ntest('a', () => {;");

        assertThat(bench.run("test a.test.js")).isEqualTo(4);

        assertThat(bench.out())
                .contains("        test('a', () => {;\n", "      SyntaxError: Expected }")
                .doesNotContain("script_failed");
    }

    @Test
    void json_is_one_value_and_nothing_else() throws Exception {
        assertThat(bench.run("test a.test.js --json")).isEqualTo(4);

        assertThat(bench.out().lines()).hasSize(1);
        assertThat(Json.parse(bench.out()))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsAllEntriesOf(Map.of("tests", 2L, "passed", 1L, "failed", 1L));
        assertThat(bench.err()).contains("loading", "✗ bad", "last");
    }

    @Test
    void quiet_leaves_what_the_tests_print_and_what_failed() {
        assertThat(bench.run("test a.test.js --quiet")).isEqualTo(4);

        assertThat(bench.out()).isEqualTo("loading\nlast\n");
        assertThat(bench.err())
                .contains("✗ bad", "expected 2, found 1", "error: 1 of 2 tests failed")
                .doesNotContain("good");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --report-junit | <?xml version="1.0" encoding="UTF-8"?> | </testsuites>
        --report-tap   | TAP version 14                         | ...
        --report-json  | {                                      | }
        """)
    void a_report_to_stdout_is_alone_there(String option, String first, String last) {
        assertThat(bench.run("test a.test.js " + option + " -")).isEqualTo(4);

        assertThat(bench.out().lines().findFirst()).contains(first);
        assertThat(bench.out().strip()).endsWith(last);
        assertThat(bench.out()).doesNotContain("loading", "✓", "last");
        assertThat(bench.err()).contains("loading", "✓ good", "✗ bad", "last", "1 passed, 1 failed (");
    }

    @Test
    void a_page_to_stdout_is_alone_there() {
        assertThat(bench.run("test a.test.js --report-html -")).isEqualTo(4);

        assertThat(bench.out()).startsWith("<!DOCTYPE html>\n").endsWith("</html>\n");
        assertThat(bench.out()).doesNotContain("loading", "  ✓ good (", "1 passed, 1 failed (");
        assertThat(bench.err()).contains("loading", "  ✓ good (", "✗ bad", "last", "1 passed, 1 failed (");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --report-junit - --report-tap -            | --report-tap
        --report-junit - --report-html -           | --report-html
        --report-html a.test.js                    | --report-html
        --report-junit ./r --report-json x/../r    | --report-json
        --report-junit a.test.js                   | --report-junit
        --json --report-tap -                      | --report-tap
        """)
    void two_things_in_one_place_are_refused_before_the_tests(String options, String refused) {
        assertThat(bench.run("test a.test.js " + options)).isEqualTo(2);

        assertThat(bench.out()).isEmpty();
        assertThat(bench.err()).contains("expected a file of its own for " + refused);
    }
}
