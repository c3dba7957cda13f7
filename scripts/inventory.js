// Who is there, how fast, and what can they do? Asks all plugins at once.
//   hubsh run scripts/inventory.js
import { hub } from 'hubsh';

const names = hub.plugins().map((plugin) => plugin.name);

const rows = await Promise.all(
  names.map(async (name) => {
    const [ping, commands] = await Promise.allSettled([
      hub.async.ping(name, { timeout: '1s' }),
      hub.async.describe(name),
    ]);
    return {
      plugin: name,
      ping_ms: ping.status === 'fulfilled' ? Number(ping.value.toFixed(1)) : null,
      commands: commands.status === 'fulfilled' ? commands.value.map((each) => each.command).join(' ') : '?',
    };
  }),
);

console.table(rows);
