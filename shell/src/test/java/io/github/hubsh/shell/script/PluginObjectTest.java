package io.github.hubsh.shell.script;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A plugin as an object of JavaScript: to look at it sends nothing. */
final class PluginObjectTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    /** The hub keeps the order, so that what was sent before the last request has been heard before it. */
    @Test
    void what_javascript_looks_up_or_calls_by_itself_sends_nothing() {
        bench.prints("""
                import { hub, expect, inspect } from 'hubsh';
                const a = hub.plugin('plugin_a');
                const heard = [];
                const end = hub.on('execute_request', (message) => heard.push(message.command));
                const attempt = (action) => { try { return action(); } catch (e) { return e.name; } };
                const names = [Object.prototype, Function.prototype, Promise.prototype, Symbol.prototype]
                  .flatMap(Reflect.ownKeys)
                  .concat(Reflect.ownKeys(Symbol).map((key) => Symbol[key]).filter((key) => typeof key === 'symbol'))
                  .filter((key) => key !== 'description');
                const looks = [
                  (p) => `${p}`, (p) => '' + p, (p) => p + 1, (p) => +p, (p) => p == 'x', (p) => p < 1, (p) => [p].join(),
                  (p) => ({})[p], (p) => p.hasOwnProperty('a'), (p) => p.propertyIsEnumerable('a'), (p) => p.isPrototypeOf({}),
                  (p) => p.toLocaleString(), (p) => p.valueOf() === p, (p) => JSON.stringify([p]), (p) => p instanceof Object,
                  (p) => p instanceof Promise, (p) => Object.keys(p), (p) => { for (const key in p) key; }, (p) => ({ ...p }),
                  (p) => Object.assign({}, p), (p) => Object.entries(p), (p) => 'a' in p, (p) => Object.prototype.toString.call(p),
                  (p) => [...p], (p) => Array.from(p), (p) => [].concat(p), (p) => new Map([[p, 1]]), (p) => new Error('x', p),
                  (p) => new Date(p), (p) => 'text'.includes(p), (p) => 'text'.replace(p, p), (p) => p.constructor.name,
                  (p) => typeof p, (p) => Array.isArray(p), (p) => p[Symbol.toPrimitive], (p) => console.assert(p, p),
                  (p) => p.then, (p) => p.length, (p) => p.constructor, (p) => p.nodeType, (p) => p === a, (p) => !p, (p) => p ?? 1,
                  (p) => p.catch, (p) => p.finally, (p) => structuredClone(p), (p) => inspect([p]), (p) => expect(p).toEqual({ a: 1 }),
                  (p) => expect(p).toEqual(hub.plugin('plugin_a')), (p) => expect(p).toStrictEqual(1), (p) => expect(p).toBe(1),
                  (p) => expect(p).toMatchObject({ a: 1 }), (p) => expect(p).toContain(1), (p) => expect(p).toHaveLength(1),
                  (p) => expect([p]).toContainEqual({}), (p) => expect(p).toHaveProperty('a'), (p) => expect(p).toThrow(),
                  (p) => expect(p).toBeInstanceOf(Map), (p) => { throw p; }, (p) => hub.execute('plugin_a', 'echo', { p }),
                ];
                for (const each of [a, a.async]) {
                  for (const name of names) {
                    attempt(() => each[name]);
                    attempt(() => each[name]('toString'));
                  }
                  looks.forEach((look) => attempt(() => look(each)));
                  await each;
                  await Promise.all([each]);
                  await Promise.resolve(each).then((value) => value).finally(() => {});
                  await (async () => each)();
                  for await (const one of [each]) one;
                }
                await a.async.echo({});
                await new Promise((resolve) => setTimeout(resolve, 1));
                await hub.async.until(() => heard.includes('echo') || null);
                end();
                console.log(names.length > 40, heard);
                """, "true ['echo']\n");
    }

    @Test
    void it_has_a_text_that_says_what_it_is() {
        bench.prints("""
                import { hub } from 'hubsh';
                const a = hub.plugin('plugin_a');
                console.log(`${a}`, '' + a.async, JSON.stringify({ a }), [a, 1].join());
                console.log(a == '[plugin plugin_a]', a instanceof Object, a.hasOwnProperty('name'), a.constructor === Object);
                console.log(a, [a.async], a.then, a.call, Object.keys(a));
                console.log(a.hasOwnProperty === Object.prototype.hasOwnProperty, a.__proto__ === Object.prototype);
                """, """
                [plugin plugin_a] [plugin plugin_a async] {"a":"[plugin plugin_a]"} [plugin plugin_a],1
                true true true true
                Plugin plugin_a [Plugin plugin_a (async)] undefined undefined ['name', 'execute', 'ping', 'describe', 'async']
                true true
                """);
    }

    @Test
    void it_is_refused_as_an_argument() {
        bench.prints("""
                import { hub, expect } from 'hubsh';
                const a = hub.plugin('plugin_a');
                for (const value of [a, a.async, hub, [a], { a }]) {
                  expect(() => a.echo({ value })).toThrow('cannot be sent');
                }
                try { a.echo({ p: a }); } catch (e) { console.log(e.name, e.message); }
                """, "UsageError Plugin plugin_a cannot be sent (at p)\n");
    }

    @Test
    void a_command_of_such_a_name_is_reached_by_execute() {
        bench.prints("""
                import { hub } from 'hubsh';
                const service = hub.serve('odd', { toString: () => 'mine', then: () => 'later', call: (args) => args });
                const odd = hub.plugin('odd');
                console.log(odd.execute('toString'), await hub.async.execute('odd', 'then'), odd.execute('call', { a: 1 }), `${odd}`);
                service.close();
                """, "mine later { a: 1 } [plugin odd]\n");
    }
}
