package io.github.hubsh.shell.script;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values of Python in JavaScript: how a script makes them, sees them, and what it cannot send. */
final class PythonValuesTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    @Test
    void a_script_makes_the_values_of_python_as_the_shell_does() {
        bench.prints("""
                import { uuid, datetime, date, time, timedelta, decimal, bytes, tuple, set, array, PythonValue } from 'hubsh';
                import { fraction, complex, frozenset } from 'hubsh';
                console.log(uuid('4242{0}'.replace('{0}', '0'.repeat(28))), datetime('2026-01-31 15:04'), date('2026-01-31'));
                console.log(datetime(new Date(0)), datetime('2026-01-31T15:04:05.25+01:00'), time('15:04:05'));
                console.log(timedelta('1h30m'), timedelta(90), decimal('1.50'), decimal(7), bytes('aGk='));
                console.log(tuple(1, 2), tuple([1, 2]), set(1, 1, 'a'), array([[1, 2], [3, 4]], 'int16'));
                console.log(fraction('2/6'), fraction(1, 4), complex('1-2j'), complex(1.5, 2), frozenset('a', 'a', 1));
                console.log(date('2026-01-31') instanceof PythonValue, tuple(1) instanceof PythonValue);
                """, """
                42420000-0000-0000-0000-000000000000 2026-01-31T15:04:00 2026-01-31
                1970-01-01T00:00:00+00:00 2026-01-31T15:04:05.250000+01:00 15:04:05
                PT1H30M PT1M30S 1.50 7 Uint8Array(2) [104, 105]
                [1, 2] [1, 2] [1, 'a'] [[1, 2], [3, 4]]
                1/3 1/4 { __class__: 'builtins.complex', args: [1, -2] } { __class__: 'builtins.complex', args: [1.5, 2] } ['a', 1]
                true false
                """);
    }

    @Test
    void a_primitive_in_an_object_is_the_primitive() {
        bench.prints("""
                import { hub } from 'hubsh';
                const a = hub.plugin('plugin_a');
                console.log(a.echo({ n: Object(2n ** 70n), all: [Object(1n), Object('s'), Object(0.5), Object(false)] }));
                """, "{ n: 1180591620717411303424n, all: [1, 's', 0.5, false] }\n");
    }

    @Test
    void what_is_no_such_value_says_what_was_expected() {
        bench.prints("""
                import { uuid, datetime, date, decimal, set, array, UsageError } from 'hubsh';
                const wrong = [() => uuid('42'), () => uuid(), () => date('2026-02-30'), () => decimal(1.5), () => set([1], [2]),
                  () => array(1), () => array([1, 'a'], 'int8'), () => datetime(new Date(NaN)), () => uuid(() => 1)];
                for (const each of wrong) {
                  try { console.log(each()); } catch (e) { console.log(e instanceof UsageError, e.message); }
                }
                """, """
                true expected a UUID such as uuid("123e4567-e89b-12d3-a456-426614174000"), found "42"
                true expected a UUID such as uuid("123e4567-e89b-12d3-a456-426614174000"), found nothing
                true expected a date such as date("2026-01-31"), found "2026-02-30"
                true expected a number as a text, such as decimal("1.50"), found 1.5
                true expected elements that Python can hash, such as texts and numbers, in set(…), found [1]
                true expected a list in array(…)
                true value 2: a is not of type int8
                true an invalid Date cannot be sent (at [0])
                true a function cannot be sent (at [0])
                """);
    }

    @Test
    void a_value_that_is_seen_as_a_text_works_as_one() {
        bench.prints("""
                import { uuid, date, decimal, expect } from 'hubsh';
                const text = '42420000-0000-0000-0000-000000000000';
                const id = uuid(text);
                console.log(`run-${id}`, 'run-' + id, id == text, text == id, id.length, id.slice(0, 4), id[0], /^4242/.test(id));
                console.log(id === uuid(text), id === uuid(text.replaceAll('-', '')), id === uuid(text.replace('4', '5')));
                console.log(JSON.stringify({ id }), { [id]: 1 }, [id, date('2026-01-31')], [id].join(), new Set([id, uuid(text)]).size);
                console.log(decimal('1.50') * 2, decimal('1.50') < 2, new Date(date('2026-01-31')).getUTCDate(), [...date('2026-01-31')].length);
                console.log([date('2026-02-01'), date('2026-01-31')].sort().join(), structuredClone({ id }).id === id);
                console.log('%s %j', id, { id });
                expect(id).toBe(text);
                expect(text).toBe(id);
                expect(id).toMatch(/^4242/);
                expect(id).toContain('4242');
                expect(id).toBeTypeOf('string');
                expect({ deep: [id] }).toEqual({ deep: [text] });
                expect({ deep: [text] }).toStrictEqual({ deep: [id] });
                expect({ id, more: 1 }).toMatchObject({ id: text });
                expect({ id }).toEqual({ id: expect.stringMatching(/^42/) });
                expect(id).not.toBe(uuid(text.replace('4', '5')));
                """, """
                run-42420000-0000-0000-0000-000000000000 run-42420000-0000-0000-0000-000000000000 true true 36 4242 4 true
                true true false
                {"id":"42420000-0000-0000-0000-000000000000"} { '42420000-0000-0000-0000-000000000000': 1 } ['42420000-0000-0000-0000-000000000000', '2026-01-31'] 42420000-0000-0000-0000-000000000000 1
                3 true 31 10
                2026-01-31,2026-02-01 true
                42420000-0000-0000-0000-000000000000 {"id":"42420000-0000-0000-0000-000000000000"}
                """);
    }

    @Test
    void what_a_table_brings_along_for_its_way_back_is_not_shown() {
        bench.prints("""
                import { hub, series, expect, inspect } from 'hubsh';
                const service = hub.serve('mirror', { echo: (args) => args });
                const { s } = hub.plugin('mirror').echo({ s: series({ a: 1 }) });
                console.log(Object.keys(s), ...[s, { ...s, values: [2] }].map((each) => inspect(each).includes('Symbol')));
                try { expect(s).toEqual({ ...s, values: [2] }); } catch (e) { console.log(e.message.includes('Symbol')); }
                service.close();
                """, """
                ['index', 'values', 'index_dtype', 'dtype', 'type'] false false
                false
                """);
    }

    @Test
    void a_served_command_gets_and_gives_them() {
        bench.prints("""
                import { hub, uuid, date, tuple } from 'hubsh';
                const service = hub.serve('mirror', {
                  echo: (args) => args,
                  held: { run: ({ id }) => `${id}`, arguments: { id: { type: 'string', enum: ['2026-01-31'] } } },
                });
                const mirror = hub.plugin('mirror');
                const sent = { id: uuid('4'.repeat(32)), at: [date('2026-01-31')], pair: tuple(1, date('2026-01-31')) };
                const back = mirror.echo(sent);
                console.log(back.id === sent.id, back.at[0] === sent.at[0], back.pair[1] === sent.pair[1], back.id);
                console.log(mirror.held({ id: date('2026-01-31') }));
                service.close();
                """, """
                true true true 44444444-4444-4444-4444-444444444444
                2026-01-31
                """);
    }

    @Test
    void what_would_arrive_as_something_else_is_refused_with_its_place() {
        bench.prints("""
                import { hub } from 'hubsh';
                const a = hub.plugin('plugin_a');
                const wrong = [/x/, new WeakMap(), new WeakSet(), () => 1, Symbol('s'), new Date(NaN), Promise.resolve(),
                  [1][Symbol.iterator](), (function* () {})(), new Map([[{}, 1]]), hub];
                for (const each of wrong) {
                  try { console.log(a.echo({ state: { e43: [1, each] } })); } catch (e) { console.log(e.name, e.message); }
                }
                for (const each of [/x/, [/x/], { '': /x/ }]) {
                  try { console.log(a.execute('echo', each)); } catch (e) { console.log(e.name, e.message); }
                }
                """, """
                UsageError a RegExp cannot be sent (at state.e43[1])
                UsageError a WeakMap cannot be sent (at state.e43[1])
                UsageError a WeakSet cannot be sent (at state.e43[1])
                UsageError a function cannot be sent (at state.e43[1])
                UsageError a symbol cannot be sent (at state.e43[1])
                UsageError an invalid Date cannot be sent (at state.e43[1])
                UsageError a promise cannot be sent (at state.e43[1]): await it first
                UsageError an Array Iterator cannot be sent (at state.e43[1])
                UsageError a Generator cannot be sent (at state.e43[1])
                UsageError {} as a key cannot be sent (at state.e43[1])
                UsageError Hub {…} cannot be sent (at state.e43[1])
                UsageError a RegExp cannot be sent
                UsageError a RegExp cannot be sent (at [0])
                UsageError a RegExp cannot be sent
                """);
    }

    @Test
    void what_json_would_change_is_refused_where_json_was_asked_for() {
        bench.prints("""
                import { hub, uuid, set, tuple, series } from 'hubsh';
                const a = hub.plugin('plugin_a');
                const wrong = [uuid('4'.repeat(32)), [tuple(1)], set(1), new Set([1]), { deep: new Date(0) }, new Map([[1, 2]])];
                for (const each of wrong) {
                  try { console.log(a.echo({ fine: 1, v: each }, { mime: 'json' })); } catch (e) { console.log(e.name, e.message); }
                }
                try { console.log(a.execute('echo', uuid('4'.repeat(32)), { mime: 'json' })); } catch (e) { console.log(e.name, e.message); }
                console.log(a.echo({ fine: [1, 'a', null, { b: 0.5 }], s: series([1]) }, { mime: 'json' }).fine);
                try { console.log(a.echo({ v: new Set([[1]]) })); } catch (e) { console.log(e.name, e.message); }
                console.log(a.echo({ v: new Set([1, 'a', null, uuid('4'.repeat(32))]) }).v);
                """, """
                UsageError v: JSON would change this value
                UsageError v: JSON would change this value
                UsageError v: JSON would change this value
                UsageError v: JSON would change this value
                UsageError v: JSON would change this value
                UsageError v: JSON would change this value
                UsageError JSON would change this value
                [1, 'a', null, { b: 0.5 }]
                UsageError [1] as an element of a Set cannot be sent (at v)
                [1, 'a', null, '44444444-4444-4444-4444-444444444444']
                """);
    }

    @Test
    void what_writes_itself_or_shares_parts_is_sent_as_before() {
        bench.prints("""
                import { hub } from 'hubsh';
                const shared = { x: 1 };
                const own = { toJSON(key) { return `own ${key}`; } };
                const sent = JSON.parse('{"__proto__": {"y": 1}}');
                Object.assign(sent, { own, a: shared, b: [shared, shared], boxed: [new Number(1), new String('s'), new Boolean(false)],
                  set: new Set([1, 2]), map: new Map([['k', 1]]), holes: [, 1], nothing: undefined, error: new TypeError('t') });
                const back = hub.execute('plugin_a', 'echo', sent);
                console.log(JSON.stringify(back));
                """, """
                {"__proto__":{"y":1},"own":"own own","a":{"x":1},"b":[{"x":1},{"x":1}],"boxed":[1,"s",false],"set":[1,2],"map":{"k":1},"holes":[null,1],"error":{"name":"TypeError","message":"t"}}
                """);
    }

    @Test
    void a_plain_tree_is_written_as_one_that_has_something_else_in_it() {
        bench.prints("""
                import { hub, series } from 'hubsh';
                const a = hub.plugin('plugin_a');
                const rows = Array.from({ length: 1000 }, (_, id) => ({ id, name: `e${id}`, on: true, at: { x: [id, null] } }));
                let deep = 'end';
                for (let i = 0; i < 150; i++) deep = [deep];
                const back = a.echo({ rows, deep });
                console.log(JSON.stringify(back) === JSON.stringify({ rows, deep }));
                console.log(a.echo({ v: { '\u0001': ['n', '5'] }, t: '\u0001' }), a.echo({ v: [{ n: -0 }] }).v[0].n);
                const cycle = { fine: 1 };
                cycle.self = cycle;
                try { console.log(a.echo({ cycle })); } catch (e) { console.log(e.name, e.message); }
                console.log(a.echo({ rows: [{ s: series({ e43: 1 }) }] }).rows[0].s.type);
                """, """
                true
                { v: { '\\u0001': ['n', '5'] }, t: '\\u0001' } -0
                UsageError a value that contains itself cannot be sent (at cycle.self)
                Series
                """);
    }

    @Test
    void tables_are_refused_where_they_make_no_sense() {
        bench.prints("""
                import { series, frame } from 'hubsh';
                const wrong = [() => series(5), () => series(new Set([1])), () => series([1, 2], { index: ['a'] }), () => frame('x'),
                  () => frame([1]), () => frame([[1]]), () => frame({ x: 1 }), () => frame({ x: [1] }, { index: [1, 2] })];
                for (const each of wrong) {
                  try { console.log(each()); } catch (e) { console.log(e.name, e.message); }
                }
                """, """
                UsageError expected an array, an object or a Map in series(…), found 5
                UsageError expected an array, an object or a Map in series(…), found Set(1) { 1 }
                UsageError expected one label for each of 2 values in series(…), found 1
                UsageError expected an array, an object or a Map of columns in frame(…), found 'x'
                UsageError expected an array, an object or a Map as a row of frame(…), found 1
                UsageError expected an object or a Map as a row of frame(…), found [1]
                UsageError expected an array, an object or a Map as column x of frame(…), found 1
                UsageError expected one label for each of 1 rows in frame(…), found 2
                """);
    }

    @Test
    void at_the_prompt_variables_may_have_the_names_of_these_functions() {
        bench.run(
                "js 'date(\"2026-01-31\")'; let date=5; js 'date + 1'; js 'time = 7'; $time; js 'id = uuid(\"4\".repeat(32))'; $id");

        org.assertj.core.api.Assertions.assertThat(bench.out() + bench.err()).isEqualTo("""
                2026-01-31
                6
                7
                7
                44444444-4444-4444-4444-444444444444
                44444444-4444-4444-4444-444444444444
                """);
    }
}
