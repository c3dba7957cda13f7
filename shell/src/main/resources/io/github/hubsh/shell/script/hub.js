// The hub, as scripts see it. A blocking call goes to the outside and comes back with its result; the same call under
// `async` starts there, and `settle` ends its promise when the outside has posted the result to the script's queue.
(kit) => {
  'use strict';

  const { host, api, open, encode, millis } = kit;
  const { UsageError, TimeoutError } = kit.errors;
  const waiting = new Map();
  const parts = new WeakMap();
  const COMMAND_OPTIONS = ['timeout', 'silent', 'mime', 'content', 'signal'];
  // What JavaScript looks up or calls by itself, to compare, print or await a value, never becomes a request. A command of
  // such a name is reached by execute.
  const LOCAL_NAMES = new Set([Object.prototype, Object.getPrototypeOf(call), Promise.prototype]
    .flatMap((each) => Object.getOwnPropertyNames(each))
    .concat('toJSON'));
  let last = 0;

  /** Starts a call that ends later. Its error is made here, so that it names the line that began it. */
  function begin(signal, operation, ...operands) {
    const here = new Error();
    return kit.abortable(signal, (resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject, here });
      host.start(id, operation, ...operands);
      return () => {
        waiting.delete(id);
        host.forget(id);
      };
    });
  }

  /** Called from outside with what became of a call. */
  function settle(id, text) {
    const call = waiting.get(id);
    waiting.delete(id);
    if (!call) {
      return;
    }
    try {
      call.resolve(open(text));
    } catch (failed) {
      failed.stack = `${failed.name}: ${failed.message}\n${String(call.here.stack).split('\n').slice(1).join('\n')}`;
      call.reject(failed);
    }
  }

  /** Blocks; with a signal that may come meanwhile it waits in pieces, so that handlers run. */
  function call(signal, operation, ...operands) {
    signal?.throwIfAborted();
    if (!signal) {
      return open(host.call(operation, ...operands));
    }
    let end;
    begin(signal, operation, ...operands).then((value) => (end = { value }), (error) => (end = { error }));
    while (!end) {
      open(host.pump(20));
    }
    if ('error' in end) {
      throw end.error;
    }
    return end.value;
  }

  function text(value, what) {
    if (typeof value !== 'string' || value === '') {
      throw new UsageError(`expected ${what} as a text, found ${kit.inspect(value)}`);
    }
    return value;
  }

  function request(target, command, args, options = {}) {
    const data = args === undefined ? {} : args;
    const unknown = Object.keys(options).find((key) => !COMMAND_OPTIONS.includes(key));
    if (unknown !== undefined) {
      throw new UsageError(`there is no option '${unknown}'; there are ${COMMAND_OPTIONS.join(', ')}`);
    }
    return [
      text(target, 'a plugin'),
      text(command, 'a command'),
      data === null ? '' : encode(data, { strict: true }),
      millis(options.timeout, -1),
      options.silent === true,
      options.mime ?? '',
      options.content === undefined ? '' : encode(options.content, { strict: true }),
    ];
  }

  /** Both kinds of every call that a hub takes: `run` is `call` or `begin`. */
  function calls(connection, run) {
    return {
      execute: (target, command, args, options) =>
        run(options?.signal, 'execute', connection, ...request(target, command, args, options)),
      ping: (target = '', { timeout, signal } = {}) =>
        run(signal, 'ping', connection, String(target), millis(timeout, -1)),
      sh: (line, { signal } = {}) => run(signal, 'sh', connection, text(line, 'a line of the shell')),
      plugins: ({ ping = false, signal } = {}) => run(signal, 'sh', connection, ping ? 'plugins --ping' : 'plugins'),
      status: ({ signal } = {}) => run(signal, 'sh', connection, 'status'),
      describe: (target, command, { signal } = {}) =>
        run(signal, 'describe', connection, text(target, 'a plugin'), command ?? ''),
    };
  }

  class Hub {
    #connection;

    constructor(connection) {
      this.#connection = connection;
      parts.set(this, connection);
      Object.assign(this, calls(connection, call));
      const later = calls(connection, begin);
      this.async = { ...later, until: kit.untilAsync, waitFor: (...args) => kit.waitForAsync(this, ...args) };
      this.until = kit.until;
      this[kit.SHOWN] = 'Hub {…}';
      Object.defineProperty(this, kit.SHOWN, { enumerable: false });
    }

    get uri() {
      return open(host.call('uri', this.#connection));
    }

    /** Returns a plugin whose commands are methods. */
    plugin(name) {
      return plugin(this, text(name, 'a plugin'));
    }

    on(type, filter, handler) {
      return kit.on(this.#connection, type, filter, handler);
    }

    off(handler) {
      return kit.off(handler);
    }

    tail(options) {
      return kit.tail(this.#connection, options);
    }

    waitFor(...args) {
      return kit.waitFor(this, ...args);
    }

    serve(name, commands) {
      return kit.serve(this.#connection, text(name, 'a plugin'), commands);
    }

    close() {
      host.call('close', this.#connection);
    }
  }

  /** A plugin: any name but these few, and those that JavaScript itself looks up, is a command. */
  function plugin(hub, name) {
    const own = {
      name,
      execute: (command, args, options) => hub.execute(name, command, args, options),
      ping: (options) => hub.ping(name, options),
      describe: (command) => hub.describe(name, command),
      async: commands(`${name} async`, { [kit.SHOWN]: `Plugin ${name} (async)` }, (command, args, options) =>
        hub.async.execute(name, command, args, options)),
      [kit.SHOWN]: `Plugin ${name}`,
    };
    return commands(name, own, own.execute);
  }

  function commands(title, own, execute) {
    const known = new Map();
    const text = () => `[plugin ${title}]`;
    for (const key of ['toString', 'toJSON']) {
      Object.defineProperty(own, key, { value: text, writable: true, configurable: true });
    }
    return new Proxy(own, {
      get(_, key) {
        if (typeof key === 'symbol' || LOCAL_NAMES.has(key) || Object.hasOwn(own, key)) {
          return own[key];
        }
        let method = known.get(key);
        if (!method) {
          method = (args, options) => execute(key, args, options);
          known.set(key, method);
        }
        return method;
      },
    });
  }

  /** Joins a hub; without a URI it is the shell's own. */
  function connect(uri, options = {}) {
    if (uri !== null && typeof uri === 'object') {
      return connect(undefined, uri);
    }
    const { name, timeout } = options;
    if (uri === undefined && name === undefined && timeout === undefined) {
      return kit.hub;
    }
    return new Hub(open(host.call('connect', 0, uri ?? '', name ?? '', millis(timeout, -1))));
  }

  function describeMismatch(value) {
    return `last value ${kit.inspect(value)}`;
  }

  function polling({ every, for: limit, signal, that = (value) => value !== null && value !== undefined } = {}) {
    signal?.throwIfAborted();
    return { every: millis(every, 250), limit: millis(limit, 300_000), that, start: host.now() };
  }

  function tooLate(state, value, polls) {
    return new TimeoutError(
      `nothing that fits within ${state.limit / 1000} s; ${polls} ${polls === 1 ? 'poll' : 'polls'}, ${describeMismatch(value)}`);
  }

  /** Calls a function again and again until its value fits. */
  kit.until = (poll, options) => {
    const state = polling(options);
    for (let polls = 1; ; polls++) {
      const value = poll();
      if (value instanceof Promise) {
        throw new UsageError('a function that returns a promise needs await hub.async.until(…)');
      }
      if (state.that(value)) {
        return value;
      }
      if (host.now() - state.start + state.every > state.limit) {
        throw tooLate(state, value, polls);
      }
      api.sleep(state.every, { signal: options?.signal });
    }
  };

  kit.untilAsync = async (poll, options) => {
    const state = polling(options);
    for (let polls = 1; ; polls++) {
      const value = await poll();
      if (state.that(value)) {
        return value;
      }
      if (host.now() - state.start + state.every > state.limit) {
        throw tooLate(state, value, polls);
      }
      await api.sleep.async(state.every, { signal: options?.signal });
    }
  };

  Object.assign(kit, { settle });
  kit.hub = new Hub(0);
  Object.assign(api, { connect, hub: kit.hub });
}
