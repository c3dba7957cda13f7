package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.ResidentHubsh;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Values between JavaScript and a plugin in CPython with pandas, which judges what it gets. That does not depend on the
 * process, so that one makes all runs.
 */
final class PythonValuesIT {
    @TempDir
    static Path folder;

    // Mutable state: one network for all, which no test changes
    private static Hub hub;
    private static PythonPeer python;
    private static Launched files;
    private static ResidentHubsh hubsh;

    @BeforeAll
    static void start() throws IOException {
        Requires.pandas();
        hub = new Hub("tcp://127.0.0.1:*", "lab");
        hub.reset();
        python = PythonPeer.start("peer_tables.py", "--hub", hub.queryUri(), "--name", "py", "--pickle-protocol", "5");
        files = new Launched(folder, Map.of("HUBSH_HUB", hub.queryUri()));
        hubsh = new ResidentHubsh(folder, folder, files.variables());
    }

    @AfterAll
    static void stop() {
        if (hubsh != null) {
            hubsh.close();
        }
        if (python != null) {
            python.close();
        }
        if (hub != null) {
            hub.close();
        }
    }

    @BeforeEach
    void nothingIsKnown() {
        hubsh.forget();
    }

    private void prints(String script, String expected) {
        files.file("script.js", "import { hub, series, frame } from 'hubsh'; const py = hub.plugin('py');\n" + script);

        ProcessRun run = hubsh.run("run", "script.js");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(expected);
        assertThat(run.exit()).isZero();
    }

    @Test
    void every_kind_of_value_comes_back_as_it_was() {
        prints("""
                let number = 0;
                for (const name of py.names()) {
                  const verdict = py.judge({ name, value: py.get({ name }) }, { mime: 'pickle' });
                  if (verdict !== 'the same') console.log(name, verdict);
                  number++;
                }
                console.log(number > 130);
                """, "true\n");
    }

    @Test
    void what_has_parts_that_javascript_does_not_know_comes_back_whole_or_as_it_was_changed() {
        prints("""
                const kinds = (value) => py.echo({ value }).value;
                const given = { ...py.get_datetime(), ...py.get_set_tuple() };
                console.log(given.aware, given.date, given.delta, given.set, given.tuple);
                console.log(py.kind({ value: py.get_set_tuple().set }), py.kind({ value: py.get_set_tuple().tuple }));
                console.log(py.kind({ value: py.get_set_tuple().frozenset }));
                const tuple = py.get_set_tuple().tuple;
                tuple.push(4);
                console.log(py.kind({ value: tuple }), kinds(tuple));
                const table = py.get({ name: 'frames: floats' });
                table.values[0][0] = 99;
                console.log(py.kind({ value: table }), kinds(table).values);
                """, """
                2026-11-22T18:31:23+00:00 2026-11-22 PT24H2.000003S [7] [1, 'two', 3.5]
                set tuple
                frozenset
                list [1, 'two', 3.5, 4]
                DataFrame [[99, 1], [2, 3], [4, 5]]
                """);
    }

    @Test
    void series_and_frames_of_a_script_are_those_of_pandas() {
        prints("""
                const sent = (value) => { const back = py.echo({ value }).value; return [py.kind({ value }), back.dtype ?? '', back]; };
                for (const value of [series({ e43: 1, e44: 0 }, { name: 'n' }), series([1.5, null, NaN]), series([true]), series(['a', null]),
                    series([2n ** 63n, 1]), series([1, 2], { dtype: 'float32' }), series([], { dtype: 'float64' })]) {
                  const [kind, dtype, back] = sent(value);
                  console.log(kind, dtype, back.index_dtype, back.index, back.values, back.name);
                }
                for (const value of [frame({ x: [1, 2], s: ['a', null] }), frame([{ a: 1 }, { a: 2, b: 0.5 }], { index: ['r', 's'], indexName: 'id' })]) {
                  const [kind, , back] = sent(value);
                  console.log(kind, back.columns, back.index, back.values, back.index_name);
                }
                """, """
                Series int64 object ['e43', 'e44'] [1, 0] n
                Series float64 int64 [0, 1, 2] [1.5, NaN, NaN] undefined
                Series bool int64 [0] [true] undefined
                Series object int64 [0, 1] ['a', null] undefined
                Series uint64 int64 [0, 1] [9223372036854775808n, 1] undefined
                Series float32 int64 [0, 1] [1, 2] undefined
                Series float64 int64 [] [] undefined
                DataFrame ['x', 's'] [0, 1] [[1, 'a'], [2, null]] undefined
                DataFrame ['a', 'b'] ['r', 's'] [[1, NaN], [2, 0.5]] id
                """);
    }

