// A requester that is a script of hubsh, with the ledger of soak/ledger.py:
//   hubsh run requester.js STOP_FILE TARGET…
// Asks each target all the time, until STOP_FILE exists. Prints lines of JSON, the last one when nothing is open.
import { hub, args, sleep, readText, TimeoutError } from 'hubsh';

const [stopFile, ...targets] = args;
const PAUSE = '80ms';
const REPORT_EVERY = '250ms';
const REQUEST_TIMEOUT = '60s';
const MAX_LISTED = 20;

const counts = { asked: 0 };
const good = Object.fromEntries(targets.map((target) => [target, 0]));
const wrong = [];
const missing = [];
let n = 0;
let open = 0;
let stopped = false;

function count(kind) {
  counts[kind] = (counts[kind] ?? 0) + 1;
}

function list(lines, line) {
  if (lines.length < MAX_LISTED) {
    lines.push(line);
  }
}

// The hub's errors name the target; all others name the hub that is lost.
function enterError(target, error) {
  if (error instanceof TimeoutError) {
    list(missing, `never answered: target ${target}: ${error.message}`);
  } else if (error.name === 'ConnectionError') {
    count('hub lost');
  } else if (error.message.includes(target)) {
    count(error.name);
  } else {
    count('wrong');
    list(wrong, `an error that names no cause: ${error.name}: ${error.message}`);
  }
}

async function ask(target) {
  const asked = ++n;
  count('asked');
  open++;
  try {
    const reply = await hub.async.execute(target, 'echo', { n: asked }, { timeout: REQUEST_TIMEOUT });
    if (reply.n === asked) {
      count('answered');
      good[target]++;
    } else {
      count('wrong');
      list(wrong, `answered with ${JSON.stringify(reply)} instead of ${asked}: target ${target}`);
    }
  } catch (error) {
    enterError(target, error);
  }
  open--;
}

async function worker(target) {
  while (!stopped) {
    await ask(target);
    await sleep.async(PAUSE);
  }
}

function exists(file) {
  try {
    readText(file);
    return true;
  } catch {
    return false;
  }
}

function report(last) {
  console.log(JSON.stringify({ name: 'script', last, good, counts, open, wrong, missing }));
}

async function reporter() {
  while (!stopped) {
    report(false);
    await sleep.async(REPORT_EVERY);
    stopped = exists(stopFile);
  }
}

await Promise.all([reporter(), ...targets.map(worker)]);
report(true);
