// Calls that are remembered: fn() makes a function that knows its calls, a fake knows those of each of its commands, and
// the matchers of calls read both.
(kit) => {
  'use strict';

  const { api, equal, inspect, matchers } = kit;
  const { UsageError } = kit.errors;
  const MAX_SHOWN = 10;
  /** For a function or a fake: its calls and their results. */
  const logs = new WeakMap();
  /** For a function of fn(): how a fake calls it, which remembers the arguments only. */
  const invokers = new WeakMap();

  function newLog() {
    return { calls: [], results: [] };
  }

  /** Calls an implementation and remembers the call, also while it still runs. */
  function remember(log, recorded, call) {
    const result = { type: 'incomplete', value: undefined };
    log.calls.push(recorded);
    log.results.push(result);
    try {
      result.value = call();
      result.type = 'return';
      return result.value;
    } catch (error) {
      result.type = 'throw';
      result.value = error;
      throw error;
    }
  }

  /** Returns a function that remembers its calls; without an implementation it gives undefined. */
  function fn(implementation) {
    if (implementation !== undefined && typeof implementation !== 'function') {
      throw new UsageError(`expected fn() or fn(() => …), found ${inspect(implementation)}`);
    }
    const log = newLog();
    const state = { implementation, once: [], name: implementation?.name || 'fn' };
    const invoke = (self, recorded, passed) =>
      remember(log, recorded, () => (state.once.shift() ?? state.implementation)?.apply(self, passed));
    const made = function (...args) {
      return invoke(this, args, args);
    };
    logs.set(made, log);
    invokers.set(made, invoke);
    return Object.assign(made, controls(made, log, state, implementation));
  }

  function controls(made, log, state, original) {
    const next = (implementation) => {
      state.once.push(implementation);
      return made;
    };
    const always = (implementation) => {
      state.implementation = implementation;
      return made;
    };
    const clear = () => {
      log.calls.length = 0;
      log.results.length = 0;
      return made;
    };
    const restore = (implementation) => {
      state.once.length = 0;
      state.implementation = implementation;
      return clear();
    };
    return {
      mock: {
        get calls() {
          return log.calls;
        },
        get results() {
          return log.results;
        },
        get lastCall() {
          return log.calls[log.calls.length - 1];
        },
      },
      mockImplementation: always,
      mockImplementationOnce: next,
      mockReturnValue: (value) => always(() => value),
      mockReturnValueOnce: (value) => next(() => value),
      mockResolvedValue: (value) => always(() => Promise.resolve(value)),
      mockResolvedValueOnce: (value) => next(() => Promise.resolve(value)),
      mockRejectedValue: (error) => always(() => Promise.reject(error)),
      mockRejectedValueOnce: (error) => next(() => Promise.reject(error)),
      mockName(name) {
        state.name = String(name);
        return made;
      },
      getMockName: () => state.name,
      mockClear: clear,
      mockReset: () => restore(undefined),
      mockRestore: () => restore(original),
    };
  }

  /** Serves commands, and remembers who called which of them with what. */
  function fakeWithCalls(name, commands) {
    const all = newLog();
    const calls = [];
    const own = {};
    const served = Object.entries(commands ?? {}).map(([command, what]) => {
      const run = typeof what === 'function' ? what : what?.run;
      if (typeof run !== 'function') {
        return [command, what];
      }
      own[command] = remembering();
      const { mock: log } = own[command];
      const owner = typeof what === 'function' ? commands : what;
      const heard = (args, call) => {
        const entry = { command, args, source: call.source, time: new Date() };
        calls.push(entry);
        const invoke = invokers.get(run);
        const answer = () => (invoke ? invoke(owner, [args], [args, call]) : run.call(owner, args, call));
        return noted(entry, () => remember(all, [command, args], () => remember(log, [args], answer)));
      };
      return [command, typeof what === 'function' ? heard : { ...what, run: heard }];
    });
    const service = kit.serveIsolated(name, commands !== null && typeof commands === 'object' ? Object.fromEntries(served) : commands);
    Object.assign(service, { calls, commands: own });
    logs.set(service, all);
    return service;
  }

  /** Serves plugins of a recording; each remembers who called which of its commands with what. */
  function fakesWithCalls(file, given) {
    const fakes = new Map();
    const heard = (name, { command, args, source }) => {
      const { all, calls, own } = fakes.get(name);
      own[command] ??= remembering();
      calls.push({ command, args, source, time: new Date() });
      remember(all, [command, args], () => undefined);
      remember(logs.get(own[command]), [args], () => undefined);
    };
    return kit.serveRecordedIsolated(file, kit.options('RecordingOptions', given), heard).map(({ recorded, ...service }) => {
      const fake = { all: newLog(), calls: [], own: Object.fromEntries(recorded.map((command) => [command, remembering()])) };
      fakes.set(service.name, fake);
      logs.set(service, fake.all);
      return Object.assign(service, { calls: fake.calls, commands: fake.own });
    });
  }

  /** Returns a command of a fake. */
  function remembering() {
    const log = newLog();
    const known = () => undefined;
    logs.set(known, log);
    return Object.assign(known, { mock: log });
  }

  /** Keeps what the call gave, or the error that it ended with, in its entry. */
  function noted(entry, call) {
    const value = (given) => {
      entry.value = given;
      return given;
    };
    const error = (thrown) => {
      entry.error = thrown;
      throw thrown;
    };
    let given;
    try {
      given = call();
    } catch (thrown) {
      return error(thrown);
    }
    return typeof given?.then === 'function' ? given.then(value, error) : value(given);
  }

  function logOf(received, matcher) {
    const log = received !== null && (typeof received === 'object' || typeof received === 'function') && logs.get(received);
    if (!log) {
      throw new UsageError(`${matcher} needs fn(), a fake or one of its commands, found ${inspect(received)}`);
    }
    return log;
  }

  const shownCall = (args) => `(${args.map(inspect).join(', ')})`;

  function shownCalls({ calls }) {
    if (calls.length === 0) {
      return 'found no call';
    }
    const some = calls.slice(-MAX_SHOWN).map((args, i) => `${Math.max(0, calls.length - MAX_SHOWN) + i + 1}. ${shownCall(args)}`);
    const left = calls.length - some.length;
    return `found ${calls.length === 1 ? '1 call' : `${calls.length} calls`}: ${left > 0 ? `… ${left} before, ` : ''}${some.join(', ')}`;
  }

  /** A fake was called with a command; without arguments to compare, any do. */
  function fits(received, call, wanted) {
    return call !== undefined
      && (typeof received !== 'function' && wanted.length === 1 ? equal(call[0], wanted[0]) : equal(call, wanted));
  }

  function called(received, log, at, wanted, which) {
    return {
      holds: fits(received, at, wanted),
      expected: `${which} with ${shownCall(wanted)}`,
      found: shownCalls(log),
      pair: at === undefined ? undefined : [wanted, at],
    };
  }

  function counted(holds, expected, log) {
    return { holds, expected, found: shownCalls(log) };
  }

  /** What is no number of calls would let a negation pass for a bad reason, and so would an argument that is not read. */
  const needCount = (count, least = 0) =>
    Number.isInteger(count) && count >= least ? undefined : { wrong: `a whole number from ${least} on, found ${inspect(count)}` };
  const needNone = (rest) => (rest.length === 0 ? undefined : { wrong: `no argument, found ${inspect(rest[0])}` });

  function returned(log, which, wanted) {
    const done = log.results.filter((each) => each.type === 'return');
    const found = done.length === 0 ? 'nothing was returned' : `found ${done.slice(-MAX_SHOWN).map((each) => inspect(each.value)).join(', ')}`;
    const at = which === undefined ? done : [log.results[which]].filter((each) => each?.type === 'return');
    return { holds: at.some((each) => equal(each.value, wanted)), expected: `a call that returns ${inspect(wanted)}`, found };
  }

  const returns = (log) => log.results.filter((each) => each.type === 'return').length;
  const times = (count) => (count === 1 ? '1 call' : `${count} calls`);

  Object.assign(matchers, {
    toHaveBeenCalled(received, ...rest) {
      const log = logOf(received, 'toHaveBeenCalled');
      return needNone(rest) ?? counted(log.calls.length > 0, 'a call', log);
    },
    toHaveBeenCalledTimes(received, count) {
      const log = logOf(received, 'toHaveBeenCalledTimes');
      return needCount(count) ?? counted(log.calls.length === count, times(count), log);
    },
    toHaveBeenCalledOnce(received, ...rest) {
      const log = logOf(received, 'toHaveBeenCalledOnce');
      return needNone(rest) ?? counted(log.calls.length === 1, times(1), log);
    },
    toHaveBeenCalledWith(received, ...wanted) {
      const log = logOf(received, 'toHaveBeenCalledWith');
      const call = log.calls.find((each) => fits(received, each, wanted)) ?? (log.calls.length === 1 ? log.calls[0] : undefined);
      return called(received, log, call, wanted, 'a call');
    },
    toHaveBeenLastCalledWith(received, ...wanted) {
      const log = logOf(received, 'toHaveBeenLastCalledWith');
      return called(received, log, log.calls[log.calls.length - 1], wanted, 'the last call');
    },
    toHaveBeenNthCalledWith(received, number, ...wanted) {
      const log = logOf(received, 'toHaveBeenNthCalledWith');
      return needCount(number, 1) ?? called(received, log, log.calls[number - 1], wanted, `call ${number}`);
    },
    toHaveBeenCalledExactlyOnceWith(received, ...wanted) {
      const log = logOf(received, 'toHaveBeenCalledExactlyOnceWith');
      const outcome = called(received, log, log.calls[0], wanted, 'exactly one call');
      return { ...outcome, holds: outcome.holds && log.calls.length === 1 };
    },
    toHaveReturned(received, ...rest) {
      const log = logOf(received, 'toHaveReturned');
      return needNone(rest) ?? counted(returns(log) > 0, 'a call that returns', log);
    },
    toHaveReturnedTimes(received, count) {
      const log = logOf(received, 'toHaveReturnedTimes');
      return needCount(count) ?? { holds: returns(log) === count, expected: `${times(count)} that returned`, found: `found ${returns(log)}` };
    },
    toHaveReturnedWith: (received, value) => returned(logOf(received, 'toHaveReturnedWith'), undefined, value),
    toHaveLastReturnedWith(received, value) {
      const log = logOf(received, 'toHaveLastReturnedWith');
      return returned(log, log.results.length - 1, value);
    },
    toHaveNthReturnedWith(received, number, value) {
      const log = logOf(received, 'toHaveNthReturnedWith');
      return needCount(number, 1) ?? returned(log, number - 1, value);
    },
  });

  Object.assign(kit, { fakeWithCalls, fakesWithCalls });
  Object.assign(api, { fn });
}
