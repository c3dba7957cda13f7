// Asks the hub so often, so many at once: hubsh run calls.js COUNT [CONCURRENT]. The first round warms up.
import { hub, args } from 'hubsh';

const count = Number(args[0]);
const concurrent = Number(args[1] ?? 1);
const name = hub.status().hub_name;

async function round() {
  let i = 0;
  if (concurrent === 1) {
    while (i < count) {
      hub.execute(name, 'ping', { i: i++ });
    }
    return;
  }
  const caller = async () => {
    while (i < count) {
      await hub.async.execute(name, 'ping', { i: i++ });
    }
  };
  await Promise.all(Array.from({ length: concurrent }, caller));
}

await round();
const begun = performance.now();
await round();
console.log(Math.round(count / ((performance.now() - begun) / 1000)));
