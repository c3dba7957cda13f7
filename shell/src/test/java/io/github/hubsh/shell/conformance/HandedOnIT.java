package io.github.hubsh.shell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.testkit.PythonPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.ResidentHubsh;
import io.github.hubsh.shell.testkit.SharedArchives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a plugin in CPython answers arrives at the next request as what it was: its type and value are judged there.
 * That does not depend on the process, so that one makes all runs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HandedOnIT {
    @TempDir
    private static Path folder;

    private Hub hub;
    private PythonPeer peer;
    private ResidentHubsh hubsh;

    @BeforeAll
    void start() throws IOException {
        Requires.pandas();
        hub = new Hub("tcp://127.0.0.1:*", "lab");
        hub.reset();
        peer = PythonPeer.start("peer_values.py", "--hub", hub.queryUri(), "--name", "peer", "--pickle-protocol", "4");
        hubsh = new ResidentHubsh(folder, folder, environment());
    }

    @AfterAll
    void stop() {
        if (hubsh != null) {
            hubsh.close();
        }
        if (peer != null) {
            peer.close();
        }
        if (hub != null) {
            hub.close();
        }
    }

    @BeforeEach
    void nothingIsKnown() {
        hubsh.forget();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v = x peer get name=='%s'; x peer judge name=='%s' value=$v",
                "v = x peer get name=='%s'; x peer judge name=='%s' value:=$v",
                "v = x peer within name=='%s'; x peer judge name=='%s' value=$v.deep[0]",
                "v = x peer within name=='%s'; x peer judge_within name=='%s' value=$v",
                "x peer get name=='%s'; x peer judge name=='%s' value=$_",
                "x peer get name=='%s' | x peer judge name=='%s' value=$_",
                "v = x peer get name=='%s'; x peer judge_within name=='%s' value:={\"deep\":[$v]}",
            })
    void every_kind_of_value_keeps_its_type(String way) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> names =
                hubsh("-c", "x peer names | jq '.[]'").out().lines().toList();
        for (String name : names) {
            lines.add(way.formatted(name, name));
        }
        Files.write(folder.resolve("all.hubsh"), lines);

        ProcessRun run = hubsh("-f", "all.hubsh", "--keep-going");

        assertThat(names).hasSizeGreaterThan(40);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().filter("the same"::equals)).as(run.out()).hasSameSizeAs(names);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "peer.judge({ name, value: peer.get({ name }) })",
                "peer.judge_within({ name, value: peer.within({ name }) })",
                "peer.judge({ name, value: peer.within({ name }).deep[0] })",
                "(await peer.async.judge({ name, value: await peer.async.get({ name }) }))",
                "peer.judge_within({ name, value: structuredClone(peer.within({ name })) })",
                "peer.judge_within({ name, value: { ...peer.within({ name }), more: 1 } })",
            })
    void every_kind_of_value_keeps_its_type_in_javascript(String way) throws IOException {
        Files.writeString(folder.resolve("all.js"), """
                import { hub } from 'hubsh';
                const peer = hub.plugin('peer');
                const isBare = %s;
                for (const name of peer.names()) {
                  // A number that stands alone is a number of JavaScript, which has no types of numpy; and so is null.
                  const bare = isBare ? peer.get({ name }) : {};
                  if (bare !== null && !['boolean', 'number', 'bigint'].includes(typeof bare)) {
                    console.log(%s);
                  }
                }
                """.formatted(!way.contains("judge_within"), way));

        ProcessRun run = hubsh("run", "all.js");

        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).as(run.out()).hasSizeGreaterThan(35).containsOnly("the same");
    }

    @Test
    void bytes_leave_as_they_are() throws IOException {
        String read = "x peer get name=bytes";
        String lines = read + " > a; " + read + " | bytes > b.json; " + read + " | bytes | !cat > c";

        ProcessRun run = hubsh("-c", lines);

        assertThat(run).isEqualTo(new ProcessRun(0, "", ""));
        for (String name : List.of("a", "b.json", "c")) {
            byte[] written = Files.readAllBytes(folder.resolve(name));
            assertThat(IntStream.range(0, written.length).mapToObj(i -> written[i] & 0xff))
                    .isEqualTo(IntStream.range(0, 256).boxed().toList());
        }
    }

    @Test
    void a_script_makes_what_python_knows() throws IOException {
        Files.writeString(folder.resolve("made.js"), """
                import { hub, uuid, datetime, date, time, timedelta, decimal, bytes, tuple, set, array, series, frame } from 'hubsh';
                import { frozenset, fraction, complex } from 'hubsh';
                const peer = hub.plugin('peer');
                const shown = (args) => Object.values(peer.what(args)).forEach((each) => console.log(each));
                shown({ a: uuid('4f2a7c3e-9b1d-4c55-8a0e-3d6f1b2c4e5f'), b: datetime('2026-01-31 15:04'), c: date('2026-01-31'),
                  d: time('15:04:05'), e: timedelta('1h30m'), f: decimal('1.50'), g: bytes('aGk='), h: tuple(1, [uuid('0'.repeat(32))]),
                  i: set(1), j: [date('2026-01-31')], k: decimal('NaN'), l: frozenset(1), m: fraction(1, 3), n: complex('1+2j') });
                shown({ a: array([[1, 2]], 'int8'), b: new Int8Array([1, -2]), c: new Float64Array([0.5]), d: new BigInt64Array([2n ** 62n]),
                  e: new Uint8ClampedArray([300]), f: new Uint16Array([65535]).subarray(0, 1), g: new Uint8Array([104, 105]),
                  h: new Uint8Array([104, 105]).buffer, i: new Map([[37, 'a'], [null, tuple(1)]]), j: new Date(0) });
                shown({ a: new Set([1, 2]), b: [new Set([tuple(1)])] });
                const { a, b, c } = { a: new Float32Array([0.5]), b: new BigUint64Array([2n ** 63n]), c: new Int32Array(1) };
                shown({ a: [a, b], b: { deep: c } });
                shown({ a: series(new Map([[37, 1]])), b: frame(new Map([[0, [1, 2]]])) });
                """);

        ProcessRun run = hubsh("run", "made.js");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                UUID UUID('4f2a7c3e-9b1d-4c55-8a0e-3d6f1b2c4e5f')
                datetime datetime.datetime(2026, 1, 31, 15, 4)
                date datetime.date(2026, 1, 31)
                time datetime.time(15, 4, 5)
                timedelta datetime.timedelta(seconds=5400)
                Decimal Decimal('1.50')
                bytes b'hi'
                tuple (1, [UUID('00000000-0000-0000-0000-000000000000')])
                set {1}
                list [datetime.date(2026, 1, 31)]
                Decimal Decimal('NaN')
                frozenset frozenset({1})
                Fraction Fraction(1, 3)
                complex (1+2j)
                ndarray array([[1, 2]], dtype=int8)
                ndarray array([ 1, -2], dtype=int8)
                ndarray array([0.5])
                ndarray array([4611686018427387904])
                ndarray array([255], dtype=uint8)
                ndarray array([65535], dtype=uint16)
                bytes b'hi'
                bytes b'hi'
                dict {37: 'a', None: (1,)}
                datetime datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)
                set {1, 2}
                list [{(1,)}]
                list [array([0.5], dtype=float32), array([9223372036854775808], dtype=uint64)]
                dict {'deep': array([0], dtype=int32)}
                Series 37    1
                dtype: int64
                DataFrame    0
                0  1
                1  2
                """);
    }

    @Test
    void a_script_is_refused_what_cannot_be_handed_on() throws IOException {
        Files.writeString(folder.resolve("refused.js"), """
                import { hub } from 'hubsh';
                const peer = hub.plugin('peer');
                for (const value of [peer.valve(), [peer.valve()], { deep: peer.valve() }, structuredClone(peer.valve()), peer.mode()]) {
                  try { console.log(peer.what({ value })); } catch (e) { console.log(e.name, e.message); }
                }
                console.log(peer.valve(), peer.mode());
                """);

        ProcessRun run = hubsh("run", "refused.js");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                UsageError an object of the class __main__.Valve cannot be sent (at value)
                UsageError an object of the class __main__.Valve cannot be sent (at value[0])
                UsageError an object of the class __main__.Valve cannot be sent (at value.deep)
                UsageError an object of the class __main__.Valve cannot be sent (at value)
                UsageError __main__.Mode.AUTO cannot be sent (at value)
                { __class__: '__main__.Valve', open: true } { __global__: '__main__.Mode.AUTO' }
                """);
    }

    @Test
    void what_cannot_be_handed_on_is_refused_where_it_stands() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String command : List.of("valve", "mode", "refusal")) {
            lines.add("v = x peer " + command);
            for (String value : List.of("v=$v", "v=${ v }", "v:=[$v]", "v:={\"a\":${ v }}", "v=${ [v] }")) {
                lines.add("x peer what " + value);
            }
        }
        Files.write(folder.resolve("refused.hubsh"), lines);

        ProcessRun run = hubsh("-f", "refused.hubsh", "--keep-going");

        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().filter(line -> line.startsWith("error")))
                .hasSize(15)
                .allMatch(line -> line.startsWith("error: v: a pickle cannot hold __main__."));
        assertThat(run.err().lines().filter(line -> line.strip().equals("^"))).hasSize(15);
    }

    @Test
    void within_a_text_a_value_is_its_plain_text() {
        ProcessRun run = hubsh("-c", "id = x peer get name=uuid; x peer what name=run-$id label==$id | jq .name");

        assertThat(run).isEqualTo(new ProcessRun(0, "str 'run-4f2a7c3e-9b1d-4c55-8a0e-3d6f1b2c4e5f'\n", ""));
    }

    @Test
    void one_scalar_text_prints_without_quotes() {
        String lines =
                "x peer get name=uuid; x peer get name=date; x peer get name=decimal; x peer get name=decimal --json";

        assertThat(hubsh("-c", lines).out())
                .isEqualTo("4f2a7c3e-9b1d-4c55-8a0e-3d6f1b2c4e5f\n2026-11-22\n1.50\n\"1.50\"\n");
    }

    @Test
    void labels_and_columns_of_tables_are_reachable() {
        String lines = "s = x peer get name=='text series'; x peer what v=$s.electrode043 i=$s.index[0];"
                + " f = x peer within name=frame; x peer what v=$f.deep[0].x[1]";

        assertThat(hubsh("-c", lines).out()).isEqualTo("""
                {"v":"int 1","i":"str 'electrode043'"}
                {"v":"int 2"}
                """);
    }

    @Test
    void what_cannot_be_handed_on_is_refused_by_name_and_not_sent() {
        ProcessRun run = hubsh("-c", "v = x peer valve; x peer what v=$v");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("v: a pickle cannot hold")
                .contains("Valve")
                .contains("^");
        assertThat(hubsh("-c", "v = x peer mode; x peer what v=$v").err())
                .startsWith("error: v: a pickle cannot hold __main__.Mode.AUTO\n");
        assertThat(hubsh("-c", "id = x peer get name=uuid; x peer what v=$id --mime json"))
                .satisfies(json -> assertThat(json.exit()).isEqualTo(2))
                .satisfies(json -> assertThat(json.err()).contains("v: JSON would change this value"));
    }

    @Test
    void what_is_typed_is_what_python_knows() {
        String line = "x peer what a:=frozenset(1,2) b:=fraction('2/6') c:=complex('1-2j') d[]:=complex(1,2)"
                + " e:=uuid('4f2a7c3e-9b1d-4c55-8a0e-3d6f1b2c4e5f') | jq '.[]' ";

        assertThat(hubsh("-c", line).out()).isEqualTo("""
                frozenset frozenset({1, 2})
                Fraction Fraction(1, 3)
                complex (1-2j)
                list [(1+2j)]
                UUID UUID('4f2a7c3e-9b1d-4c55-8a0e-3d6f1b2c4e5f')
                """);
    }

    @Test
    void labels_that_are_typed_as_integers_find_integers() {
        String found = "x peer lookup label=37 states:=";

        // Before integers are seen as its labels.
        assertThat(hubsh("-c", found + "series({'37':1})").out()).isEqualTo("no label 37\n");
        assertThat(hubsh("-c", found + "series({37:True, 38:None})").out()).isEqualTo("True\n");
        assertThat(hubsh("-c", found + "series([1, NaN], index=[37, 38])").out())
                .isEqualTo("1.0\n");
        assertThat(hubsh("-c", found + "series({37:1}) --dry-run --json").out()).contains("\"index_dtype\":\"int64\"");
    }

    @Test
    void what_was_seen_as_a_series_is_offered_as_one_and_another_kind_is_a_warning() {
        ProcessRun run = hubsh(
                "-c",
                "describe peer; x peer lookup label=37 states:=series({37:1});"
                        + " describe peer lookup --template;"
                        + " x peer lookup label=37 states:=series({'37':2});"
                        + " x peer what states:=series({37:1}); x peer what states:={\"37\":1} | jq .states");

        assertThat(run.out())
                .contains("1\nexecute peer lookup label=37 states:=series({37:1})\n2\n")
                .endsWith("dict {'37': 1}\n");
        assertThat(run.err())
                .contains("states: labels are sent as integers, as they were seen")
                .contains("states: seen as a Series, sent as an object; write it as states:=series({37:1})");
    }

    private ProcessRun hubsh(String... arguments) {
        return hubsh.run(arguments);
    }

    private Map<String, String> environment() {
        return Map.of(
                "HUBSH_HUB", hub.queryUri(),
                "HUBSH_TIMEOUT", "20s",
                "XDG_RUNTIME_DIR", folder.toString(),
                "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                "XDG_CACHE_HOME", SharedArchives.in(folder.resolve("cache")));
    }
}
