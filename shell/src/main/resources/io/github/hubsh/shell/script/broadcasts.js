// Broadcasts: handlers, waiting for one, and the async iterator. The outside posts each broadcast to the script's queue.
(kit) => {
  'use strict';

  const { host, open, millis } = kit;
  const { UsageError, TimeoutError } = kit.errors;
  const subscriptions = new Map();
  const TYPES = ['connect_request', 'connect_reply', 'execute_request', 'execute_reply'];
  const MAX_QUEUED_BROADCASTS = 10_000;
  let last = 0;

  /** Listens until the returned function is called. */
  function subscribe(connection, type, filter, handler) {
    const id = ++last;
    const where = typeof filter.where === 'string' ? filter.where : '';
    const test = typeof filter.where === 'function' ? filter.where : undefined;
    const fields = ['command', 'status'].filter((key) => filter[key] !== undefined);
    const { owner } = kit;
    subscriptions.set(id, { handler, owner, accepts: (m) => fields.every((key) => m[key] === filter[key]) && (!test || test(m)) });
    try {
      open(host.listen(id, connection, type ?? '', filter.source ?? '', filter.target ?? '', where));
    } catch (failed) {
      subscriptions.delete(id);
      throw failed;
    }
    const off = () => {
      if (subscriptions.delete(id)) {
        host.unlisten(id);
      }
    };
    subscriptions.get(id).off = off;
    return off;
  }

  /** Called from outside with a broadcast, or with the failure that ends the listening. */
  function heard(id, text) {
    const subscription = subscriptions.get(id);
    if (subscription) {
      const { owner } = subscription;
      const handled = kit.asOwner(owner, () => handle(subscription, text));
      if (handled instanceof Promise) {
        handled.catch((error) => kit.asOwner(owner, () => {
          throw error;
        }));
      }
    }
  }

  function handle(subscription, text) {
    if (text[0] === '!') {
      subscription.off();
      return subscription.failed ? subscription.failed(kit.failure(text.slice(1))) : open(text);
    }
    const message = open(text);
    return subscription.accepts(message) ? subscription.handler(message) : undefined;
  }

  function checkType(type, types) {
    if (!types.includes(type)) {
      throw new UsageError(`there are no broadcasts ${kit.inspect(type)}; there are ${TYPES.join(', ')} and * for all`);
    }
  }

  kit.on = (connection, type, filter, handler) => {
    if (typeof filter === 'function') {
      return kit.on(connection, type, {}, filter);
    }
    checkType(type, [...TYPES, '*']);
    kit.aFunction(handler, `to handle ${type}`);
    return subscribe(connection, type === '*' ? '' : type, kit.options('MessageFilter', filter ?? {}, 'filter'), handler);
  };

  kit.off = (handler) => {
    const found = [...subscriptions.values()].filter((each) => each.handler === handler);
    found.forEach((each) => each.off());
    return found.length > 0;
  };

  /** Returns an async iterator over broadcasts; it ends after `count`, after `for`, or when its loop is left. */
  kit.tail = (connection, given) => {
    const { type, count = Infinity, for: limit, signal, ...filter } = kit.options('TailOptions', given);
    if (type !== undefined) {
      checkType(type, TYPES);
    }
    signal?.throwIfAborted();
    const queue = [];
    let wake = () => {};
    let ended = false;
    let error;
    let taken = 0;
    let lost = 0;
    const tellLost = () => {
      if (lost > 0) {
        host.print('warn', `a loop over broadcasts has missed ${lost}`);
        lost = 0;
      }
    };
    const end = () => {
      ended = true;
      off();
      tellLost();
      kit.globals.clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      wake();
    };
    const onAbort = () => {
      error = signal.reason;
      end();
    };
    const off = subscribe(connection, type, filter, (message) => {
      if (queue.length < MAX_QUEUED_BROADCASTS) {
        queue.push(message);
      } else if (++lost === 1) {
        host.print('warn', `a loop over broadcasts is more than ${MAX_QUEUED_BROADCASTS} behind: it misses what comes now`);
      }
      wake();
    });
    subscriptions.get(last).failed = (failed) => {
      error = failed;
      end();
    };
    const timer = limit === undefined ? undefined : kit.globals.setTimeout(end, millis(limit));
    signal?.addEventListener('abort', onAbort);
    return {
      async next() {
        while (queue.length === 0 && !ended && taken < count) {
          await kit.abortable(undefined, (resolve) => void (wake = resolve));
        }
        if (error) {
          throw error;
        }
        if (queue.length === 0 || taken >= count) {
          end();
          return { done: true, value: undefined };
        }
        if (++taken >= count) {
          end();
        }
        const value = queue.shift();
        if (queue.length === 0) {
          tellLost();
        }
        return { done: false, value };
      },
      async return(value) {
        end();
        return { done: true, value };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  };

  /** Waits for plugins to be registered, or for a broadcast: waitFor('pump'), waitFor('execute_reply', {command}). */
  kit.waitFor = (hub, what, ...rest) => {
    const { begin, ended, options } = waiter(hub, what, rest);
    options.signal?.throwIfAborted();
    const state = begin();
    const end = host.now() + options.limit;
    try {
      while (!ended(state)) {
        if (host.now() >= end) {
          throw tooLate(what, options.limit);
        }
        kit.api.sleep(Math.min(options.pause, Math.max(1, end - host.now())), { signal: options.signal });
      }
      return state.value;
    } finally {
      state.off?.();
    }
  };

  kit.waitForAsync = async (hub, what, ...rest) => {
    const { begin, ended, options } = waiter(hub, what, rest);
    options.signal?.throwIfAborted();
    const state = begin();
    const end = host.now() + options.limit;
    try {
      while (!ended(state)) {
        if (host.now() >= end) {
          throw tooLate(what, options.limit);
        }
        await kit.api.sleep.async(options.pause, { signal: options.signal });
      }
      return state.value;
    } finally {
      state.off?.();
    }
  };

  function waiter(hub, what, rest) {
    if (TYPES.includes(what)) {
      const [filter, given] = rest;
      const { timeout, signal } = kit.options('PatienceOptions', given);
      return {
        begin() {
          const state = {};
          state.off = hub.on(what, filter, (message) => (state.value ??= message));
          return state;
        },
        ended: (state) => state.value !== undefined,
        options: { limit: millis(timeout, 30_000), pause: 10, signal },
      };
    }
    const { timeout, signal } = kit.options('PatienceOptions', rest[0]);
    const names = Array.isArray(what) ? what : [what];
    names.forEach((each) => kit.text(each, 'a plugin, or a type of broadcast,'));
    return {
      begin: () => ({ value: what }),
      ended: () => {
        const there = new Set(hub.plugins().map((each) => each.name));
        return names.every((name) => there.has(name));
      },
      options: { limit: millis(timeout, 30_000), pause: 100, signal },
    };
  }

  function tooLate(what, limit) {
    return new TimeoutError(`${kit.inspect(what)} did not come within ${limit / 1000} s`);
  }

  Object.assign(kit, { heard });
}
