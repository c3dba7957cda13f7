// Which part defines which names. A part is loaded when one of its names is used first: most scripts need few of them, and
// to read and run all takes longer than to start the engine.
(kit) => {
  'use strict';

  const { host, api, globals } = kit;
  const { defineProperty } = Object;
  const ERRORS = [
    'HubError', 'RemoteError', 'TimeoutError', 'NoSuchPluginError', 'NoSuchCommandError', 'ConnectionError', 'UsageError',
    'AssertionError', 'AbortError',
  ];
  const PYTHON = [
    'array', 'tuple', 'set', 'frozenset', 'uuid', 'datetime', 'date', 'time', 'timedelta', 'decimal', 'fraction', 'complex', 'bytes',
  ];
  const TESTS = ['test', 'it', 'describe', 'fake', 'fn', 'onTestFinished', 'beforeAll', 'afterAll', 'beforeEach', 'afterEach'];
  const TIMERS = ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'setImmediate', 'clearImmediate'];
  const WAITS = ['asOwner', 'failedInTimer', 'hasTimerSince', 'hasMoreToCome', 'lastTimer', 'giveUpWaits', 'isWaiting', 'abortable'];
  const VALUES = ['hasMarks', 'TAG', 'PythonValue', 'keepOrigin', 'open', 'origins', 'pandas', 'plainText', 'unwritable'];

  // Of each part: the names inside, those of the API, and the globals.
  const PARTS = {
    inspect: [['inspect', 'inspectHex', 'format', 'keys'], ['inspect']],
    errors: [['errors', 'failure', 'describe'], ERRORS],
    values: [VALUES, ['PythonValue']],
    options: [['options', 'strict', 'text', 'files', 'aFunction']],
    sending: [['encode', 'dtypeOfView']],
    tables: [[], ['series', 'frame']],
    python: [['python'], PYTHON],
    times: [['millis', 'isTime', 'due', ...WAITS], ['sleep'], [...TIMERS, 'AbortController', 'AbortSignal', 'performance']],
    globals: [[], [], ['console', 'btoa', 'atob', 'queueMicrotask']],
    clone: [[], [], ['structuredClone']],
    url: [[], [], ['URL', 'URLSearchParams']],
    broadcasts: [['heard', 'on', 'off', 'tail', 'waitFor', 'waitForAsync']],
    recordings: [['record']],
    serve: [['serve', 'serveRecorded', 'asked']],
    replay: [['replay']],
    hub: [['settle', 'until', 'untilAsync', 'hub'], ['connect', 'hub']],
    equality: [['equal', 'contains', 'isObject', 'kind', 'MATCHES']],
    standins: [['close', 'standIn', 'standIns']],
    diff: [['diff']],
    expect: [['matchers', 'check', 'takeSoft', 'expectations']],
    notests: [[], ['expect', ...TESTS]],
  };
  // What is no function, or a class, is imported as itself; of a function a stand-in is enough until it is called.
  const WHOLE = new Set(['args', 'hub', 'PythonValue', ...ERRORS]);

  function isLater(target, key) {
    return Object.getOwnPropertyDescriptor(target, key)?.get !== undefined;
  }

  /** Defines a name whose first use loads its part, which defines it as what it is. */
  function later(target, key, part) {
    defineProperty(target, key, {
      get() {
        host.part(part);
        return target[key];
      },
      set: (value) => void defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true }),
      enumerable: true,
      configurable: true,
    });
  }

  for (const [part, names] of Object.entries(PARTS)) {
    for (const [i, target] of [kit, api, globals].entries()) {
      for (const key of names[i] ?? []) {
        later(target, key, part);
      }
    }
  }

  /** Makes a name of the API a global, which loads its part when it is used first. */
  kit.define = (from, key) => {
    const define = (value) =>
      defineProperty(globalThis, key, { value, writable: true, configurable: true });
    if (!isLater(from, key)) {
      define(from[key]);
      return;
    }
    defineProperty(globalThis, key, {
      get() {
        define(from[key]);
        return from[key];
      },
      set: define,
     
      configurable: true,
    });
  };

  /** Stands for a function until it is used. */
  function standIn(key) {
    return new Proxy(() => {}, {
      apply: (_, self, operands) => Reflect.apply(api[key], self, operands),
      get: (_, member) => api[key][member],
      set: (_, member, value) => Reflect.set(api[key], member, value),
      has: (_, member) => member in api[key],
    });
  }

  /** Returns the text of the module hubsh. */
  kit.module = () => {
    const whole = {};
    for (const key of Object.keys(api)) {
      whole[key] = isLater(api, key) && !WHOLE.has(key) ? standIn(key) : api[key];
    }
    defineProperty(globalThis, Symbol.for('hubsh'), { value: whole, writable: true, configurable: true });
    return 'const api = globalThis[Symbol.for("hubsh")];\n' +
      Object.keys(whole).map((key) => `export const ${key} = api.${key};`).join('\n');
  };

  kit.pythonNames = new Set(PYTHON);
}
