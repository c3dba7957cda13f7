package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@code expect} and Jest agree: every row of {@code jest/matchers.txt} passes or fails here as it did in Jest, which
 * {@code jest/generate.sh} has written down.
 */
final class JestMatchersTest {
    private static final int MIN_ROWS = 700;

    /**
     * Where this is not as Jest is, on purpose. Jest overlooks these differences, which its documentation does not
     * promise; and a regular expression with the flag g remembers there where it has last found something.
     */
    private static final Set<String> DEVIATIONS = Set.of(
            "expect(Object(1n)).toEqual(Object(2n))",
            "expect(new Set([[1], [1]])).toEqual(new Set([[1], [2]]))",
            "expect(new Uint8Array([1]).buffer).toEqual(new Uint8Array([2]).buffer)",
            "expect(new Uint8Array([1, 2]).buffer).toEqual(new Uint8Array([1]).buffer)",
            "expect(new DataView(new Uint8Array([1]).buffer)).toEqual(new DataView(new Uint8Array([2]).buffer))",
            "expect(new WeakMap()).toEqual(new WeakMap())",
            "expect(new Set([{ a: undefined }])).toStrictEqual(new Set([{}]))",
            "expect(new Map([[1, { a: undefined }]])).toStrictEqual(new Map([[1, {}]]))",
            "expect({ a: 1 }).toMatchObject({ a: new Number(2) })",
            "expect({ a: 'abc' }).toMatchObject({ a: {} })",
            "const m = expect.stringMatching(/a/g); expect(['a', 'a', 'a']).toEqual([m, m, m])",
            "const g = /a/g; expect(() => { throw new Error('a'); }).toThrow(g);"
                    + " expect(() => { throw new Error('a'); }).toThrow(g)");

    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    @Test
    void every_row_passes_or_fails_as_in_jest() throws IOException {
        List<String> rows = rows();
        StringBuilder script = new StringBuilder("import { expect } from 'hubsh';\nconst rows = [\n");
        for (String row : rows) {
            script.append("async (expect) => { ").append(code(row)).append(" },\n");
        }
        script.append("""
                ];
                for (const row of rows) {
                  try {
                    await row(expect);
                    console.log('pass');
                  } catch (failed) {
                    console.log(failed.name === 'AssertionError' || failed.name === 'UsageError' ? 'fail' : `broken: ${failed}`);
                  }
                }
                """);

        bench.script(script.toString());

        assertThat(bench.err()).isEmpty();
        List<String> verdicts = bench.out().lines().toList();
        assertThat(verdicts).hasSize(rows.size()).hasSizeGreaterThanOrEqualTo(MIN_ROWS);
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            boolean agrees = rows.get(i).startsWith(verdicts.get(i) + " | ");
            if (agrees == DEVIATIONS.contains(code(rows.get(i)))) {
                found.append("here ")
                        .append(verdicts.get(i))
                        .append(", in Jest ")
                        .append(rows.get(i))
                        .append('\n');
            }
        }
        assertThat(found.toString()).isEmpty();
    }

    private static String code(String row) {
        return row.substring(row.indexOf(" | ") + 3);
    }

    private static List<String> rows() throws IOException {
        try (InputStream in = JestMatchersTest.class.getResourceAsStream("jest/matchers.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }
}
