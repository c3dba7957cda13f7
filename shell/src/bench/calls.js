// Asks the hub so often, one request after the other: hubsh run calls.js COUNT. The first round warms up.
import { hub, args } from 'hubsh';

const count = Number(args[0]);
const name = hub.status().hub_name;
const round = () => {
  for (let i = 0; i < count; i++) {
    hub.execute(name, 'ping', { i });
  }
};

round();
const begun = performance.now();
round();
console.log(Math.round(count / ((performance.now() - begun) / 1000)));
