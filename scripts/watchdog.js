// Watches what all plugins say, and reports errors, slow replies, and a syringe that runs dry.
//   hubsh run scripts/watchdog.js [FOR]       for 10s, 5m; without it until Ctrl-C
import { hub, args, sleep } from 'hubsh';

const SLOW_MS = 500;
const DRY_UL = 100;
const seen = { replies: 0, errors: 0, slow: 0, dry: 0 };

function complain(kind, message) {
  seen[kind]++;
  console.warn(`${new Date().toISOString()} ${kind}: ${message}`);
}

const offs = [];

offs.push(hub.on('execute_reply', (reply) => {
  seen.replies++;
  const what = `${reply.source} ${reply.command}`;
  if (reply.error) {
    complain('errors', `${what}: ${reply.error}`);
  }
  const millis = reply.rtt ?? 0;
  if (millis > SLOW_MS) {
    complain('slow', `${what} took ${Math.round(millis)} ms`);
  }
}));

offs.push(hub.on('execute_reply', { source: 'pump', command: 'get_status' }, ({ data }) => {
  if (data.left_ul < DRY_UL) {
    complain('dry', `the pump has ${data.left_ul} µL left`);
  }
}));

// Handlers keep a script alive: without a time this one runs until you stop it.
if (args.length > 0) {
  sleep(args[0]);
  console.log(JSON.stringify(seen));
  offs.forEach((off) => off());
}
