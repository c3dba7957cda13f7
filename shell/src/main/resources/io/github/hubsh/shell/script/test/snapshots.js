// toMatchSnapshot: a value as a text that is kept in a file beside the test file. Only `hubsh test --update` writes it.
(kit) => {
  'use strict';

  const { host, matchers, inspect } = kit;
  const { UsageError } = kit.errors;
  const HEAD = '// Snapshots of tests: hubsh test --update writes this file.';
  const ENTRY = /^exports\[`((?:\\[\s\S]|[^`\\])*)`\] = `((?:\\[\s\S]|[^`\\])*)`;$/gm;
  const NUMBER = / \d+$/;
  const stored = new Map();
  const used = new Set();
  const counts = new Map();
  let updating = false;
  let written = 0;

  /** Called from outside before the file is loaded. */
  kit.openSnapshots = (text, update) => {
    updating = update;
    for (const [, name, value] of text.matchAll(ENTRY)) {
      stored.set(unescaped(name), unescaped(value).replace(/^\n|\n$/g, ''));
    }
  };

  /**
   * Called from outside when the tests have run: the text to write, or null where nothing has changed. A test that has
   * not passed may not have reached its snapshots: they are kept.
   */
  kit.closeSnapshots = () => {
    const names = kit.testsLeft();
    const obsolete = [...stored.keys()].filter((key) => !used.has(key) && !names.some((name) => isOf(key, name)));
    const removed = updating ? obsolete.length : 0;
    if (updating) {
      obsolete.forEach((key) => stored.delete(key));
    }
    return JSON.stringify({
      text: written + removed > 0 ? text() : null,
      written,
      removed,
      obsolete: obsolete.length - removed,
    });
  };

  /** A test that runs again counts its snapshots from one. */
  kit.beginSnapshots = () => counts.clear();

  function isOf(key, name) {
    const own = key.replace(NUMBER, '');
    return own === name || own.startsWith(`${name}: `);
  }

  function text() {
    const entries = [...stored].sort(([a], [b]) => compare(a, b));
    return `${HEAD}\n${entries.map(([name, value]) => `\nexports[\`${escaped(name)}\`] = \`\n${escaped(value)}\n\`;\n`).join('')}`;
  }

  /** The tenth snapshot of a test follows the ninth. */
  function compare(a, b) {
    const [own, other] = [a.replace(NUMBER, ''), b.replace(NUMBER, '')];
    if (own !== other) {
      return own < other ? -1 : 1;
    }
    return Number(NUMBER.exec(a)) - Number(NUMBER.exec(b));
  }

  const escaped = (value) => value.replace(/[`\\]|\$\{/g, '\\$&').replace(/\r/g, '\\r');
  const unescaped = (value) => value.replace(/\\(r|[\s\S])/g, (_, sign) => (sign === 'r' ? '\r' : sign));

  function toMatchSnapshot(received, ...rest) {
    if (this.negated) {
      throw new UsageError('toMatchSnapshot has no .not: it would hold for any other value');
    }
    if (!kit.currentTest) {
      throw new UsageError('toMatchSnapshot belongs into the body of a test');
    }
    const properties = typeof rest[0] === 'object' && rest[0] !== null ? rest.shift() : undefined;
    if (properties && !kit.contains(received, properties)) {
      return { holds: false, expected: `an object with ${inspect(properties)}`, pair: [properties, received] };
    }
    return compared(nextName(rest[0]), serialized(properties ? merged(received, properties) : received));
  }

  function nextName(hint) {
    const name = hint === undefined ? kit.currentTest.name : `${kit.currentTest.name}: ${hint}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return `${name} ${counts.get(name)}`;
  }

  function compared(name, now) {
    const before = stored.get(name);
    used.add(name);
    if (before === now) {
      return { holds: true };
    }
    if (updating) {
      stored.set(name, now);
      written++;
      host.print('log', `snapshot ${before === undefined ? 'written' : 'updated'}: ${name}`);
      return { holds: true };
    }
    return before === undefined
      ? { holds: false, expected: `the snapshot ${inspect(name)}`, found: `there is none yet; hubsh test --update writes it: ${now}` }
      : { holds: false, expected: `the snapshot ${inspect(name)}`, found: 'found another value; hubsh test --update takes it', pair: [before, now] };
  }

  /** Returns a copy in which what is only described stands for what was found. */
  function merged(received, properties) {
    const copy = Array.isArray(received) ? [...received] : { ...received };
    for (const [key, part] of Object.entries(properties)) {
      const isPart = part !== null && typeof part === 'object' && typeof part[kit.SHOWN] !== 'string' && Object.keys(part).length > 0;
      copy[key] = isPart ? merged(received[key], part) : part;
    }
    return copy;
  }

  /** The whole of a value, its keys sorted, so that equal values have one text. */
  function serialized(value, indent = '', path = []) {
    const found = kit.plainText(value);
    if (typeof found === 'string') {
      return path.length === 0 ? found : JSON.stringify(found);
    }
    if (typeof found !== 'object' || found === null) {
      return inspect(found);
    }
    if (path.includes(found)) {
      return '[Circular]';
    }
    return found instanceof Error ? `[${found.name}: ${found.message}]` : container(found, indent, [...path, found]);
  }

  function container(value, indent, path) {
    const inner = `${indent}  `;
    const part = (each) => serialized(each, inner, path);
    const list = (left, parts, right) => (parts.length === 0 ? left + right : `${left}\n${parts.map((each) => `${inner}${each},\n`).join('')}${indent}${right}`);
    if (Array.isArray(value)) {
      return list('[', Array.from(value, part), ']');
    }
    if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
      return list(`${value.constructor.name} [`, Array.from(value, part), ']');
    }
    if (value instanceof Map) {
      return list('Map {', [...value].map(([key, each]) => `${part(key)} => ${part(each)}`), '}');
    }
    if (value instanceof Set) {
      return list('Set {', [...value].map(part), '}');
    }
    if (typeof value[kit.SHOWN] === 'string' || value instanceof Date || value instanceof RegExp || value instanceof Promise) {
      return inspect(value);
    }
    const maker = Object.getPrototypeOf(value)?.constructor?.name;
    const parts = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}: ${part(value[key])}`);
    return list(`${!maker || maker === 'Object' ? '' : `${maker} `}{`, parts, '}');
  }

  Object.assign(matchers, { toMatchSnapshot });
}
