// A test with a little of what most tests use.
import { expect, hub, NoSuchPluginError, test } from 'hubsh';

test('a plugin answers', ({ fake }) => {
  fake('trained', { answer: ({ x }) => x + 1 });
  expect(hub.execute('trained', 'answer', { x: 1 })).toEqual(2);
  expect(hub.execute('plugin_a', 'do_thing', { x: 2 }).x).toBe(2);
  expect(() => hub.execute('absent', 'ping')).toThrow(NoSuchPluginError);
});
