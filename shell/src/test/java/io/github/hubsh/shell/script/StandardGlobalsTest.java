package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What scripts for browsers and Node expect to be there. */
class StandardGlobalsTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    @Test
    void a_console_formats_what_it_asserts_and_knows_no_time_that_was_not_begun() {
        assertThat(bench.script("""
                console.assert(true, 'no');
                console.assert(false, 'a %s', 'b', { c: 1 });
                console.assert(false, { c: 1 });
                console.assert(false);
                console.timeEnd('never');
                console.timeLog();
                console.clear();
                console.log({ get g() { return 1; }, set s(v) {} });
                """)).isZero();

        assertThat(bench.err()).isEqualTo("""
                Assertion failed: a b { c: 1 }
                Assertion failed { c: 1 }
                Assertion failed
                there is no time 'never': console.time('never') begins one
                there is no time 'default': console.time('default') begins one
                """);
        assertThat(bench.out()).isEqualTo("{ g: [Getter], s: [Setter] }\n");
    }

    @Test
    void structured_clones_of_errors_expressions_and_circles_are_what_they_copy() {
        bench.prints("""
                const copies = [new TypeError('x'), new RangeError('y', { cause: [5] })].map((each) => [each, structuredClone(each)]);
                for (const [of, copy] of copies) {
                  console.log(copy !== of, copy instanceof of.constructor, copy.message, copy.cause, copy.stack === of.stack);
                }
                structuredClone([/a+/gi, new Map([[1, { a: [1n] }]]), new Set(['b']), new Date(0), new Uint8Array([1])]).forEach((each) => console.log(each));
                const loop = { map: new Map() }; loop.self = loop; loop.map.set('loop', loop);
                const copy = structuredClone(loop);
                console.log(copy !== loop, copy.self === copy, copy.map.get('loop') === copy);
                for (const odd of [() => 1, Symbol('s'), { p: Promise.resolve() }]) {
                  try { structuredClone(odd); } catch (e) { console.log(e.name); }
                }
                """, """
                true true x undefined true
                true true y [5] true
                /a+/gi
                Map(1) { 1 => { a: [1n] } }
                Set(1) { 'b' }
                1970-01-01T00:00:00.000Z
                Uint8Array(1) [1]
                true true true
                DataCloneError
                DataCloneError
                DataCloneError
                """);
    }

    @Test
    void base64_and_texts_become_bytes_and_texts_again() {
        bench.prints("""
                console.log(btoa('hello'), btoa('ab'), btoa(''), atob('aGVsbG8='), atob(' YW I'));
                console.log(atob(btoa('\\x00\\xff\\x10')) === '\\x00\\xff\\x10');
                for (const bad of [() => btoa('€'), () => atob('a'), () => atob('a%==')]) {
                  try { bad(); } catch (e) { console.log(e.name); }
                }
                console.log(new TextDecoder().decode(new TextEncoder().encode('hé€')));
                """, """
                aGVsbG8= YWI=  hello ab
                true
                InvalidCharacterError
                InvalidCharacterError
                InvalidCharacterError
                hé€
                """);
    }

    @Test
    void the_console_groups_and_tells_times() {
        bench.script("""
                console.groupCollapsed('outer');
                console.log('inner');
                console.groupEnd();
                console.time('t');
                console.timeLog('t', 5);
                console.timeEnd('t');
                """);

        assertThat(bench.out()).matches("outer\n  inner\nt: [\\d.]+ ms 5\nt: [\\d.]+ ms\n");
    }

    /** The table was made with Node 20: for each URL (and base) its parts, or the error. */
    @Test
    void urls_are_read_as_node_reads_them() throws IOException {
        try (InputStream table = getClass().getResourceAsStream("/urls-of-node.json")) {
            bench.file("urls.json", new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8));
        }
        bench.prints("""
                import table from './urls.json' with { type: 'json' };
                const parts = (url, base) => {
                  try {
                    const { href, origin, host, pathname, search, hash } = new URL(url, base);
                    return [href, origin, host, pathname, search, hash].join(' ');
                  } catch (error) {
                    return error.message;
                  }
                };
                for (const [operands, expected] of table) {
                  if (parts(...operands) !== expected) console.log(operands, expected, parts(...operands));
                }
                console.log(table.length);
                """, "37\n");
    }

    @Test
    void the_parts_of_a_url_can_be_changed() {
        bench.prints("""
                const url = new URL('http://h:1/p?q=1');
                url.searchParams.set('q', 'a b'); url.port = '2'; url.hash = 'x y'; url.pathname = 'z/../w'; url.username = 'me';
                console.log(url.href, `${url}`, JSON.stringify({ url }), url);
                url.host = 'k:80'; url.search = '?n=1'; url.protocol = 'https';
                console.log(url.href, url.searchParams.get('n'), URL.canParse('x'), URL.parse('x'), URL.canParse('x', 'http://h'));
                const params = new URLSearchParams('?a=1&b=%20x+y&a=2'); params.append('ü', '&'); params.delete('b');
                console.log(String(params), params.getAll('a'), params.size, params.has('b'), [...params.keys()]);
                """, """
                http://me@h:2/w?q=a+b#x%20y http://me@h:2/w?q=a+b#x%20y {"url":"http://me@h:2/w?q=a+b#x%20y"} URL { 'http://me@h:2/w?q=a+b#x%20y' }
                https://me@k/w?n=1#x%20y 1 false null true
                a=1&a=2&%C3%BC=%26 ['1', '2'] 3 false ['a', 'a', 'ü']
                """);
    }

    @Test
    void a_script_ends_itself_with_an_exit_code_that_it_cannot_catch() {
        assertThat(bench.script("""
                import { exit } from 'hubsh';
                console.log('before');
                try { exit(3); } catch { console.log('caught'); } finally { console.log('finally'); }
                console.log('behind');
                """)).isEqualTo(3);
        assertThat(bench.out()).isEqualTo("before\n");
        assertThat(bench.err()).isEqualTo("");
        assertThat(bench.script(
                        "import { exit } from 'hubsh'; setTimeout(() => exit(), 1); await new Promise(() => {});"))
                .isZero();
        assertThat(bench.run("js exit(4)")).isEqualTo(4);
        assertThat(bench.run("js 6 * 7")).isZero();
        assertThat(bench.run("js exit(256)")).isEqualTo(2);
    }
}
