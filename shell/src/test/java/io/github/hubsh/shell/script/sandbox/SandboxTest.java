package io.github.hubsh.shell.script.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.FakeRecording;
import io.github.hubsh.shell.line.Pipe;
import io.github.hubsh.shell.script.ScriptBench;
import io.github.hubsh.shell.syntax.VerbName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of the shell that a script runs: every verb and every filter, each tried as a way out. */
final class SandboxTest {
    private static final String HUB = "import { hub } from 'hubsh';\n";
    private static final String REFUSED = "(?s).*(is not open to this script; --allow-|a script may not ).*";

    /** For each verb a statement of it, and further statements that reach for the machine. */
    private static final Map<VerbName, List<String>> STATEMENTS = Map.ofEntries(
            Map.entry(VerbName.CONNECT, List.of("connect")),
            Map.entry(VerbName.DISCONNECT, List.of("disconnect")),
            Map.entry(
                    VerbName.CONTEXT,
                    List.of(
                            "context ls",
                            "context add lab tcp://127.0.0.1:1",
                            "context add home tcp://127.0.0.1:1",
                            "context rm lab",
                            "context use lab",
                            "context -")),
            Map.entry(VerbName.STATUS, List.of("status")),
            Map.entry(VerbName.PLUGINS, List.of("plugins")),
            Map.entry(VerbName.COMMANDS, List.of("commands plugin_a")),
            Map.entry(VerbName.DESCRIBE, List.of("describe plugin_a", "describe plugin_a --from ../secret.txt")),
            Map.entry(
                    VerbName.EXECUTE,
                    List.of(
                            "execute plugin_a do_thing x=1",
                            "execute plugin_a do_thing x=@../secret.txt",
                            "execute plugin_a do_thing x:=@../secret.txt",
                            "execute plugin_a do_thing @../secret.txt",
                            "execute plugin_a do_thing x=@-",
                            "x plugin_a do_thing x=@link.txt")),
            Map.entry(VerbName.PING, List.of("ping hub")),
            Map.entry(
                    VerbName.UNTIL,
                    List.of("until plugin_a do_thing x=1 --for 1s", "until plugin_a do_thing x=@../secret.txt")),
            Map.entry(VerbName.USE, List.of("use plugin_a")),
            Map.entry(VerbName.TAIL, List.of("tail --for 1ms")),
            Map.entry(VerbName.WATCH, List.of("watch 1ms --count 1 ping hub")),
            Map.entry(VerbName.TOP, List.of("top --for 1ms")),
            Map.entry(VerbName.RECORD, List.of("record stop", "record rec.jsonl", "record ../rec.jsonl.gz")),
            Map.entry(VerbName.RECORDING, List.of("recording info ../secret.txt", "recording show -")),
            Map.entry(
                    VerbName.REPLAY,
                    List.of(
                            "replay allowed/rec.jsonl --speed max",
                            "replay ../rec.jsonl --speed max",
                            "replay ../secret.txt",
                            "replay link.txt",
                            "replay -",
                            "replay allowed/rec.jsonl --verify --speed max --report-json ../report.json",
                            "replay allowed/rec.jsonl --verify --speed max --report-junit ../report.xml")),
            Map.entry(
                    VerbName.BENCH,
                    List.of("bench plugin_a do_thing --count 1", "bench plugin_a do_thing x=@../secret.txt --count 1")),
            Map.entry(
                    VerbName.JS,
                    List.of(
                            "js 1 + 1 | head 1",
                            "js --allow-read / 1",
                            "js --allow-write / 1",
                            "js --allow-env 1",
                            "js --allow-run 1",
                            "js --allow-read .. 1")),
            Map.entry(
                    VerbName.RUN,
                    List.of(
                            "run --allow-read . allowed/fine.js",
                            "run ../other.js",
                            "run ../other.hubsh",
                            "run --allow-write / allowed/fine.js",
                            "run --allow-run allowed/fine.js")),
            Map.entry(VerbName.TEST, List.of("test ../other.js", "test --report-junit report.xml allowed/fine.js")),
            Map.entry(
                    VerbName.SERVE,
                    List.of(
                            "serve mine ../other.js",
                            "serve --allow-env mine allowed/fine.js",
                            "serve mine --from ../secret.txt",
                            "serve heater --from allowed/session.jsonl --record-missing tcp://127.0.0.1:1")),
            Map.entry(
                    VerbName.SAVE,
                    List.of(
                            "save saved.js",
                            "save allowed/fine.js --force",
                            "save - --as js --from ../secret.txt",
                            "save - --as js --from link.txt")),
            Map.entry(VerbName.TYPES, List.of("types types.d.ts", "types --print --from ../secret.txt")),
            Map.entry(VerbName.LET, List.of("let y=1", "let y=@../secret.txt")),
            Map.entry(VerbName.SET, List.of("set timeout=4s", "set timeout=4s --save")),
            Map.entry(VerbName.ALIAS, List.of("alias away=disconnect", "alias away=disconnect --save")),
            Map.entry(VerbName.CONFIG, List.of("config --files")),
            Map.entry(VerbName.JOBS, List.of("jobs")),
            Map.entry(VerbName.FG, List.of("fg")),
            Map.entry(VerbName.CANCEL, List.of("cancel")),
            Map.entry(VerbName.DOCTOR, List.of("doctor")),
            Map.entry(VerbName.HISTORY, List.of("history")),
            Map.entry(VerbName.EXIT, List.of("exit", "exit 3")),
            Map.entry(VerbName.HELP, List.of("help ping")),
            Map.entry(VerbName.COMPLETION, List.of("completion bash")),
            Map.entry(VerbName.MAN, List.of("man")),
            Map.entry(VerbName.KEYGEN, List.of("keygen lab", "keygen lab --z85")),
            Map.entry(VerbName.VERSION, List.of("version")),
            Map.entry(
                    VerbName.HUB,
                    List.of("hub tcp://127.0.0.1:*", "hub ipc://hub.sock", "hub tcp://127.0.0.1:* --http 0")),
            Map.entry(VerbName.DEMO, List.of("demo", "demo --from ../secret.txt")),
            Map.entry(VerbName.VALUE, List.of("$v")));

