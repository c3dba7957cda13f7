// What every JavaScript has and a bare engine has not: console, queueMicrotask, structuredClone.
(kit) => {
  'use strict';

  const { host } = kit;
  const counts = new Map();
  const starts = new Map();
  let indent = '';

  function print(level, values) {
    host.print(level, indent + kit.format(values).replaceAll('\n', `\n${indent}`));
  }

  const console = {
    log: (...values) => print('log', values),
    info: (...values) => print('log', values),
    debug: (...values) => print('debug', values),
    warn: (...values) => print('warn', values),
    error: (...values) => print('error', values),
    trace: (...values) => print('error', ['Trace:', ...values, `\n${String(new Error().stack).split('\n').slice(1).join('\n')}`]),
    assert: (condition, ...values) => condition || print('error', ['Assertion failed:', ...values]),
    dir: (value) => print('log', [kit.inspect(value)]),
    table: (value) => host.table(kit.encode(value)),
    count(label = 'default') {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      print('log', [`${label}: ${counts.get(label)}`]);
    },
    countReset: (label = 'default') => void counts.delete(label),
    time: (label = 'default') => void starts.set(label, host.now()),
    timeEnd(label = 'default') {
      print('log', [`${label}: ${(host.now() - (starts.get(label) ?? host.now())).toFixed(1)} ms`]);
      starts.delete(label);
    },
    group(...values) {
      if (values.length) {
        print('log', values);
      }
      indent += '  ';
    },
    groupEnd: () => void (indent = indent.slice(2)),
  };

  function structuredClone(value, seen = new Map()) {
    if (value === null || typeof value !== 'object' || kit.PythonValue.is(value)) {
      return value;
    }
    if (seen.has(value)) {
      return seen.get(value);
    }
    if (value instanceof Date) {
      return new Date(value);
    }
    if (ArrayBuffer.isView(value)) {
      return kit.keepOrigin(value, value.slice());
    }
    if (value instanceof Map) {
      return new Map([...value].map(([key, each]) => [structuredClone(key, seen), structuredClone(each, seen)]));
    }
    if (value instanceof Set) {
      return new Set([...value].map((each) => structuredClone(each, seen)));
    }
    const copy = Array.isArray(value) ? [] : {};
    kit.keepOrigin(value, copy);
    seen.set(value, copy);
    for (const key of Object.keys(value)) {
      copy[key] = structuredClone(value[key], seen);
    }
    return copy;
  }

  Object.assign(kit.globals, {
    console,
    structuredClone: (value) => structuredClone(value),
    queueMicrotask: (callback) => void Promise.resolve().then(callback),
  });
}
