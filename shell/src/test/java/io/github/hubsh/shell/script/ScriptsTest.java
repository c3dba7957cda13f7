package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples in {@code scripts/}: each runs at the demo hub, and the TypeScript compiler accepts them all. */
final class ScriptsTest {
    private static final Path SCRIPTS = Path.of("..", "scripts");

    /** How each is run, and what its output has in it. */
    private static final Map<String, List<String>> RUNS = Map.ofEntries(
            Map.entry("smoke.test.js", List.of("test scripts/smoke.test.js", "5 passed (")),
            Map.entry("protocol.test.js", List.of("test scripts/protocol.test.js", "4 passed (")),
            Map.entry("valve.test.js", List.of("test scripts/valve.test.js", "2 passed (")),
            Map.entry("experiment.js", List.of("run scripts/experiment.js 0.05 0.3", "\"Voltage (V)\":0.3")),
            Map.entry("watchdog.js", List.of("run scripts/watchdog.js 100ms", "\"errors\":0")),
            Map.entry("fake-dropbot.js", List.of("serve dropbot_plugin scripts/fake-dropbot.js --for 100ms", "")),
            Map.entry(
                    "csv-log.js",
                    List.of(
                            "run --allow-write . scripts/csv-log.js electrode_controller get_channel_states out.csv",
                            "out.csv: 12 rows")),
            Map.entry("load.js", List.of("run scripts/load.js plugin_a ping 50 5", "\"errors\":0")),
            Map.entry("inventory.js", List.of("run scripts/inventory.js", "\"plugin\":\"pump\"")),
            Map.entry("dispense.js", List.of("run scripts/dispense.js 60", "dispensed 60 µL")));

    /** A network of names that are no identifiers, and of a documentation that a comment would end at. */
    private static final String ODD = """
            const run = () => null;
            const required = true;
            export default (hub) => [
              hub.serve('microdrop.electrode_controller_plugin', {
                set_electrode_state: { run, documentation: 'set */ one; /* of them\\n*/ }', arguments: {
                  electrode_id: { type: 'string', required, description: '*/ export default 1; //' },
                  state: { enum: [0, 1, 'off'], required, unit: 'µL */' },
                  metadata: { type: ['object', 'null'] } } },
                delete: { run, arguments: { class: { type: 'boolean', required } } },
                'new command': { run, arguments: {} },
              }),
              hub.serve('dstat-interface', {
                'run-experiment': { run, arguments: {
                  'Voltage (V)': { type: 'number', required, unit: 'V' }, '"quoted"\\n': { type: 'array' } } },
                free: run,
              }),
              hub.serve('class', { import: { run, arguments: {} } }),
            ];
            """;

    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    @BeforeEach
    void open() throws IOException {
        Files.createDirectory(bench.directory.resolve("scripts"));
        for (String name : names().toList()) {
            Files.copy(SCRIPTS.resolve(name), bench.directory.resolve("scripts").resolve(name));
        }
    }

    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".js"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void an_example_runs(String name) {
        List<String> run = RUNS.get(name);

        assertThat(run).as("how to run " + name).isNotNull();
        int status = bench.run(run.get(0));
        assertThat(bench.out()).as(bench.err()).contains(run.get(1));
        assertThat(status).isZero();
    }

    @Test
    void the_typescript_compiler_accepts_every_example_with_the_types_of_the_network() throws Exception {
        String compiler = Requires.typescript();
        assertThat(bench.run("types scripts/hubsh-env.d.ts; types --api scripts/hubsh.d.ts"))
                .isZero();
        bench.file("scripts/tsconfig.json", """
                { "compilerOptions": { "allowJs": true, "checkJs": true, "strict": true, "noImplicitAny": false,
                    "useUnknownInCatchVariables": false, "noEmit": true, "target": "es2023", "lib": ["es2023"],
                    "module": "esnext", "moduleResolution": "bundler", "types": [] },
                  "include": ["*.js", "*.ts"] }
                """);

        bench.file("scripts/wrong.ts", """
                import { hub } from 'hubsh';
                hub.plugin('electrode_controller').set_electrode_state({ electrode_id: 43 });
                hub.plugin('pump').dispense();
                hub.executed('a', 'b');
                """);
        assertThat(wrong(compile(compiler))).containsExactly("2", "3", "4");
    }