    /** What stands behind a statement to use each filter. */
    private static final Map<Pipe.Kind, String> FILTERS = Map.of(
            Pipe.Kind.JQ, "jq '[env, $ENV, input_filename]'",
            Pipe.Kind.WHERE, "where 'env.PATH'",
            Pipe.Kind.SELECT, "select target",
            Pipe.Kind.HEAD, "head 1",
            Pipe.Kind.COUNT, "count",
            Pipe.Kind.TABLE, "table",
            Pipe.Kind.PLOT, "plot",
            Pipe.Kind.BYTES, "bytes",
            Pipe.Kind.EXECUTE, "x plugin_a echo v=$_ file=@../secret.txt",
            Pipe.Kind.SYSTEM, "!cat ../secret.txt; touch marker");

    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    private final RememberedConfiguration configuration = new RememberedConfiguration();

    @BeforeEach
    void prepare() throws IOException {
        bench.file("../secret.txt", "the secret of the file");
        bench.file("../other.js", "export default 'the secret of the file';");
        bench.file("../other.hubsh", "ping hub");
        bench.file("allowed/session.jsonl", FakeRecording.session().text());
        String smoke = FakeRecording.smoke().text();
        bench.file("../rec.jsonl", smoke);
        bench.file("allowed/rec.jsonl", smoke);
        bench.file("allowed/fine.js", "export default 1;");
        Files.createSymbolicLink(bench.directory.resolve("link.txt"), Path.of("../secret.txt"));
        bench.configure(configuration);
        bench.run("let v=1");
    }

