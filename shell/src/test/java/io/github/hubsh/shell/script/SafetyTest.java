package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Eventually;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script cannot do, and that the shell outlives it. */
final class SafetyTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    @BeforeEach
    void open() {
        bench.file("x", "");
    }

    @AfterEach
    void close() {
        bench.run("js 6 * 7");
        assertThat(bench.out()).as("the shell lives, after %s", bench.err()).endsWith("42\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Java",
                "java",
                "Packages",
                "Polyglot",
                "Graal",
                "load",
                "loadWithNewGlobal",
                "print",
                "printErr",
                "quit",
                "require",
                "process",
                "fetch",
                "XMLHttpRequest",
                "WebAssembly",
                "SharedArrayBuffer",
                "Worker",
                "read",
                "readFully",
                "readbuffer",
                "arguments",
                "kit",
                "host"
            })
    void there_is_nothing_of_the_host(String name) {
        bench.script("console.log(typeof " + name + ", '" + name + "' in globalThis);");

        assertThat(bench.out()).isEqualTo("undefined false\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import '/etc/passwd';",
                "import '../secret.js';",
                "await import('../secret.js');",
                "await import('file:///etc/passwd');",
                "await import('http://localhost/x.js');",
                "import './link.js';",
                "import 'fs';",
                "import { readText } from 'hubsh'; readText('../secret.js');",
                "import { readText } from 'hubsh'; readText('/etc/passwd');",
                "import { writeText } from 'hubsh'; writeText('new.txt', 'x');",
                "import { env } from 'hubsh'; env('SECRET');",
                "console.log.constructor.constructor('return Java')()"
            })
    void files_and_the_environment_are_not_reached(String script) throws Exception {
        Files.writeString(bench.directory.resolveSibling("secret.js"), "console.log('secret');");
        Files.createSymbolicLink(bench.directory.resolve("link.js"), bench.directory.resolveSibling("secret.js"));

        assertThat(bench.script(script)).isNotZero();

        assertThat(bench.out()).isEmpty();
        assertThat(bench.err()).isNotEmpty();
        assertThat(bench.directory.resolve("new.txt")).doesNotExist();
    }

    @Test
    void what_is_allowed_is_reached() {
        bench.file("in/a.txt", "text").file("script.js", """
                import { readText, writeText, env } from 'hubsh';
                writeText('in/b.txt', readText('in/a.txt') + env('SECRET'));
                writeText('in/b.txt', '!', { append: true });
                console.log(readText('in/b.txt'));
                """);

        assertThat(bench.run("run --allow-read in --allow-write in --allow-env script.js"))
                .isZero();

        assertThat(bench.out()).isEqualTo("textxyz!\n");
    }

    @Test
    void an_endless_loop_ends_at_its_timeout() {
        bench.file("script.js", "try { for (;;) {} } catch { for (;;) {} }");

        assertThat(bench.run("run --timeout 200ms script.js")).isEqualTo(5);
        assertThat(bench.run("js --timeout 200ms for (;;) {}")).isEqualTo(5);
        assertThat(bench.run("js --timeout 200ms 'await new Promise((r) => setTimeout(r, 60000))'"))
                .isEqualTo(5);

        assertThat(bench.err()).contains("error: the script took more than 200 ms\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /^(a+)+\\1$/.test('a'.repeat(60) + 'b')                         | 5 | took more than
                    'x'.repeat(1e9)                                                 | 1 | RangeError: Invalid string length
                    [].fill.call({length: 1e12}, 1)                                 | 5 | took more than
                    [3, 1, 2].sort(() => { for (;;); })                             | 5 | took more than
                    Atomics.wait(new Int32Array(8), 0, 0)                           | 1 | TypeError
                    await new Promise(() => {})                                     | 1 | a promise that can never settle
                    for (;;) await null                                             | 5 | took more than
                    const next = () => queueMicrotask(next); next()                 | 5 | took more than
                    setInterval(() => {}, 5)                                        | 5 | took more than
                    for await (const m of hub.tail()) m                             | 5 | took more than
                    hub.until(() => null)                                           | 5 | took more than
                    const a = {}; a.a = a; JSON.stringify(a)                        | 1 | TypeError
                    new Function('return process')()                                | 1 | process is not defined
                    eval('Java.type("java.io.File")')                               | 1 | Java is not defined
                    """)
    void what_would_never_end_or_break_out_ends_clearly(String code, int exit, String said) {
        String quoted = code.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$");

        assertThat(bench.run("js --timeout 500ms \"" + quoted + "\"")).isEqualTo(exit);

        assertThat(bench.err()).contains(said);
        assertThat(bench.out()).isEmpty();
    }

    @Test
    void a_script_cannot_take_away_what_the_api_stands_on() {
        bench.script("""
                import { hub } from 'hubsh';
                const attempt = (action) => { try { action(); console.log('done'); } catch (e) { console.log(e.name); } };
                attempt(() => { JSON.parse = null; });
                attempt(() => { Promise.prototype.then = null; });
                attempt(() => { Array.prototype[Symbol.iterator] = null; });
                Object.defineProperty(Object.prototype, '\\u0001', { value: ['n', '5'] });
                Array.prototype.mine = Object.prototype.yours = 1;
                class Own extends Map { get(key) { return key; } }
                globalThis.Map = globalThis.JSON = globalThis.Promise = undefined;
                const reply = hub.plugin('plugin_a').do_thing({ x: 2n ** 60n });
                console.log(reply.x, await hub.async.ping() > 0, new Own().get(3));
                """);
        bench.run("js 'JSON.parse = null; Map = JSON = undefined; Object.prototype.x = 1'");
        bench.run("js [1, await 2]");

        assertThat(bench.err()).isEmpty();
        assertThat(bench.out()).isEqualTo("TypeError\nTypeError\nTypeError\n1152921504606846976n true 3\n1\n[1,2]\n");
    }

    @Test
    void what_refuses_to_be_looked_at_is_still_printed() {
        bench.script("""
                const circle = {}; circle.self = [circle];
                const refusing = new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } });
                console.log(circle, { get x() { throw new Error('never run'); } }, refusing, Symbol('s'));
                """);

        assertThat(bench.err()).isEmpty();
        assertThat(bench.out()).isEqualTo("{ self: [[Circular]] } { x: [Getter] } [cannot be shown] Symbol(s)\n");
    }

    @Test
    void endless_recursion_is_an_error_of_the_script() {
        assertThat(bench.run("js 'function f() { return f() + 1 } f()'")).isEqualTo(1);

        assertThat(bench.err()).contains("RangeError: Maximum call stack size exceeded");
    }

    @Test
    void a_script_that_wants_all_memory_is_ended() {
        assertThat(bench.run("js 'const all = []; for (;;) all.push(new Uint8Array(1 << 20));'"))
                .isEqualTo(1);

        assertThat(bench.err()).contains("error: the script needs more memory than there is\n");
    }

    @Test
    void ctrl_c_stops_a_script_wherever_it_is() {
        for (String code :
                new String[] {"for (;;) {}", "sleep('60s')", "await new Promise((r) => setTimeout(r, 60000))"}) {
            CompletableFuture<Integer> status =
                    CompletableFuture.supplyAsync(() -> bench.run("js '" + "1;" + code.replace("'", "\"") + "'"));
            Eventually.eventually(() -> stopped(status), Duration.ofSeconds(30));
            assertThat(status.join()).as(code).isEqualTo(130);
        }
        assertThat(bench.err()).contains("stopped the script");
    }

    private boolean stopped(CompletableFuture<Integer> status) {
        bench.interpreter.interrupt();
        return status.isDone();
    }
}