    @Test
    void labels_of_maps_are_what_they_are_and_typed_arrays_have_their_type() {
        prints("""
                const kind = (value) => { const back = py.echo({ value }).value; return [py.kind({ value }), back.index_dtype, back.index, back.values, back.columns]; };
                console.log(...kind(series(new Map([[37, 1], [38, 0]]))));
                console.log(...kind(series(new Map([[37, 1], ['a', 0]]))));
                console.log(...kind(series(new Float32Array([1.5, 2]))), py.echo({ s: series(new Int8Array([1])) }).s.dtype);
                console.log(...kind(frame(new Map([[0, [1, 2]], [1, new Int16Array([3, 4])]]))));
                console.log(...kind(frame([new Map([[37, 1]]), new Map([[37, 2], [38, 3]])])));
                console.log(...kind(frame({ x: new Map([[37, 1], [38, 2]]), y: new Map([[38, 5]]) })));
                """, """
                Series int64 [37, 38] [1, 0] undefined
                Series object [37, 'a'] [1, 0] undefined
                Series int64 [0, 1] [1.5, 2] undefined int8
                DataFrame int64 [0, 1] [[1, 3], [2, 4]] [0, 1]
                DataFrame int64 [0, 1] [[1, NaN], [2, 3]] [37, 38]
                DataFrame int64 [37, 38] [[1, NaN], [2, 5]] ['x', 'y']
                """);
    }

    @Test
    void bytes_big_integers_and_odd_numbers_cross_both_ways() {
        prints("""
                const all = py.get_bytes();
                console.log(all instanceof Uint8Array, all.length, all[255], py.kind({ value: all }), py.echo({ value: all }).value[128]);
                const big = py.get_big_int();
                console.log(big === 2n ** 200n + 1n, py.add({ a: big, b: 1n }) === big + 1n, py.kind({ value: big }));
                for (const n of [2n ** 53n + 1n, -(2n ** 63n), -(2n ** 63n) - 1n, 2n ** 64n]) console.log(py.echo({ n }).n === n, py.add({ a: n, b: 1 }) === n + 1n);
                console.log(py.get_nan(), py.echo({ v: [NaN, -Infinity, -0] }).v, py.kind({ value: NaN }));
                console.log(py.kind({ value: new Date(0) }), py.echo({ d: new Date(0) }).d, py.kind({ value: null }), py.kind({ value: [{ a: [] }] }));
                console.log(py.echo({ '\\u0001': ['n', '5'], big: 2n ** 60n }));
                console.log(py.echo({ value: { deep: { bytes: new Uint8Array([1]), list: [1, 'a', null, true, 0.5] } } }).value);
                """, """
                true 256 255 bytes 128
                true true int
                true true
                true true
                true true
                true true
                [NaN, Infinity, -Infinity] [NaN, -Infinity, -0] float
                datetime 1970-01-01T00:00:00+00:00 NoneType list
                { '\\u0001': ['n', '5'], big: 1152921504606846976n }
                { deep: { bytes: Uint8Array(1) [1], list: [1, 'a', null, true, 0.5] } }
                """);
    }

    @Test
    void a_variable_of_the_shell_stays_what_it_is_while_javascript_only_looks_at_it() {
        ProcessRun run = hubsh.run(
                "-c",
                "v = x py get name=='frames: mixed'; js v.columns.length; js 'v.index = v.index, 1';"
                        + " x py judge name=='frames: mixed' value=$v --mime pickle;"
                        + " js hub.plugin('py').judge({ name: 'frames: mixed', value: v }, { mime: 'pickle' })");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("9\n1\nthe same\nthe same\n");
    }
}
