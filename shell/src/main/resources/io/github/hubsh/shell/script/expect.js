// expect(value).toEqual(…) and its like. What does not hold throws an AssertionError that knows what was expected.
(kit) => {
  'use strict';

  const { equal, contains, close } = kit;
  const { AssertionError, UsageError } = kit.errors;
  const soft = [];
  // The stack of an error that is a part of a value would be taken for that of the failure.
  const inspect = (value) => kit.inspect(value).replace(/\n\s+at [^\n]*/g, '');

  /** Each returns whether it holds, and what was expected in words; `pair` is what a diff is made of. */
  const matchers = {
    toBe: (actual, expected) => result(Object.is(actual, kit.plainText(expected)), inspect(expected), [expected, actual]),
    toEqual: (actual, expected) => result(equal(actual, expected), inspect(expected), [expected, actual]),
    toStrictEqual: (actual, expected) => result(equal(actual, expected, true), inspect(expected), [expected, actual]),
    toMatchObject: (actual, part) => result(contains(actual, part), `an object with ${inspect(part)}`, [part, actual]),
    toBeCloseTo: (actual, number, digits = 2) => result(isNumber(actual) && close(actual, number, digits), `about ${number} (${digits} digits)`),
    toBeNull: (actual) => result(actual === null, 'null'),
    toBeUndefined: (actual) => result(actual === undefined, 'undefined'),
    toBeDefined: (actual) => result(actual !== undefined, 'a value'),
    toBeTruthy: (actual) => result(Boolean(actual), 'a truthy value'),
    toBeFalsy: (actual) => result(!actual, 'a falsy value'),
    toBeNaN: (actual) => result(Number.isNaN(actual), 'NaN'),
    toBeGreaterThan: (actual, limit) => result(isNumber(actual) && actual > limit, `more than ${inspect(limit)}`),
    toBeGreaterThanOrEqual: (actual, limit) => result(isNumber(actual) && actual >= limit, `at least ${inspect(limit)}`),
    toBeLessThan: (actual, limit) => result(isNumber(actual) && actual < limit, `less than ${inspect(limit)}`),
    toBeLessThanOrEqual: (actual, limit) => result(isNumber(actual) && actual <= limit, `at most ${inspect(limit)}`),
    toBeInstanceOf: (actual, type) => result(actual instanceof type, `a ${type.name}`),
    toBeTypeOf: (actual, type) => result(typeof actual === type, `a ${type}`),
    toBeOneOf: (actual, choices) => result([...choices].some((each) => equal(actual, each)), `one of ${inspect(choices)}`),
    toContain: (actual, part) =>
      result(typeof actual === 'string' ? actual.includes(part) : parts(actual).includes(part), `something with ${inspect(part)}`),
    toContainEqual: (actual, part) => result(parts(actual).some((each) => equal(each, part)), `something with ${inspect(part)}`),
    toHaveLength: (actual, length) => ({
      ...result(actual?.length === length, `a length of ${length}`),
      found: `found ${actual?.length}: ${inspect(actual)}`,
    }),
    toHaveProperty(actual, path, ...values) {
      const keys = Array.isArray(path) ? path : String(path).split('.');
      const has = keys.reduce((at, key) => (at.found && at.value != null && key in Object(at.value)
        ? { found: true, value: at.value[key] }
        : { found: false }), { found: true, value: actual });
      return result(has.found && (values.length === 0 || equal(has.value, values[0])),
        `a property ${keys.join('.')}${values.length ? ` of ${inspect(values[0])}` : ''}`);
    },
    toMatch: (actual, pattern) =>
      result(typeof actual === 'string' && (typeof pattern === 'string' ? actual.includes(pattern) : new RegExp(pattern).test(actual)), `text matching ${inspect(pattern)}`),
    toSatisfy: (actual, test) => result(Boolean(test(actual)), `something that satisfies ${test.name || 'the function'}`),
    toThrow(actual, wanted) {
      if (typeof actual !== 'function') {
        throw new UsageError('toThrow needs a function: expect(() => …).toThrow(…)');
      }
      return thrown(caught(actual), wanted);
    },
  };

  function result(holds, expected, pair) {
    return { holds, expected, pair };
  }

  /** null is no number here, though JavaScript finds it as great as 0. */
  function isNumber(value) {
    return typeof value === 'number' || typeof value === 'bigint';
  }

  /** What holds nothing has no parts: that is a failure of the test, not an error in it. */
  function parts(value) {
    return typeof value?.[Symbol.iterator] === 'function' ? [...value] : [];
  }

  function caught(action) {
    try {
      const value = action();
      if (value instanceof Promise) {
        throw new UsageError('the function returns a promise: await expect(promise).rejects.toThrow(…)');
      }
      return { value };
    } catch (error) {
      if (error instanceof UsageError && /await expect/.test(error.message)) {
        throw error;
      }
      return { error };
    }
  }

  function thrown(outcome, wanted) {
    const threw = 'error' in outcome;
    const found = threw ? `${describe(outcome.error)} was thrown` : `nothing was thrown; it gave ${inspect(outcome.value)}`;
    return { ...result(threw && fits(outcome.error, wanted), `${expectation(wanted)} to be thrown`), found };
  }

  function describe(error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : inspect(error);
  }

  function fits(error, wanted) {
    if (wanted === undefined) {
      return true;
    }
    if (typeof wanted === 'function') {
      return error instanceof wanted;
    }
    const message = error instanceof Error ? error.message : String(error);
    if (typeof wanted === 'string') {
      return message.includes(wanted);
    }
    return wanted instanceof RegExp ? wanted.test(message) : contains(error, wanted instanceof Error ? { message: wanted.message } : wanted);
  }

  function expectation(wanted) {
    if (wanted === undefined) {
      return 'an error';
    }
    return typeof wanted === 'function' ? wanted.name : `an error with ${inspect(wanted)}`;
  }

  function check(found, matcher, name, values, { negated, isSoft, hint }) {
    const actual = kit.plainText(found);
    const outcome = matcher(actual, ...values);
    if (outcome.holds !== negated) {
      return;
    }
    const text = outcome.found ?? `found ${describe(actual)}`;
    const message = `${hint ? `${hint}: ` : ''}expected ${negated ? 'not ' : ''}${outcome.expected}, ${text}`;
    const error = new AssertionError(message);
    error.details = {
      matcher: name,
      expected: (negated ? 'not ' : '') + outcome.expected,
      actual: inspect(actual),
      diff: outcome.pair && !negated ? kit.diff(...outcome.pair) : [],
    };
    Object.defineProperty(error, 'details', { enumerable: false });
    fail(error, isSoft);
  }

  function fail(error, isSoft) {
    if (!isSoft) {
      throw error;
    }
    soft.push(error);
  }

  function expectation_(actual, mode) {
    const all = {};
    for (const [name, matcher] of Object.entries(matchers)) {
      all[name] = (...values) => check(actual, matcher, name, values, mode);
    }
    Object.defineProperty(all, 'not', { get: () => expectation_(actual, { ...mode, negated: !mode.negated }) });
    Object.defineProperty(all, 'resolves', { get: () => later(actual, mode, false) });
    Object.defineProperty(all, 'rejects', { get: () => later(actual, mode, true) });
    return all;
  }

  /** The same matchers for what a promise gives, or what it is rejected with. */
  function later(promise, mode, rejects) {
    const all = {};
    for (const [name, matcher] of Object.entries(matchers)) {
      all[name] = async (...values) => {
        const outcome = await Promise.resolve(promise).then((value) => ({ value }), (error) => ({ error }));
        if (name === 'toThrow') {
          return check(outcome, (each, wanted) => thrown(each, wanted), name, values, mode);
        }
        if (rejects !== 'error' in outcome) {
          return fail(new AssertionError(rejects
            ? `expected a rejection, found ${inspect(outcome.value)}`
            : `expected a value, found the rejection ${describe(outcome.error)}`), mode.isSoft);
        }
        return check(rejects ? outcome.error : outcome.value, matcher, name, values, mode);
      };
    }
    Object.defineProperty(all, 'not', { get: () => later(promise, { ...mode, negated: !mode.negated }, rejects) });
    return all;
  }

  const expect = (actual, hint) => expectation_(actual, { negated: false, isSoft: false, hint });
  expect.soft = (actual, hint) => expectation_(actual, { negated: false, isSoft: true, hint });
  expect.fail = (message = 'this should not be reached') => {
    throw new AssertionError(message);
  };
  Object.assign(expect, kit.standIns);

  /** Returns what has failed softly since this was asked last. */
  kit.takeSoft = () => soft.splice(0);
  Object.assign(kit.api, { expect });
}
