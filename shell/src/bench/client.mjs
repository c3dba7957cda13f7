// The same requests as calls.js, from Node with the npm package zeromq: node client.mjs QUERY_URI COUNT
import { randomUUID } from 'node:crypto';
import { Dealer, Request } from 'zeromq';

const [uri, count] = process.argv.slice(2);
const name = `node-bench-${process.pid}`;

function message(type, target, content) {
  const header = {
    msg_id: randomUUID(),
    session: randomUUID(),
    date: new Date().toISOString(),
    source: name,
    target,
    msg_type: type,
    version: '0.4',
  };
  return JSON.stringify({ header, content });
}

function request(target, command, data) {
  return message('execute_request', target, {
    command,
    data: Buffer.from(JSON.stringify(data)).toString('base64'),
    metadata: { mime_type: 'application/json' },
    silent: false,
    stop_on_error: false,
  });
}

const query = new Request();
query.connect(uri);
await query.send(message('connect_request', 'hub', {}));
const hello = JSON.parse((await query.receive())[0]);
const hub = hello.header.source;
await query.send(request(hub, 'register', {}));
await query.receive();

const socket = new Dealer({ routingId: name });
socket.connect(`tcp://127.0.0.1:${hello.content.command.port}`);

async function call(command, data) {
  await socket.send(['', request(hub, command, data)]);
  const frames = await socket.receive();
  const reply = JSON.parse(frames[frames.length - 1]);
  if (reply.content.error) {
    throw new Error(reply.content.error);
  }
  return reply;
}

await call('ping', {});
for (let i = 0; i < count; i++) {
  await call('ping', { i });
}
const begun = performance.now();
for (let i = 0; i < count; i++) {
  await call('ping', { i });
}
console.log(Math.round(count / ((performance.now() - begun) / 1000)));
process.exit(0);
