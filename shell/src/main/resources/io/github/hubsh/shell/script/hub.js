// The hub, as scripts see it. A blocking call goes to the outside and comes back with its result; the same call under
// `async` starts there, and `settle` ends its promise when the outside has posted the result to the script's queue.
(kit) => {
  'use strict';

  const { host, api, open, encode } = kit;
  const { UsageError, TimeoutError } = kit.errors;
  // Looked up once: each look-up crosses to the outside.
  const outside = { start: host.start, call: host.call };
  const waiting = new Map();
  const parts = new WeakMap();
  const STRICT = { strict: true };
  // What JavaScript looks up or calls by itself, to compare, print or await a value, never becomes a request. A command of
  // such a name is reached by execute.
  const LOCAL_NAMES = new Set([Object.prototype, Object.getPrototypeOf(call), Promise.prototype]
    .flatMap((each) => Object.getOwnPropertyNames(each))
    .concat('toJSON'));
  let last = 0;

  /** Returns milliseconds; most calls say no time. */
  const millis = (time, otherwise) => (time === undefined ? otherwise : kit.millis(time, otherwise));

  /** Starts a call that ends later. */
  function begin(signal, operands) {
    if (signal) {
      return kit.abortable(signal, (resolve, reject) => {
        const id = start({ resolve, reject }, operands);
        return () => forget(id);
      });
    }
    const call = Promise.withResolvers();
    start(call, operands);
    return call.promise;
  }

  function start(call, operands) {
    const id = ++last;
    waiting.set(id, call);
    operands[0] = id;
    Reflect.apply(outside.start, undefined, operands);
    return id;
  }

  function forget(id) {
    waiting.delete(id);
    host.forget(id);
  }

  /** Rejects all calls that have not ended. */
  function giveUpCalls(error) {
    const calls = [...waiting];
    // The last first: what waits behind others must not start in their place.
    [...calls].reverse().forEach(([id]) => forget(id));
    calls.forEach(([, { reject }]) => reject(error));
  }

  /** Called from outside: for each call its number, what became of it, and the stack that began it if it failed. */
  function settle(...ended) {
    for (let i = 0; i < ended.length; i += 3) {
      const call = waiting.get(ended[i]);
      if (call !== undefined) {
        waiting.delete(ended[i]);
        end(call, ended[i + 1], ended[i + 2]);
      }
    }
  }

  function end(call, text, stack) {
    try {
      call.resolve(open(text));
    } catch (failed) {
      failed.stack = `${failed.name}: ${failed.message}\n${stack}`;
      call.reject(failed);
    }
  }

  /** Blocks; with a signal that may come meanwhile it waits in pieces, so that handlers run. */
  function call(signal, operands) {
    signal?.throwIfAborted();
    if (!signal) {
      return open(Reflect.apply(outside.call, undefined, operands));
    }
    let end;
    begin(signal, operands).then((value) => (end = { value }), (error) => (end = { error }));
    while (!end) {
      open(host.pump(20));
    }
    if ('error' in end) {
      throw end.error;
    }
    return end.value;
  }

  function name(value, what) {
    const text = typeof value === 'string' ? value : kit.text(value, what);
    if (text === '') {
      throw new UsageError(`expected ${what} as a text, found ${kit.inspect(value)}`);
    }
    return text;
  }

  function request(connection, target, command, args, options) {
    const data = args === undefined ? {} : args;
    return [
      0,
      'execute',
      connection,
      name(target, 'a plugin'),
      name(command, 'a command'),
      data === null ? '' : encode(data, STRICT),
      options === undefined ? '' : manner(options),
    ];
  }

  /** How a request is sent, as far as a call says it: most say nothing. */
  function manner({ timeout, silent, mime, content }) {
    return encode({
      timeout: millis(timeout),
      silent: silent === true,
      encoding: mime,
      content: content === undefined ? undefined : encode(content, STRICT),
    });
  }

  /**
   * Both kinds of every call that a hub takes: `run` is `call` or `begin`. The operands are one list, because an
   * interpreter takes long to spread one; its first place is for the number of a call that `begin` starts.
   */
  function calls(connection, run) {
    return {
      execute(target, command, args, given) {
        if (given === undefined) {
          return run(undefined, request(connection, target, command, args));
        }
        const options = kit.options('ExecuteOptions', given);
        return run(options.signal, request(connection, target, command, args, options));
      },
      ping(target = '', given) {
        const { timeout, signal } = kit.options('PatienceOptions', given);
        return run(signal, [0, 'ping', connection, kit.text(target, 'a plugin'), millis(timeout, -1)]);
      },
      sh(line, given) {
        const { signal } = kit.options('Waiting', given);
        return run(signal, [0, 'sh', connection, name(line, 'a line of the shell')]);
      },
      plugins(given) {
        const { ping = false, signal } = kit.options('PluginsOptions', given);
        return run(signal, [0, 'sh', connection, ping ? 'plugins --ping' : 'plugins']);
      },
      status(given) {
        const { signal } = kit.options('Waiting', given);
        return run(signal, [0, 'sh', connection, 'status']);
      },
      describe(target, command = '', given) {
        const { signal } = kit.options('Waiting', given);
        return run(signal, [0, 'describe', connection, name(target, 'a plugin'), kit.text(command, 'a command')]);
      },
      replay: (recording, given) => kit.replay(run, connection, recording, given),
    };
  }

  /** A command is a function or an object; a text or a list names recordings. */
  const isRecorded = (from) => Array.isArray(from) || typeof kit.plainText(from) === 'string';

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
      return open(outside.call(0, 'uri', this.#connection));
    }

    /** Returns a plugin whose commands are methods. */
    plugin(plugged) {
      return plugin(this, name(plugged, 'a plugin'));
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

    record(file, options) {
      return kit.record(this.#connection, file, options);
    }

    waitFor(...args) {
      return kit.waitFor(this, ...args);
    }

    serve(served, commands) {
      name(served, 'a plugin');
      if (isRecorded(commands?.from)) {
        const { from, plugin = served, ...manner } = kit.options('RecordedCommands', commands);
        return kit.serveRecorded(this.#connection, from, { plugin, as: kit.plainText(served), ...manner })[0];
      }
      return kit.serve(this.#connection, kit.plainText(served), commands);
    }

    close() {
      outside.call(0, 'close', this.#connection);
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
        if (key === Symbol.iterator) {
          return notIterable(title);
        }
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

  /** The engine itself would describe the whole object in its complaint. */
  function notIterable(title) {
    return () => {
      throw new TypeError(`plugin ${title} is not iterable`);
    };
  }

  /** Joins a hub; without a URI it is the shell's own. */
  function connect(uri, given) {
    if (given === undefined && uri !== null && typeof kit.plainText(uri) === 'object') {
      return connect(undefined, uri);
    }
    const { name: own, timeout, serverKey, key } = kit.options('ConnectOptions', given);
    if ([uri, own, timeout, serverKey, key].every((each) => each === undefined)) {
      return kit.hub;
    }
    const address = uri === undefined ? '' : kit.text(uri, 'a URI');
    return new Hub(
      open(outside.call(0, 'connect', 0, address, own ?? '', millis(timeout, -1), serverKey ?? '', key ?? '')));
  }

  function describeMismatch(value) {
    return `last value ${kit.inspect(value)}`;
  }

  function polling(poll, given) {
    kit.aFunction(poll, 'to call again and again');
    const { every, for: limit, signal, that = isThere } = kit.options('UntilOptions', given);
    signal?.throwIfAborted();
    return { every: millis(every, 250), limit: millis(limit, 300_000), that, start: host.now() };
  }

  function isThere(value) {
    return value !== null && value !== undefined;
  }

  function tooLate(state, value, polls) {
    return new TimeoutError(
      `nothing that fits within ${state.limit / 1000} s; ${polls} ${polls === 1 ? 'poll' : 'polls'}, ${describeMismatch(value)}`);
  }

  /** Calls a function again and again until its value fits. */
  kit.until = (poll, options) => {
    const state = polling(poll, options);
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
    const state = polling(poll, options);
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

  Object.assign(kit, { settle, giveUpCalls, isCalling: () => waiting.size > 0 });
  kit.hub = new Hub(0);
  Object.assign(api, { connect, hub: kit.hub });
}