    @Test
    void every_verb_and_every_filter_is_tried() {
        assertThat(STATEMENTS.keySet()).isEqualTo(EnumSet.allOf(VerbName.class));
        assertThat(FILTERS.keySet()).isEqualTo(EnumSet.allOf(Pipe.Kind.class));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void no_statement_reaches_more_than_the_hub(String statement) throws IOException {
        Map<Path, String> before = files();

        run(statement);

        assertThat(bench.out() + bench.err()).doesNotContain("the secret of the file", "io.github", "Exception");
        assertThat(files()).isEqualTo(before);
        assertThat(configuration.changes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void no_verb_writes_a_file_or_runs_a_command(VerbName verb) throws IOException {
        String statement = STATEMENTS.get(verb).get(0);
        Map<Path, String> before = files();
        run(Stream.of(" > out.txt", " >> out.csv", " > allowed/out.json", " | !touch marker")
                .map(way -> statement + way)
                .toArray(String[]::new));

        assertThat(bench.out().lines()).allMatch(line -> line.matches(REFUSED));
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void no_filter_reaches_more_than_its_input(Pipe.Kind kind) throws IOException {
        Map<Path, String> before = files();

        run("ping hub | " + FILTERS.get(kind));

        assertThat(bench.out() + bench.err())
                .doesNotContain("the secret of the file", System.getenv("PATH"), "script.js");
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hub.sh('x plugin_a do_thing x=@in/given.txt').x",
                "hub.sh('x plugin_a do_thing x=kept > out/kept.txt') ?? hub.sh('x plugin_a do_thing x=@in/given.txt').x",
                "hub.sh('ping hub | !cat > /dev/null') ?? 'given'",
                "hub.sh('run --allow-read in in/nested.js')",
                "hub.sh('x plugin_a do_thing x=1 | jq .x') === 1 ? 'given' : ''",
            })
    void what_the_options_allow_works(String expression) {
        bench.file("in/given.txt", "given");
        bench.file("in/nested.js", "import { readText } from 'hubsh'; export default readText('in/given.txt');");
        bench.file("out/x", "");

        int status = bench.file("script.js", HUB + "console.log(" + expression + ");")
                .run("run --allow-read in --allow-write out --allow-run script.js");

        assertThat(bench.err()).isEmpty();
        assertThat(bench.out()).endsWith("given\n");
        assertThat(status).isZero();
    }

    @Test
    void an_alias_that_a_script_defines_stays_in_the_script() {
        bench.script(HUB + "hub.sh('alias mine=\"ping hub\"'); console.log(hub.sh('mine').target);");

        assertThat(bench.out()).isEqualTo("hub\n");
        assertThat(bench.run("mine")).isEqualTo(2);
    }

    @Test
    void other_connections_of_a_script_are_as_closed() throws IOException {
        Map<Path, String> before = files();
        bench.script("import { connect } from 'hubsh'; const other = connect({ name: 'second' });"
                + "try { other.sh('ping hub > out.txt'); } catch (e) { console.log(e.message); }"
                + "try { other.sh('ping hub | !touch marker'); } catch (e) { console.log(e.message); } other.close();");

        assertThat(bench.out().lines()).hasSize(2).allMatch(line -> line.matches(REFUSED));
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serverKey", "key"})
    void keys_are_files_that_a_script_may_read(String option) {
        bench.file("in/given.pub", "no certificate");

        String connect = "import { connect } from 'hubsh'; connect('tcp://127.0.0.1:1', { " + option + ": '%s' });";
        bench.file("away.js", connect.formatted("../secret.txt")).run("run --allow-read in away.js");
        bench.file("given.js", connect.formatted("in/given.pub")).run("run --allow-read in given.js");

        assertThat(bench.err())
                .contains("../secret.txt is not open to this script; --allow-read DIR opens a folder")
                .doesNotContain("in/given.pub is not open");
    }

    static Stream<String> statements() {
        return STATEMENTS.values().stream().flatMap(List::stream);
    }

    static Set<VerbName> verbs() {
        return EnumSet.allOf(VerbName.class);
    }

    static Set<Pipe.Kind> filters() {
        return EnumSet.allOf(Pipe.Kind.class);
    }

    /** Every file around the script, beside the script itself, with its content. */
    private Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(bench.directory.getParent())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("script.js") && !file.toString().endsWith(".lock")) {
                    files.put(file, Files.readString(file));
                }
            }
        }
        return files;
    }

    /** Runs lines in one script, which prints a line of JSON for each: its result, or the message of its error. */
    private void run(String... lines) {
        StringBuilder script = new StringBuilder(HUB);
        for (String line : lines) {
            script.append("try { print(hub.sh(" + quoted(line) + ")); } catch (e) { print(e.message); }\n");
        }
        bench.script(script + "function print(result) { console.log(JSON.stringify(result ?? null)); }");
        assertThat(bench.out().lines()).as(bench.err()).hasSize(lines.length);
    }

    private static String quoted(String line) {
        return "`" + line.replace("\\", "\\\\").replace("`", "\\`").replace("$", "\\$") + "`";
    }
}
