#!/bin/sh
# Runs every row of matchers.txt in Jest and writes Jest's verdict in front of it: pass or fail. A row is one line of
# JavaScript that fails when it throws; to add one, write it without a verdict and run this. Needs Node 18, npm and a network.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private": true}' > package.json
npm install --silent --no-audit --no-fund "jest@${JEST:-30}" > /dev/null
cat > rows.test.js <<'END'
const fs = require('fs');
const file = process.env.ROWS;
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;
const version = require('jest/package.json').version;

test('rows', async () => {
  const lines = [`# Jest ${version}: verdict | row. Written by generate.sh.`];
  for (const line of fs.readFileSync(file, 'utf8').trimEnd().split('\n')) {
    if (line.startsWith('# Jest ')) {
      continue;
    }
    if (line === '' || line.startsWith('#')) {
      lines.push(line);
      continue;
    }
    const row = line.replace(/^(pass|fail) \| /, '').trim();
    const body = new AsyncFunction('expect', row);
    let verdict = 'pass';
    try {
      await body(expect);
    } catch {
      verdict = 'fail';
    }
    lines.push(`${verdict} | ${row}`);
  }
  fs.writeFileSync(file, `${lines.join('\n')}\n`);
}, 60_000);
END
ROWS=$here/matchers.txt npx jest --silent
