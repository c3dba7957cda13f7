// Any value as text, for console and for what is wrong with an expectation. Like Node's util.inspect where that is clear.
(kit) => {
  'use strict';

  const MAX_WIDTH = 76;
  const MAX_DEPTH = 6;
  const MAX_ITEMS = 100;
  const MAX_CELL_WIDTH = 16;
  const MAX_CHARACTERS = 1_000_000;

  let isHex = false;
  // How many characters the text at hand may still have: a small value may hold one part a million times.
  let left = 0;

  /** At the prompt bytes are hexadecimal, as Node shows a Buffer. */
  function inspectHex(value) {
    isHex = true;
    try {
      return inspect(value);
    } finally {
      isHex = false;
    }
  }

  function inspect(value) {
    left = MAX_CHARACTERS;
    try {
      return shown(value, 0, []);
    } catch {
      // A proxy may refuse to be looked at.
      return '[cannot be shown]';
    }
  }

  function shown(value, depth, path) {
    if (left <= 0) {
      return '…';
    }
    left -= (typeof value === 'string' ? value.length : 0) + depth + 4;
    return whole(value, depth, path);
  }

  function whole(value, depth, path) {
    switch (typeof value) {
      case 'string':
        return depth > 0 && left < 0 ? `${quoted(value.slice(0, MAX_CHARACTERS))}…` : quoted(value);
      case 'bigint':
        return `${value}n`;
      case 'function':
        return /^class\b/.test(String(value)) ? `[class ${value.name}]` : `[Function${value.name ? ` ${value.name}` : ''}]`;
      case 'number':
        return Object.is(value, -0) ? '-0' : String(value);
      case 'object':
        return value === null ? 'null' : object(value, depth, path);
      default:
        return String(value);
    }
  }

  function quoted(text) {
    const inner = JSON.stringify(text).slice(1, -1);
    return text.includes("'") ? `"${inner}"` : `'${inner.replaceAll('\\"', '"')}'`;
  }

  function object(value, depth, path) {
    if (path.includes(value)) {
      return '[Circular]';
    }
    const text = special(value);
    if (text !== undefined) {
      return text;
    }
    if (depth >= MAX_DEPTH) {
      return Array.isArray(value) ? '[…]' : '{…}';
    }
    return container(value, depth, [...path, value]);
  }

  function special(value) {
    if (value instanceof Error) {
      return String(value.stack ?? value);
    }
    if (kit.PythonValue.is(value)) {
      return quoted(kit.plainText(value));
    }
    if (value instanceof Date) {
      return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
    }
    if (value instanceof RegExp) {
      return String(value);
    }
    if (value instanceof Promise) {
      return 'Promise {…}';
    }
    const boxed = unboxed(value);
    if (boxed !== undefined) {
      return `[${value.constructor.name}: ${whole(boxed, 0, [])}]`;
    }
    return typeof value[kit.SHOWN] === 'string' ? value[kit.SHOWN] : undefined;
  }

  /** Returns what is in an object such as new Number(1). */
  function unboxed(value) {
    const isBoxed = [Number, String, Boolean].some((kind) => value instanceof kind && value.constructor === kind);
    return isBoxed ? value.valueOf() : undefined;
  }

  /** The names and symbols of what a value shows, and an expectation compares. */
  function keys(value) {
    const symbols = Object.getOwnPropertySymbols(value);
    return symbols.length === 0
      ? Object.keys(value)
      : [...Object.keys(value), ...symbols.filter((key) => key !== kit.REPLY && Object.prototype.propertyIsEnumerable.call(value, key))];
  }

  function container(value, depth, path) {
    const inner = (each) => shown(each, depth + 1, path);
    if (Array.isArray(value)) {
      return list('[', value.slice(0, MAX_ITEMS).map(inner), value.length, ']', depth);
    }
    if (isHex && value instanceof Uint8Array) {
      return hex(value);
    }
    if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
      const some = Array.from(value.subarray(0, MAX_ITEMS), inner);
      return `${value.constructor.name}(${value.length}) ${list('[', some, value.length, ']', depth)}`;
    }
    if (value instanceof Map) {
      const entries = [...value].slice(0, MAX_ITEMS).map(([key, each]) => `${inner(key)} => ${inner(each)}`);
      return `Map(${value.size}) ${list('{', entries, value.size, '}', depth)}`;
    }
    if (value instanceof Set) {
      return `Set(${value.size}) ${list('{', [...value].slice(0, MAX_ITEMS).map(inner), value.size, '}', depth)}`;
    }
    const parts = keys(value);
    const entries = parts.slice(0, MAX_ITEMS).map((key) => `${name(key)}: ${accessor(value, key) ?? inner(value[key])}`);
    return prefix(value) + list('{', entries, parts.length, '}', depth);
  }

  function hex(bytes) {
    const digits = Array.from(bytes.subarray(0, MAX_ITEMS), (each) => each.toString(16).padStart(2, '0'));
    const more = bytes.length > MAX_ITEMS ? [`… ${bytes.length - MAX_ITEMS} more`] : [];
    return `Uint8Array(${bytes.length}) <${[...digits, ...more].join(' ')}>`;
  }

  /** To look at something is not to run it. */
  function accessor(value, key) {
    const { get, set } = Object.getOwnPropertyDescriptor(value, key) ?? {};
    return get === undefined && set === undefined ? undefined : get === undefined ? '[Setter]' : '[Getter]';
  }

  function prefix(value) {
    const maker = Object.getPrototypeOf(value)?.constructor?.name;
    return !maker || maker === 'Object' ? '' : `${maker} `;
  }

  function name(key) {
    return typeof key === 'symbol' ? `[${String(key)}]` : /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
  }

  function list(left, entries, size, right, depth) {
    if (size > entries.length) {
      entries.push(`… ${size - entries.length} more`);
    }
    if (entries.length === 0) {
      return left + right;
    }
    const blank = left === '{' ? ' ' : '';
    const line = left + blank + entries.join(', ') + blank + right;
    if (line.length + depth * 2 <= MAX_WIDTH && !line.includes('\n')) {
      return line;
    }
    const indent = '  '.repeat(depth + 1);
    const lines = left === '[' ? filled(entries, MAX_WIDTH - indent.length) : entries;
    return `${left}\n${indent}${lines.join(`,\n${indent}`)}\n${'  '.repeat(depth)}${right}`;
  }

  /** Many short things stand side by side. */
  function filled(entries, width) {
    if (entries.length <= 6 || entries.some((each) => each.length > MAX_CELL_WIDTH || each.includes('\n'))) {
      return entries;
    }
    const lines = [];
    for (const each of entries) {
      const line = lines.pop();
      if (line === undefined) {
        lines.push(each);
      } else if (line.length + each.length + 2 <= width) {
        lines.push(`${line}, ${each}`);
      } else {
        lines.push(line, each);
      }
    }
    return lines;
  }

  /** console.log's text: %s %d %i %f %j %o %O are filled in, the rest is shown behind. */
  function format(values) {
    const rest = values.map((each) => kit.plainText(each));
    const parts = [];
    if (typeof rest[0] === 'string' && rest.length > 1) {
      const pattern = rest.shift();
      parts.push(pattern.replace(/%[sdifjoO%]/g, (sign) => (sign === '%%' ? '%' : rest.length ? inserted(sign, rest.shift()) : sign)));
    }
    parts.push(...rest.map((each) => (typeof each === 'string' ? each : inspect(each))));
    return parts.join(' ');
  }

  function inserted(sign, value) {
    switch (sign) {
      case '%s':
        return typeof value === 'string' ? value : inspect(value);
      case '%d':
        return String(typeof value === 'bigint' ? value : Number(value));
      case '%i':
        return String(Math.trunc(Number(value)));
      case '%f':
        return String(Number(value));
      case '%j':
        return JSON.stringify(value);
      default:
        return inspect(value);
    }
  }

  Object.assign(kit, { inspect, inspectHex, format, keys });
  Object.assign(kit.api, { inspect });
}
