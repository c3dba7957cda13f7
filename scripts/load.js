// How much does a plugin take? Sends requests, several at once, and prints the rate and the percentiles.
//   hubsh run scripts/load.js [PLUGIN] [COMMAND] [REQUESTS] [AT ONCE]
import { hub, args } from 'hubsh';

const [plugin = 'plugin_a', command = 'ping'] = args;
const [requests = 500, atOnce = 10] = args.slice(2).map(Number);

const times = [];
let errors = 0;
let left = requests;

async function worker() {
  while (left-- > 0) {
    const begun = performance.now();
    try {
      await hub.async.execute(plugin, command, {}, { timeout: '10s' });
      times.push(performance.now() - begun);
    } catch {
      errors++;
    }
  }
}

const begun = performance.now();
await Promise.all(Array.from({ length: atOnce }, worker));
const seconds = (performance.now() - begun) / 1000;

times.sort((a, b) => a - b);
const percentile = (p) => Number((times[Math.min(times.length - 1, Math.floor((times.length * p) / 100))] ?? NaN).toFixed(3));

export default {
  plugin,
  command,
  requests,
  at_once: atOnce,
  errors,
  per_second: Math.round(times.length / seconds),
  p50_ms: percentile(50),
  p95_ms: percentile(95),
  p99_ms: percentile(99),
};
