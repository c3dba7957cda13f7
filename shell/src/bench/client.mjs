// The same requests as calls.js, from Node with the npm package zeromq: node client.mjs QUERY_URI COUNT [CONCURRENT]
import { randomUUID } from 'node:crypto';
import { Dealer, Request } from 'zeromq';

const [uri, count, concurrent = 1] = process.argv.slice(2);
const name = `node-bench-${process.pid}`;

function message(type, target, content, session = randomUUID()) {
  const header = {
    msg_id: randomUUID(),
    session,
    date: new Date().toISOString(),
    source: name,
    target,
    msg_type: type,
    version: '0.4',
  };
  return JSON.stringify({ header, content });
}

function request(target, command, data, session) {
  const content = {
    command,
    data: Buffer.from(JSON.stringify(data)).toString('base64'),
    metadata: { mime_type: 'application/json' },
    silent: false,
    stop_on_error: false,
  };
  return message('execute_request', target, content, session);
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

const waiting = new Map();
let sending = Promise.resolve();

function replyIn(frames) {
  const reply = JSON.parse(frames[frames.length - 1]);
  if (reply.content.error) {
    throw new Error(reply.content.error);
  }
  return reply;
}

/** One call after the other needs no bookkeeping. */
async function callAlone(command, data) {
  await socket.send(['', request(hub, command, data)]);
  return replyIn(await socket.receive());
}

/** The socket takes one message at a time. */
function callAmongOthers(command, data) {
  const session = randomUUID();
  const text = request(hub, command, data, session);
  sending = sending.then(() => socket.send(['', text]));
  return new Promise((resolve) => waiting.set(session, resolve));
}

async function listen() {
  for await (const frames of socket) {
    const reply = replyIn(frames);
    waiting.get(reply.header.session)(reply);
    waiting.delete(reply.header.session);
  }
}

async function round(calls) {
  let i = 0;
  const caller = async () => {
    while (i < calls) {
      await call('ping', { i: i++ });
    }
  };
  await Promise.all(Array.from({ length: Number(concurrent) }, caller));
}

await callAlone('ping', {});
const call = Number(concurrent) === 1 ? callAlone : callAmongOthers;
if (call === callAmongOthers) {
  listen();
}
await round(count);
const begun = performance.now();
await round(count);
console.log(Math.round(count / ((performance.now() - begun) / 1000)));
process.exit(0);
