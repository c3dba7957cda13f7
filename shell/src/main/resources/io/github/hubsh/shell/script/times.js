// Time: durations as people write them, timers, sleep, and AbortSignal. The outside only knows "call me in so many
// milliseconds"; everything else is here.
(kit) => {
  'use strict';

  const { host, api } = kit;
  const { UsageError, AbortError, TimeoutError } = kit.errors;
  const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, '': 1000 };
  const TIME = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|)$/;
  const timers = new Map();
  const waits = new Set();
  let last = 0;

  /** Returns milliseconds: a number is milliseconds, a text is '500ms', '5s', '2m', '1h'. */
  function millis(time, otherwise) {
    if (time === undefined || time === null) {
      return otherwise;
    }
    if (typeof time === 'number' && time >= 0) {
      return Math.min(time, 1e15);
    }
    const match = TIME.exec(String(time));
    if (!match) {
      throw noTime(time);
    }
    return Number(match[1]) * UNITS[match[2]];
  }

  /** Returns milliseconds of a time that has to be there. */
  function required(time) {
    if (time === undefined || time === null) {
      throw noTime(time);
    }
    return millis(time);
  }

  function noTime(found) {
    return new UsageError(`expected a time such as 250, '500ms', '5s' or '2m', found ${kit.inspect(found)}`);
  }

  function isTime(time) {
    return (typeof time === 'number' && time >= 0) || (typeof kit.plainText(time) === 'string' && TIME.test(time));
  }

  function start(callback, delay, values, repeat) {
    if (typeof callback !== 'function') {
      throw new TypeError(`expected a function, found ${kit.inspect(callback)}`);
    }
    if (delay !== undefined && Number.isNaN(Number(delay))) {
      throw new TypeError(`expected milliseconds as a number, found ${kit.inspect(delay)}`);
    }
    const id = ++last;
    const wait = Math.max(0, Number(delay) || 0);
    timers.set(id, { callback, values, wait, repeat, owner: kit.owner });
    host.timer(id, wait);
    return id;
  }

  function stop(id) {
    if (timers.delete(id)) {
      host.cancelTimer(id);
    }
  }

  /** Called from outside when a timer is due. */
  function due(id) {
    const timer = timers.get(id);
    if (!timer) {
      return;
    }
    if (timer.repeat) {
      host.timer(id, timer.wait);
    } else {
      timers.delete(id);
    }
    kit.asOwner(timer.owner, () => timer.callback(...timer.values));
  }

  /** Calls a handler for the one that has made it, who may be over by now. */
  kit.asOwner = (made, handler) => {
    const { owner } = kit;
    kit.owner = made;
    try {
      return handler();
    } catch (error) {
      return kit.failedInTimer(error, owner);
    } finally {
      kit.owner = owner;
    }
  };

  /** Tests charge an error in a timer or a listener to the test that has made it. */
  kit.failedInTimer = (error) => {
    throw error;
  };

  /** Returns whether a timer made by this owner after that one is left; for a test that has to end. */
  kit.hasTimerSince = (owner, id) => [...timers].some(([each, timer]) => each > id && timer.owner === owner);
  kit.lastTimer = () => last;

  /** The same for what is still to come once; what only limits a wait is not. */
  kit.hasMoreToCome = (owner, id) =>
    [...timers].some(([each, timer]) => each > id && timer.owner === owner && !timer.repeat && !timer.isLimit);

  /** Rejects all waits, so that what follows them can clean up. */
  kit.giveUpWaits = (error) => {
    kit.giveUpCalls(error);
    [...waits].forEach((giveUp) => giveUp(error));
  };
  kit.isWaiting = () => kit.isCalling() || waits.size > 0;

  class AbortSignal {
    #reason;
    #aborted = false;
    #listeners = new Set();
    onabort = null;

    get aborted() {
      return this.#aborted;
    }

    get reason() {
      return this.#reason;
    }

    throwIfAborted() {
      if (this.#aborted) {
        throw this.#reason;
      }
    }

    addEventListener(type, listener) {
      if (type === 'abort') {
        this.#listeners.add(listener);
      }
    }

    removeEventListener(type, listener) {
      this.#listeners.delete(listener);
    }

    static _abort(signal, reason) {
      if (signal.#aborted) {
        return;
      }
      signal.#aborted = true;
      signal.#reason = reason ?? new AbortError();
      const event = { type: 'abort', target: signal };
      for (const listener of [...signal.#listeners]) {
        listener.call(signal, event);
      }
      signal.onabort?.(event);
    }

    static abort(reason) {
      const signal = new AbortSignal();
      abort(signal, reason);
      return signal;
    }

    static timeout(time) {
      const signal = new AbortSignal();
      const wait = required(time);
      const id = start(() => abort(signal, new TimeoutError(`aborted after ${wait} ms`)), wait, [], false);
      timers.get(id).isLimit = true;
      host.background(id);
      return signal;
    }

    static any(signals) {
      const any = new AbortSignal();
      for (const each of signals) {
        if (each.aborted) {
          abort(any, each.reason);
        }
        each.addEventListener('abort', () => abort(any, each.reason));
      }
      return any;
    }
  }

  const abort = AbortSignal._abort;
  delete AbortSignal._abort;

  class AbortController {
    signal = new AbortSignal();

    abort(reason) {
      abort(this.signal, reason);
    }
  }

  /** Waits; handlers and timers run meanwhile. */
  function sleep(time, given) {
    const { signal } = kit.options('Waiting', given);
    const end = host.now() + required(time);
    signal?.throwIfAborted();
    for (let left = end - host.now(); left > 0; left = end - host.now()) {
      kit.open(host.pump(signal ? Math.min(left, 20) : left));
      signal?.throwIfAborted();
    }
  }

  sleep.async = async (time, given) => {
    const { signal } = kit.options('Waiting', given);
    const wait = required(time);
    return kit.abortable(signal, (resolve) => {
      const id = start(resolve, wait, [], false);
      return () => stop(id);
    });
  };

  /** Makes a promise that its signal can reject, and giveUpWaits; `begin` returns what gives the wait up. */
  kit.abortable = (signal, begin) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      let giveUp = () => {};
      const end = () => {
        waits.delete(abandon);
        signal?.removeEventListener('abort', onAbort);
      };
      const abandon = (error) => {
        end();
        giveUp();
        reject(error);
      };
      const onAbort = () => abandon(signal.reason);
      const settled = (settle) => (value) => {
        end();
        settle(value);
      };
      waits.add(abandon);
      signal?.addEventListener('abort', onAbort);
      giveUp = begin(settled(resolve), settled(reject)) ?? giveUp;
    });

  Object.assign(kit, { millis, isTime, due });
  Object.assign(api, { sleep });
  Object.assign(kit.globals, {
    setTimeout: (callback, delay, ...values) => start(callback, delay, values, false),
    setInterval: (callback, delay, ...values) => start(callback, Math.max(1, delay || 0), values, true),
    clearTimeout: stop,
    clearInterval: stop,
    setImmediate: (callback, ...values) => start(callback, 0, values, false),
    clearImmediate: stop,
    AbortController,
    AbortSignal,
    performance: { now: () => host.now() },
  });
}
