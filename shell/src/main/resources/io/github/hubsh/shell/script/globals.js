// What every JavaScript has and a bare engine has not: console, queueMicrotask, atob.
(kit) => {
  'use strict';

  const { host } = kit;
  const counts = new Map();
  const starts = new Map();
  const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let indent = '';

  function print(level, values) {
    const text = values.length === 1 && typeof values[0] === 'string' ? values[0] : kit.format(values);
    host.print(level, indent === '' ? text : indent + text.replaceAll('\n', `\n${indent}`));
  }

  function logTime(label, values) {
    if (starts.has(label)) {
      print('log', [`${label}: ${(host.now() - starts.get(label)).toFixed(1)} ms`, ...values]);
    } else {
      print('warn', [`there is no time '${label}': console.time('${label}') begins one`]);
    }
  }

  /** A text at the front may have signs such as %s. */
  function failed([first, ...rest]) {
    const isText = typeof first === 'string';
    return [isText ? `Assertion failed: ${first}` : 'Assertion failed', ...(isText || first === undefined ? [] : [first]), ...rest];
  }

  function group(...values) {
    if (values.length) {
      print('log', values);
    }
    indent += '  ';
  }

  const console = {
    log: (...values) => print('log', values),
    info: (...values) => print('log', values),
    debug: (...values) => print('debug', values),
    warn: (...values) => print('warn', values),
    error: (...values) => print('error', values),
    trace: (...values) => print('error', ['Trace:', ...values, `\n${String(new Error().stack).split('\n').slice(1).join('\n')}`]),
    assert: (condition, ...values) => condition || print('error', failed(values)),
    clear() {},
    dir: (value) => print('log', [kit.inspect(value)]),
    table: (value) => host.table(kit.encode(value)),
    count(label = 'default') {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      print('log', [`${label}: ${counts.get(label)}`]);
    },
    countReset: (label = 'default') => void counts.delete(label),
    time: (label = 'default') => void starts.set(label, host.now()),
    timeEnd(label = 'default') {
      logTime(label, []);
      starts.delete(label);
    },
    timeLog: (label = 'default', ...values) => logTime(label, values),
    group,
    groupCollapsed: group,
    groupEnd: () => void (indent = indent.slice(2)),
  };

  function badCharacter() {
    return Object.assign(new Error('Invalid character'), { name: 'InvalidCharacterError', code: 5 });
  }

  /** Returns base64 of a text whose characters are bytes. */
  function btoa(value) {
    const text = String(value);
    let out = '';
    for (let i = 0; i < text.length; i += 3) {
      const three = [0, 1, 2].map((k) => text.charCodeAt(i + k));
      if (three.some((each) => each > 255)) {
        throw badCharacter();
      }
      const bits = (three[0] << 16) | (three[1] << 8) | three[2];
      const used = Math.min(3, text.length - i) + 1;
      out += [18, 12, 6, 0].map((shift, k) => (k < used ? BASE64[(bits >> shift) & 63] : '=')).join('');
    }
    return out;
  }

  function atob(value) {
    const blank = String(value).replace(/[\t\n\f\r ]/g, '');
    const text = blank.length % 4 === 0 ? blank.replace(/={1,2}$/, '') : blank;
    if (text.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(text)) {
      throw badCharacter();
    }
    let out = '';
    let bits = 0;
    for (let i = 0; i < text.length; i++) {
      bits = ((bits << 6) | BASE64.indexOf(text[i])) & 0xffffff;
      if (i % 4 > 0) {
        out += String.fromCharCode((bits >> (6 - (i % 4) * 2)) & 255);
      }
    }
    return out;
  }

  Object.assign(kit.globals, {
    console,
    btoa,
    atob,
    queueMicrotask: (callback) => void Promise.resolve().then(callback),
  });
}
