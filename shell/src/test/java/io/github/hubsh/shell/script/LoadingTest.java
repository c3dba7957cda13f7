package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Parts of the API are loaded when they are used first, and a script does not notice. */
@org.junit.jupiter.api.Timeout(120)
final class LoadingTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    @Test
    void every_name_of_the_module_is_there() {
        bench.prints("""
                import * as all from 'hubsh';
                const names = Object.keys(all);
                const odd = names.filter((key) => key !== 'args' && key !== 'hub' && typeof all[key].name !== 'string');
                console.log(names.length > 40, odd, typeof all.hub.execute, Array.isArray(all.args));
                """, """
                true [] function true
                """);
    }

    @Test
    void a_function_acts_as_itself_before_its_part_is_loaded() {
        bench.prints("""
                import { expect, fake, series, sleep, inspect, test, uuid } from 'hubsh';
                expect({ a: 1 }).toEqual({ a: expect.any(Number) });
                console.log(typeof sleep, typeof sleep.async, 'async' in sleep, series([1, 2]).type, inspect('x'));
                try { expect(1).toBe(2); } catch (e) { console.log(e.name, e.stack.includes('hubsh:'), e.stack.includes('script.js:4')); }
                try { test.only('a', () => {}); } catch (e) { console.log(e.message); }
                try { expect.soft(1); } catch (e) { console.log(e.message); }
                try { expect.assertions(1); } catch (e) { console.log(e.message); }
                try { fake.from('session.jsonl'); } catch (e) { console.log(e.message); }
                """, """
                function function true Series 'x'
                AssertionError false true
                test belongs into a test file: hubsh test FILE
                expect.soft belongs into a test file: hubsh test FILE
                expect.assertions belongs into a test file: hubsh test FILE
                fake belongs into a test file: hubsh test FILE
                """);
    }

    @Test
    void globals_can_be_used_replaced_and_deleted() {
        assertThat(
                        bench.run(
                                "js 'delete globalThis.setTimeout; fetch = console; console = 5;"
                                        + " sleep = 1; date = 2; [typeof setTimeout, typeof fetch.log, console, sleep, date, typeof frame]'"))
                .isZero();

        assertThat(bench.out()).isEqualTo("[\"undefined\",\"function\",5,1,2,\"function\"]\n");
    }
}
