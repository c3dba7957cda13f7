package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where an error was thrown, and what had called there. */
class StackTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            test('a', () => {})  | test is not defined    | import { test } from 'hubsh'
            hub.ping('hub')      | hub is not defined     | import { hub } from 'hubsh'
            require('fs')        | require is not defined | import { name } from './FILE.js' reads a file beside the script; packages of Node are not there
            process.exit(3)      | process is not defined | args has the arguments, env('NAME') the environment, exit(3) ends the script
            jest.fn()            | jest is not defined    | fn() remembers its calls: import { fn } from 'hubsh'
            nothingLikeIt()      | nothingLikeIt is not defined | the place and the lines above say where
            """)
    void a_name_that_is_not_there_says_where_it_comes_from_or_what_stands_for_it(
            String code, String message, String remedy) {
        assertThat(bench.script(code)).isEqualTo(1);

        assertThat(bench.err()).startsWith("error: ReferenceError: " + message).endsWith("  " + remedy + "\n");
    }

    @Test
    void an_error_lists_the_calls_of_the_script_that_led_to_it() {
        bench.file("part.js", "export function read(x) {\n  return x.y.z;\n}\n");

        bench.script("""
                import { read } from './part.js';
                class Reader { go() { return read({}); } }
                new Reader().go();
                """);

        assertThat(bench.err()).isEqualTo("""
                error: TypeError: Cannot read property 'z' of undefined (at part.js:2:10)
                    return x.y.z;
                           ^
                  at read (part.js:2:10)
                  at Reader.go (script.js:2:30)
                  at script.js:3:14
                  the place and the lines above say where
                """);
    }

    @Test
    void a_call_that_failed_outside_lists_its_callers_too() {
        bench.script("""
                import { hub } from 'hubsh';
                const ask = () => hub.execute('absent', 'ping');
                ask();
                """);

        assertThat(bench.err())
                .contains("  at ask (script.js:2:23)\n  at script.js:3:1\n")
                .doesNotContain("hubsh:");
    }

    @Test
    void a_call_that_fails_later_lists_its_callers_and_those_that_wait_for_them() {
        bench.script("""
                import { hub, sleep } from 'hubsh';
                class Reader {
                  async ask(name) { return await hub.async.execute(name, 'ping'); }
                }
                async function twice() {
                  await sleep.async('1ms');
                  return await new Reader().ask('absent');
                }
                const all = async () => {
                  await sleep.async('1ms');
                  await twice();
                };
                await all();
                """);

        assertThat(bench.err()).isEqualTo("""
                error: absent ping: no such plugin is registered (at script.js:3:44)
                    async ask(name) { return await hub.async.execute(name, 'ping'); }
                                                             ^
                  at ask (script.js:3:44)
                  at twice (script.js:7:29)
                  at async all (script.js:11:9)
                  at script.js:13:7
                  see the registered ones with plugins
                """);
    }

    @Test
    void a_place_of_an_error_that_comes_later_is_where_the_method_stands() {
        bench.script("""
                import { hub } from 'hubsh';
                const reject = (promise) => promise.catch((error) => print(error.stack.split(' at ').slice(1).join('').trim()));
                const print = (stack) => console.log(stack.replace(/\\S*script.js/g, 'script.js').replace(/\\s+/g, ' '));
                const { execute } = hub.async;
                await reject(execute('absent', 'ping'));
                await reject(hub.async
                  .execute ('absent', 'ping'));
                await reject(hub.plugin('absent').async.ping());
                await reject(hub?.async?.execute?.('absent', 'ping'));
                """);

        assertThat(bench.out()).isEqualTo("""
                script.js:5:14
                script.js:7:4
                script.js:8:41
                script.js:9:26
                """);
    }

    @Test
    void of_many_calls_that_fail_together_and_that_nothing_waits_for_the_first_says_where() {
        int status = bench.script("""
                import { hub } from 'hubsh';
                for (let i = 0; i < 20; i++) hub.async.execute('absent', 'ping');
                """);

        assertThat(bench.err()).startsWith("error: absent ping: no such plugin is registered (at script.js:2:40)\n");
        assertThat(status).isEqualTo(6);
    }

    @Test
    void a_deep_stack_is_cut() {
        bench.script("const deep = (n) => (n === 0 ? null.x : deep(n - 1));\ndeep(20);\n");

        assertThat(bench.err()).contains("  … ").contains(" more\n");
    }

    @Test
    void an_error_of_one_frame_says_its_place_once() {
        bench.script("null.x;");

        assertThat(bench.err()).contains("(at script.js:1:1)").doesNotContain("\n  at ");
    }

    @Test
    void typed_code_has_calls_too() {
        bench.run("js 'const f = () => null.x; f()'");

        assertThat(bench.err()).contains("  at f (js#1:1:").contains("\n  at js#1:1:");
    }

    @Test
    void a_module_of_node_or_of_no_file_is_refused_without_names_of_ours() {
        for (String module : new String[] {"node:fs", "fs", "http://h/x.js", "jar:file:/x!/y", "\\0"}) {
            bench.run("js 'await import(\"" + module + "\")'");
        }

        assertThat(bench.err())
                .contains("'node:fs'")
                .doesNotContain("java.")
                .doesNotContain("io.github")
                .doesNotContain("defect");
    }
}
