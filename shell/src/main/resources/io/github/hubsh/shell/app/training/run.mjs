// A script with a little of what most scripts use.
import { connect, hub, NoSuchPluginError, sleep } from 'hubsh';

class Runs {
  #seen = new Map();
  add({ name, ...rest }) {
    this.#seen.set(name, [...(this.#seen.get(name) ?? []), rest]);
    return [...this.#seen].map(([key, all]) => `${key}: ${JSON.stringify(all)}`).join().replace(/x/g, 'y');
  }
}

const runs = new Runs();
const pluginA = connect().plugin('plugin_a');
const both = async () => Promise.all([pluginA.async.do_thing({ x: 1 }), hub.async.ping('hub')]);

for (const each of [1, 2, 3]) {
  const { x } = pluginA.do_thing({ x: each });
  console.log(runs.add({ name: 'plugin_a', x, at: performance.now() }), { x }, hub.plugins());
}
console.log(await both());
await sleep('5ms');
await new Promise((resolve) => setTimeout(resolve, 1));
try {
  hub.execute('absent', 'ping');
} catch (error) {
  console.log(error instanceof NoSuchPluginError, error.message);
}
