// expect.extend and expect.poll, and what holds both: a promise of an expectation that no test awaits is a failure.
(kit) => {
  'use strict';

  const { host, api, matchers, millis, standIns } = kit;
  const { expect } = api;
  const { AssertionError, UsageError } = kit.errors;
  const unawaited = new Set();

  /** Knows whether anything waits for it. */
  class Expectation extends Promise {
    /** What comes of it is an ordinary promise. */
    static get [Symbol.species]() {
      return Promise;
    }

    then(...handlers) {
      unawaited.delete(this);
      return super.then(...handlers);
    }
  }

  /** Returns a promise that fails its test if it is not awaited. */
  kit.mustAwait = (promise, what) => {
    const made = new Expectation((resolve, reject) => promise.then(resolve, reject));
    made.what = what;
    made.here = String(new Error().stack);
    unawaited.add(made);
    return made;
  };

  /** Called when the body of a test has ended. */
  kit.failUnawaited = () => {
    const [left] = unawaited;
    unawaited.clear();
    if (left) {
      const error = new UsageError(`${left.what} has to be awaited: write await before it`);
      error.stack = left.here;
      throw error;
    }
  };

  kit.forgetUnawaited = () => unawaited.clear();

  function options(given) {
    const { timeout, interval, message } = kit.options('PollOptions', given);
    return { limit: millis(timeout, 5000), pause: millis(interval, 100), hint: message };
  }

  /** Asks again until the matcher holds or the test has to end; an error of the function is one more reason to ask again. */
  async function polled(probe, name, values, { limit, pause, hint }, negated, here) {
    const end = host.now() + limit;
    for (let polls = 1; ; polls++) {
      try {
        const value = await probe();
        await kit.check(value, matchers[name], name, values, { negated, isSoft: false, hint });
        return;
      } catch (error) {
        if (error instanceof UsageError || kit.currentTest?.isGivenUp || host.now() + pause > end) {
          throw last(error, limit, polls, here);
        }
      }
      await api.sleep.async(pause);
    }
  }

  /** Returns the error of the last attempt, at the line that asked. */
  function last(error, limit, polls, here) {
    if (!(error instanceof Error)) {
      return error;
    }
    if (!(error instanceof UsageError)) {
      error.message += ` (after ${limit / 1000} s, ${polls} ${polls === 1 ? 'poll' : 'polls'})`;
    }
    if (error instanceof AssertionError) {
      error.stack = here;
    }
    return error;
  }

  function poller(probe, settings, negated) {
    const all = {};
    for (const name of Object.keys(matchers)) {
      all[name] = (...values) => {
        kit.expectations(kit.expectations() + 1);
        const here = String(new Error().stack);
        return kit.mustAwait(polled(probe, name, values, settings, negated, here), `expect.poll(…).${name}`);
      };
    }
    Object.defineProperty(all, 'not', { get: () => poller(probe, settings, !negated) });
    return all;
  }

  expect.poll = (probe, given = {}) => {
    if (typeof probe !== 'function') {
      throw new UsageError(`expect.poll needs a function: expect.poll(() => …), found ${kit.inspect(probe)}`);
    }
    return poller(probe, options(given), false);
  };

  /** What a matcher of a script's own finds as `this`. */
  function self({ negated }) {
    const shown = (value) => kit.inspect(value);
    return {
      isNot: negated === true,
      equals: (actual, expected) => kit.equal(actual, expected),
      utils: {
        stringify: shown,
        printReceived: shown,
        printExpected: shown,
        diff: (expected, actual) => kit.diff(expected, actual).join('\n'),
      },
    };
  }

  /** What a matcher returned, as those of expect.js return it. */
  function outcome(name, values, returned) {
    if (typeof returned?.pass !== 'boolean') {
      throw new UsageError(`the matcher ${name} returns { pass: true or false, message: () => '…' }, found ${kit.inspect(returned)}`);
    }
    const expected = `${name}(${values.map((each) => kit.inspect(each)).join(', ')})`;
    const message = typeof returned.message === 'function' ? returned.message() : returned.message;
    return {
      holds: returned.pass,
      expected,
      message: message === undefined ? undefined : String(message),
      pair: 'expected' in returned ? [returned.expected, returned.actual] : undefined,
    };
  }

  expect.extend = (added) => {
    for (const [name, matcher] of Object.entries(added)) {
      if (typeof matcher !== 'function') {
        throw new UsageError(`the matcher ${name} has to be a function, found ${kit.inspect(matcher)}`);
      }
      matchers[name] = function (actual, ...values) {
        const returned = matcher.call(self(this), actual, ...values);
        return typeof returned?.then === 'function'
          ? Promise.resolve(returned).then((each) => outcome(name, values, each))
          : outcome(name, values, returned);
      };
      addStandIn(name, matcher);
    }
  };

  /** The same matcher inside of a value that is expected: expect.toBeEven(). */
  function addStandIn(name, matcher) {
    const make = (values, negated) => [
      `${negated ? 'not ' : ''}${name}(${values.map((each) => kit.inspect(each)).join(', ')})`,
      (value) => outcome(name, values, matcher.call(self({ negated }), value, ...values)).holds !== negated,
    ];
    expect[name] = (...values) => kit.standIn(...make(values, false));
    standIns.not[name] = (...values) => kit.standIn(...make(values, true));
  }
}
