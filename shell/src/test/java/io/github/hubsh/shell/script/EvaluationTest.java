package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code js EXPR}, {@code ${ … }} and {@code js>}. */
final class EvaluationTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
                    js 6 * 7                                   § 42
                    js 'a' + "b"                               § ab
                    js {a: 1, b: [null, true]}                 § {"a":1,"b":[null,true]}
                    js [1n << 64n, 9007199254740993n]          § [18446744073709551616,9007199254740993]
                    js [NaN, -Infinity]                        § ["NaN","-Infinity"]
                    js [2 ** 60, -(2 ** 63), 1e21]             § [1152921504606846976,-9223372036854775808,1e+21]
                    js new Uint8Array([1, 2, 255])             § AQL/
                    js new Date(0)                             § 1970-01-01T00:00:00+00:00
                    js new Map([['a', new Set([1])]])          § {"a":[1]}
                    js await Promise.resolve(5)                § 5
                    js Promise.resolve(5)                      § 5
                    js hub.execute('plugin_a', 'do_thing', {x: 1}).x § 1
                    js 1; js 2                                 § `1
                    2`
                    js x => x                                  § [Function]
                    js 5 > 3 && 2 < 1 || 'no'                  § no
                    js hub.plugin('plugin_a').echo({a: [1]})   § {"a":[1]}
                    js 'const a = 1; const b = await 2; a + b' § 3
                    js "let {p, q = 7} = {p: 5}; [p, q]"       § [5,7]
                    js import { inspect as i } from 'hubsh'    § ``
                    js 7 # comment                             § 7
                    js --json undefined                        § null
                    """)
    void a_value_is_shown_as_the_shell_shows_it(String line, String shown) {
        int status = bench.run(line);

        assertThat(bench.err()).isEmpty();
        assertThat(bench.out().strip()).isEqualTo(shown == null ? "" : shown.replaceAll("\n *", "\n"));
        assertThat(status).isZero();
    }

    @Test
    void a_single_bar_leads_to_a_filter() {
        bench.run("js hub.plugins() | jq '.[0].name'");

        assertThat(bench.out()).isEqualTo("plugin_a\n");
    }

    @Test
    void variables_are_the_same_on_both_sides() {
        bench.run("r = execute plugin_a do_thing x=18446744073709551616; js const y = r.x + 1n; $y");
        bench.run("js y = {list: [1]}; js y.list.push(2); $y.list[1]; js _ + 1");

        assertThat(bench.out()).isEqualTo("18446744073709551617\n{\"list\":[1]}\n2\n2\n3\n");
    }

    @Test
    void a_name_may_be_declared_again_and_functions_stay() {
        bench.run(
                "js const a = 1; js const a = 2; js function f(n) { return n * a }; js class K { m() { return f(5) } }");
        bench.run("js new K().m()");

        assertThat(bench.out()).isEqualTo("10\n");
        assertThat(bench.session.memory().variables().all()).containsOnlyKeys("a");
    }

    @Test
    void an_expression_stands_anywhere_in_a_line() {
        bench.run("execute plugin_a echo a=${ 1 + 2 } b:=${ [1, '}'] } c=\"x${ 'y' }z\" d=${ {k: 1} }");

        assertThat(bench.out()).isEqualTo("{\"a\":3,\"b\":[1,\"}\"],\"c\":\"xyz\",\"d\":{\"k\":1}}\n");
    }

    @Test
    void an_error_points_into_what_was_typed() {
        assertThat(bench.run("js 1 + nope.x")).isEqualTo(1);
        assertThat(bench.run("js 'let q = 1;; const z = await hub.async.ping(\"nix\")'"))
                .isEqualTo(6);
        assertThat(bench.run("js (1 +")).isEqualTo(1);

        assertThat(bench.err())
                .contains("error: ReferenceError: nope is not defined\n  1 + nope.x\n      ^\n")
                .contains("error: nix ping: no such plugin is registered\n")
                .contains("error: SyntaxError: Expected");
    }

    @Test
    void a_wrong_expression_in_a_line_sends_nothing() {
        assertThat(bench.run("execute plugin_a echo a=${ nope }")).isEqualTo(1);

        assertThat(bench.err()).startsWith("""
                error: ReferenceError: nope is not defined
                  execute plugin_a echo a=${ nope }
                                             ^
                """);
        assertThat(bench.out()).isEmpty();
    }

    @Test
    void the_js_prompt_speaks_javascript_until_it_is_left() {
        bench.run("js");
        bench.run("const v = [1, 2]");
        bench.run("v.map(n => n * 2)");

        assertThat(bench.interpreter.completeness("f(() => {").name()).isEqualTo("INCOMPLETE");
        assertThat(bench.interpreter.completeness("f('}'); /[(]/; `${1}`").name())
                .isEqualTo("COMPLETE");
        bench.session.program().setPromptLanguage(null);
        bench.run("$v[1]");
        assertThat(bench.out()).isEqualTo("[2, 4]\n2\n");
    }

    @Test
    void tab_knows_the_variables_while_javascript_is_busy() {
        bench.run("js myVariable = 1; js");
        CompletableFuture<Integer> busy = CompletableFuture.supplyAsync(
                () -> bench.run("for (const end = Date.now() + 500; Date.now() < end;);"));

        while (!busy.isDone()) {
            assertThat(suggestions("1 + myV")).containsExactly("myVariable");
        }
        assertThat(busy.join()).isZero();
    }

    @Test
    void tab_completes_members_plugins_and_commands_from_memory() {
        bench.run("plugins > /dev/null; describe plugin_a > /dev/null; js myVariable = 1; js");

        assertThat(suggestions("hub.pl")).containsExactly("plugin", "plugins");
        assertThat(suggestions("hub.async.pi")).containsExactly("ping");
        assertThat(suggestions("hub.execute('plu")).containsExactly("plugin_a");
        assertThat(suggestions("hub.execute('plugin_a', 'do")).containsExactly("do_thing");
        assertThat(suggestions("hub.plugin('plugin_a').do")).containsExactly("do_thing");
        assertThat(suggestions("1 + myV")).containsExactly("myVariable");
    }

    @Test
    void tab_completes_what_variables_have_and_the_commands_of_plugins_that_they_hold() {
        bench.run("plugins > /dev/null; describe plugin_a > /dev/null; js; ");
        bench.run("const p = hub.plugin('plugin_a'), own = { reading: 1, 'not a name': 2 }, list = []");

        assertThat(suggestions("p.do")).containsExactly("do_thing");
        assertThat(suggestions("1 + p.async.do")).containsExactly("do_thing");
        assertThat(suggestions("p.ex")).containsExactly("execute");
        assertThat(suggestions("own.")).containsExactly("reading");
        assertThat(suggestions("list.toRe")).containsExactly("toReversed");
    }

    @Test
    void tab_completes_what_is_in_variables_and_in_the_language_and_calls_no_getter() {
        bench.run("js");
        bench.run("const o = { inner: { deep: { last: 1 } }, get bad() { throw new Error('called'); } }; o.self = o");

        assertThat(suggestions("o.inner.de")).containsExactly("deep");
        assertThat(suggestions("1 + o.inner.deep.")).containsExactly("last");
        assertThat(suggestions("o.ba")).containsExactly("bad");
        assertThat(suggestions("Math.flo")).containsExactly("floor");
        assertThat(suggestions("JSON.")).contains("parse", "stringify");
    }

    @Test
    void leaving_javascript_leaves_the_program_that_was_started_for_it_and_else_goes_back_to_the_shell() {
        bench.run("js");
        bench.run("exit(3)");
        assertThat(bench.interpreter.leaving()).isFalse();
        assertThat(bench.session.program().promptLanguage()).isNull();

        bench.session.program().endWithLanguage();
        bench.run("js");
        bench.run("exit(3)");

        assertThat(bench.interpreter.leaving()).isTrue();
        assertThat(bench.interpreter.exitCode()).isEqualTo(3);
    }

    @Test
    void tab_knows_the_variables_of_the_shell_before_anything_was_evaluated() {
        bench.run("first = plugins");
        bench.run("js");

        assertThat(suggestions("2 * fir")).containsExactly("first");
    }

    @Test
    void an_error_at_the_js_prompt_names_no_place_before_what_was_typed() {
        bench.run("js");
        bench.run("await hub.async.execute('nope', 'x')");

        assertThat(bench.err()).contains("no such plugin").doesNotContain(":-", ":1:0", "at js#");
    }

    @Test
    void the_js_prompt_shows_values_as_javascript_writes_them() {
        bench.run("js");
        bench.run("10n ** 3n");
        bench.run("new Uint8Array([1, 2, 255])");
        bench.run("({ at: new Date(0), f() {}, deep: [{ a: 1 }] })");
        bench.run("'text'");
        bench.run("const loop = {}; loop.self = loop; loop");
        bench.run("[{ a: 1 }, { a: 2 }]");
        bench.run("Promise.resolve(5n)");
        bench.run("const quiet = 5");
        bench.run("undefined");

        assertThat(bench.err()).isEqualTo("");
        assertThat(bench.out()).isEqualTo("""
                1000n
                Uint8Array(3) <01 02 ff>
                { at: 1970-01-01T00:00:00.000Z, f: [Function f], deep: [{ a: 1 }] }
                'text'
                { self: [Circular] }
                [{"a":1},{"a":2}]
                5n
                """);
    }

    @Test
    void exit_and_help_are_words_of_the_js_prompt_unless_they_are_variables() {
        for (String leaving : List.of("exit", ".exit", "quit;", "exit()", "exit(3)")) {
            assertThat(bench.run("js")).isZero();
            bench.run(leaving);
            assertThat(bench.session.program().promptLanguage()).as(leaving).isNull();
        }
        bench.run("js");
        bench.run("help");
        assertThat(bench.out()).contains("hub.execute(");
        bench.run("let quit = 7");
        bench.run("quit");
        assertThat(bench.out()).endsWith("\n7\n");
        assertThat(bench.session.program().promptLanguage()).isNotNull();
    }

    private Iterable<String> suggestions(String typed) {
        var dialect = java.util.Objects.requireNonNull(bench.session.program().promptLanguage());
        return dialect.complete(typed, typed.length(), bench.session).all().stream()
                .map(each -> each.value())
                .toList();
    }
}