    @Test
    void names_that_are_no_identifiers_and_texts_that_end_comments_compile_too() throws Exception {
        String compiler = Requires.typescript();
        bench.file("odd.js", ODD);
        bench.file("types.js", """
                import { hub } from 'hubsh';
                import serve from './odd.js';
                const services = serve(hub);
                await hub.async.sh('types scripts/hubsh-env.d.ts');
                services.forEach((each) => each.close());
                """);
        assertThat(bench.run("run --allow-write scripts types.js"))
                .as(bench.err())
                .isZero();
        bench.file("scripts/tsconfig.json", """
                { "compilerOptions": { "strict": true, "noEmit": true, "target": "es2023", "lib": ["es2023", "dom"], "module": "esnext",
                    "moduleResolution": "bundler", "types": [] }, "include": ["*.ts"] }
                """);
        bench.file("scripts/right.ts", """
                import { hub } from 'hubsh';
                const ec = hub.plugin('microdrop.electrode_controller_plugin');
                ec.set_electrode_state({ electrode_id: 'e1', state: 1 });
                ec.set_electrode_state({ electrode_id: 'e1', state: 'off', metadata: null });
                ec.delete({ class: true });
                ec['new command']();
                void ec.async.delete({ class: false });
                hub.plugin('dstat-interface')['run-experiment']({ 'Voltage (V)': 0.4 });
                hub.plugin('dstat-interface').free({ anything: [1, 'x'] });
                hub.plugin('class').import();
                hub.plugin('not known yet').whatever({ x: 1 });
                const url: URL = new URL('x', 'http://hub');
                hub.plugins({ signal: AbortSignal.any([AbortSignal.timeout(5), new AbortController().signal]) });
                console.log(url.searchParams.get('a'), new TextDecoder().decode(new TextEncoder().encode('x')));
                """);

        bench.file("scripts/wrong.ts", """
                import { hub } from 'hubsh';
                hub.plugin('microdrop.electrode_controller_plugin').set_electrode_state({ electrode_id: 'e1', state: 2 });
                hub.plugin('microdrop.electrode_controller_plugin').set_electrode_state({ state: 1 });
                hub.plugin('microdrop.electrode_controller_plugin').set_electrode_state({ electrode_id: 1, state: 1 });
                hub.plugin('microdrop.electrode_controller_plugin').delete({ class: 'x' });
                hub.plugin('dstat-interface')['run-experiment']({ 'Voltage (V)': '0.4' });
                hub.plugin('dstat-interface')['run-experiment']();
                hub.plugin('dstat-interface').run_experiment();
                hub.plugin('class').import({ extra: 1 });
                """);
        assertThat(wrong(compile(compiler))).containsExactly("2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void the_values_of_python_have_types() throws Exception {
        String compiler = Requires.typescript();
        bench.run("types --api scripts/hubsh.d.ts");
        bench.file("scripts/tsconfig.json", """
                { "compilerOptions": { "strict": true, "noEmit": true, "target": "es2023", "lib": ["es2023"], "module": "esnext",
                    "moduleResolution": "bundler", "types": [] }, "include": ["*.ts"] }
                """);
        bench.file("scripts/right.ts", """
                import { hub, uuid, datetime, date, time, timedelta, decimal, bytes, tuple, set, array, series, frame,
                  PythonValue, type Value } from 'hubsh';
                const id: PythonValue = uuid('4242');
                const all: Value[] = [id, datetime(new Date()), date('2026-01-31'), time('15:04'), timedelta(5), decimal('1.50'),
                  bytes('aGk='), tuple(1, [2]), set('a'), array([[1, 2]], 'int8'), array(new Int8Array(2)), new Float32Array(2),
                  new Map([[37, 1]]), new Map<any, Value>([[id, [1]]])];
                series(new Map([[37, 1]])); series({ e1: 1 }); series(new Float64Array(2)); series([1, null], { dtype: 'float32' });
                frame(new Map([[0, [1, 2]]])); frame({ x: [1], y: new Int8Array(1) }); frame([new Map([[37, 1]])]); frame([{ a: 1 }]);
                frame({ x: { a: 1 }, y: new Map([['a', 2]]) });
                hub.plugin('p').run({ id, all });
                const text: string = `${id}${id.slice(0, 4)}`;
                """);

        bench.file("scripts/wrong.ts", """
                import { uuid, set, series, hub, PythonValue } from 'hubsh';
                uuid(5);
                const text: string = uuid('4242');
                series(new Set([1]));
                hub.plugin('p').run({ pattern: /x/ });
                new PythonValue('x');
                """);
        assertThat(wrong(compile(compiler))).containsExactly("2", "3", "4", "5", "6");
    }

    /**
     * Returns the number of the line of {@code wrong.ts} for each error of the compiler, which finds none in other
     * files.
     */
    private static List<String> wrong(String refused) {
        // A line that is indented explains the one above it.
        List<String> errors =
                refused.lines().filter(line -> !line.startsWith(" ")).toList();
        assertThat(errors).allMatch(line -> line.startsWith("wrong.ts("));
        return errors.stream()
                .map(line -> line.replaceAll("^wrong.ts\\((\\d+),.*", "$1"))
                .toList();
    }

    private String compile(String compiler) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("node", compiler, "-p", ".")
                .directory(bench.directory.resolve("scripts").toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
