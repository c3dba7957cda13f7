// expect(value).toEqual(…) and its like. What does not hold throws an AssertionError that knows what was expected.
(kit) => {
  'use strict';

  const { equal, contains, close, isObject } = kit;
  const { AssertionError, UsageError } = kit.errors;
  const MAX_CHARACTERS = 2000;
  // Of a value whose difference is shown.
  const MAX_BESIDE_DIFF = 300;
  const MAX_DEPTH = 20;
  const soft = [];
  const MEANT = {
    toThrowError: "it is called 'toThrow'",
    toMatchInlineSnapshot: "'toMatchSnapshot' keeps the value in a file, 'toEqual' here",
    toThrowErrorMatchingSnapshot: "'toThrow' takes a text, or 'toMatchSnapshot' the error",
    toBeCalled: "it is called 'toHaveBeenCalled'",
    toBeCalledTimes: "it is called 'toHaveBeenCalledTimes'",
    toBeCalledWith: "it is called 'toHaveBeenCalledWith'",
    lastCalledWith: "it is called 'toHaveBeenLastCalledWith'",
    to: 'matchers are those of Jest, expect(value).toBe(expected)',
    be: 'matchers are those of Jest, expect(value).toBe(expected)',
  };
  const named = kit.strict((name) => `matcher '${name}'`, MEANT);
  let expectations = 0;
  // The stack of an error that is a part of a value would be taken for that of the failure.
  const inspect = (value) => bounded(visible(kit.inspect(value).replace(/\n\s+at [^\n]*/g, '')));

  function bounded(text) {
    return text.length <= MAX_CHARACTERS ? text : `${text.slice(0, MAX_CHARACTERS)}… (${text.length - MAX_CHARACTERS} more characters)`;
  }

  /** Blanks that are no space, and signs without a width, are the difference that is seen last. */
  function visible(text) {
    return text.replace(/(?![ \u200d])[\p{Cf}\p{Z}]/gu, escaped);
  }

  function escaped(sign) {
    return `\\u{${sign.codePointAt(0).toString(16)}}`;
  }

  /** Returns both texts so that they do not look the same, or what else is different. */
  function distinct(expected, found, name, [wanted, actual]) {
    if (expected.normalize() !== found.normalize()) {
      return [expected, found];
    }
    if (expected !== found) {
      return [expected, found].map((text) => text.replace(/[^\x00-\x7e]/gu, escaped));
    }
    const isSame = name === 'toBe' && equal(actual, wanted);
    return [expected, isSame ? 'another object with the same content, which toEqual compares' : `${found}, which only looks the same`];
  }

  /** Of an object only what the part names, for a difference that shows nothing else. */
  function asFarAs(actual, part, depth = 0) {
    if (depth > MAX_DEPTH || !isObject(actual) || !isObject(part) || kit.kind(actual) !== kit.kind(part)) {
      return actual;
    }
    if (Array.isArray(part)) {
      return Array.isArray(actual) ? actual.map((each, i) => asFarAs(each, part[i], depth + 1)) : actual;
    }
    if (Object.getPrototypeOf(part) !== Object.prototype || Object.getPrototypeOf(actual) !== Object.prototype) {
      return actual;
    }
    return Object.fromEntries(kit.keys(part).filter((key) => key in actual).map((key) => [key, asFarAs(actual[key], part[key], depth + 1)]));
  }

  /**
   * Each returns whether it holds, and what was expected in words; `pair` is what a diff is made of. What it cannot judge
   * at all is `wrong`, and fails the negation too: expect('10').not.toBeGreaterThan(9) would pass for a bad reason.
   */
  const matchers = {
    toBe: (actual, expected) => result(Object.is(actual, kit.plainText(expected)), inspect(expected), [expected, actual]),
    toEqual: (actual, expected) => result(equal(actual, expected), inspect(expected), [expected, actual]),
    toStrictEqual: (actual, expected) => result(equal(actual, expected, true), inspect(expected), [expected, actual]),
    toMatchObject: (actual, part) =>
      wrong(isObject(part), 'an object to look for', part) ?? wrong(isObject(actual), 'an object', actual)
      ?? result(contains(actual, part), `an object with ${inspect(part)}`, [part, asFarAs(actual, part)]),
    toBeCloseTo: (actual, number, digits = 2) =>
      wrong(typeof number === 'number', 'a number to compare with', number) ?? wrong(typeof actual === 'number', 'a number', actual)
      ?? result(close(actual, number, digits), `about ${number} (${digits} digits)`),
    toBeNull: plain((actual) => actual === null, 'null'),
    toBeUndefined: plain((actual) => actual === undefined, 'undefined'),
    toBeDefined: plain((actual) => actual !== undefined, 'a value'),
    toBeTruthy: plain((actual) => Boolean(actual), 'a truthy value'),
    toBeFalsy: plain((actual) => !actual, 'a falsy value'),
    toBeNaN: plain((actual) => Number.isNaN(actual), 'NaN'),
    toBeGreaterThan: ordered((actual, limit) => actual > limit, 'more than'),
    toBeGreaterThanOrEqual: ordered((actual, limit) => actual >= limit, 'at least'),
    toBeLessThan: ordered((actual, limit) => actual < limit, 'less than'),
    toBeLessThanOrEqual: ordered((actual, limit) => actual <= limit, 'at most'),
    toBeInstanceOf: (actual, type) =>
      wrong(typeof type === 'function', 'a class', type) ?? result(actual instanceof type, `a ${type.name}`),
    toBeTypeOf: (actual, type) => result(typeof actual === type, `a ${type}`),
    toBeOneOf: (actual, choices) => result([...choices].some((each) => equal(actual, each)), `one of ${inspect(choices)}`),
    toContain: (actual, part) =>
      (typeof actual === 'string'
        ? wrong(typeof part === 'string', 'a text to look for in a text', part)
        : wrong(isIterable(actual), 'a text or what has elements', actual))
      ?? result(typeof actual === 'string' ? actual.includes(part) : [...actual].some((each) => each === part), `something with ${inspect(part)}`),
    toContainEqual: (actual, part) =>
      wrong(isIterable(actual), 'what has elements', actual)
      ?? result([...actual].some((each) => equal(each, part)), `something with ${inspect(part)}`),
    toHaveLength: (actual, length) =>
      wrong(Number.isInteger(length) && length >= 0, 'a length as a whole number', length)
      ?? wrong(typeof actual?.length === 'number', 'what has a length', actual)
      ?? { ...result(actual.length === length, `a length of ${length}`), found: `found ${actual.length}: ${inspect(actual)}` },
    toHaveProperty(actual, path, ...values) {
      const isPath = typeof path === 'string' || (Array.isArray(path) && path.length > 0);
      return wrong(isPath, "a path such as 'a.b[0]' or ['a', 'b', 0]", path)
        ?? wrong(actual !== null && actual !== undefined, 'what has properties', actual)
        ?? property(actual, Array.isArray(path) ? path : keysOf(path), values);
    },
    toMatch: (actual, pattern) =>
      wrong(typeof pattern === 'string' || pattern instanceof RegExp, 'a text or a regular expression', pattern)
      ?? wrong(typeof actual === 'string', 'a text', actual)
      ?? result(typeof pattern === 'string' ? actual.includes(pattern) : new RegExp(pattern).test(actual), `text matching ${inspect(pattern)}`),
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

  function wrong(isRight, needed, found) {
    return isRight ? undefined : { wrong: `${needed}, found ${describe(found)}` };
  }

  /** A matcher without an argument, which none can be given to by mistake. */
  function plain(holds, expected) {
    return (actual, argument) => wrong(argument === undefined, 'no argument', argument) ?? result(holds(actual), expected);
  }

  function ordered(holds, words) {
    return (actual, limit) =>
      wrong(isNumber(limit), 'a number to compare with', limit) ?? wrong(isNumber(actual), 'a number', actual)
      ?? result(holds(actual, limit), `${words} ${inspect(limit)}`);
  }

  /** null is no number here, though JavaScript finds it as great as 0. */
  function isNumber(value) {
    return typeof value === 'number' || typeof value === 'bigint';
  }

  function isIterable(value) {
    return typeof value?.[Symbol.iterator] === 'function';
  }

  /** 'a.b[0]' is the path a, b, 0. */
  function keysOf(path) {
    return path.replace(/\[(\w+)\]/g, (_, index, at) => (at === 0 ? index : `.${index}`)).split('.');
  }

  function property(actual, keys, values) {
    const has = keys.reduce((at, key) => (at.found && at.value != null && key in Object(at.value)
      ? { found: true, value: at.value[key] }
      : { found: false }), { found: true, value: actual });
    return result(has.found && (values.length === 0 || equal(has.value, values[0])),
      `a property ${keys.map(String).join('.')}${values.length ? ` of ${inspect(values[0])}` : ''}`);
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

  /** A promise gives an error, or a function that may throw; any other value was not thrown. */
  function settled(value) {
    if (value instanceof Error) {
      return { error: value };
    }
    return typeof value === 'function' ? caught(value) : { value };
  }

  function thrown(outcome, wanted) {
    const needed = 'a class, a text, a regular expression or an error';
    const isWanted = wanted === undefined || typeof wanted === 'function' || typeof wanted === 'string' || isObject(wanted);
    const threw = 'error' in outcome;
    const found = threw ? `${describe(outcome.error)} was thrown` : `nothing was thrown; it gave ${inspect(outcome.value)}`;
    return wrong(isWanted, needed, wanted)
      ?? { ...result(threw && fits(outcome.error, wanted), `${expectation(wanted)} to be thrown`), found };
  }

  function fits(error, wanted) {
    if (wanted === undefined) {
      return true;
    }
    if (typeof wanted === 'function') {
      return error instanceof wanted;
    }
    const message = typeof error?.message === 'string' ? error.message : String(error);
    if (typeof wanted === 'string') {
      return message.includes(wanted);
    }
    if (wanted instanceof RegExp) {
      return new RegExp(wanted).test(message);
    }
    return wanted instanceof Error
      ? equal(messages(error), messages(wanted)) && (wanted.constructor === Error || !(error instanceof Error) || error instanceof wanted.constructor)
      : contains(error, wanted);
  }

  /** The message of an error and of all that caused it. */
  function messages(error) {
    const cause = error.cause;
    return [error.message, ...(cause instanceof Error ? messages(cause) : cause === undefined ? [] : [cause])];
  }

  function describe(error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : inspect(error);
  }

  function expectation(wanted) {
    if (wanted === undefined) {
      return 'an error';
    }
    return typeof wanted === 'function' ? wanted.name : `an error with ${inspect(wanted)}`;
  }

  /** Checks at once; a matcher of a script's own may be asynchronous, and gives a promise. */
  function check(found, matcher, name, values, mode) {
    const actual = kit.plainText(found);
    const outcome = matcher.call(mode, actual, ...values);
    if (outcome instanceof Promise) {
      const here = String(new Error().stack);
      return kit.mustAwait(outcome.then((each) => conclude(actual, each, name, mode, here)), `expect(…).${name}`);
    }
    return conclude(actual, outcome, name, mode);
  }

  function conclude(actual, outcome, name, { negated, isSoft, hint }, stack) {
    const prefix = hint ? `${hint}: ` : '';
    if (outcome.wrong !== undefined) {
      return fail(failure(`${prefix}${name} needs ${outcome.wrong}`, stack), isSoft);
    }
    if (outcome.holds !== negated) {
      return;
    }
    const diff = outcome.pair && !negated ? kit.diff(...outcome.pair).map(visible) : [];
    const sentence = outcome.message ?? `expected ${compared(actual, outcome, name, negated, diff)}`;
    const error = failure(prefix + sentence, stack);
    error.details = {
      matcher: name,
      expected: bounded((negated ? 'not ' : '') + outcome.expected),
      actual: inspect(actual),
      diff,
    };
    Object.defineProperty(error, 'details', { enumerable: false });
    fail(error, isSoft);
  }

  function compared(actual, { expected, found, pair }, name, negated, diff) {
    if (negated || found !== undefined || pair === undefined) {
      return `${negated ? 'not ' : ''}${expected}, ${found ?? `found ${describe(actual)}`}`;
    }
    const texts = distinct(expected, describe(actual), name, pair);
    return texts.map((text) => (diff.length > 0 && text.length > MAX_BESIDE_DIFF ? `${text.slice(0, MAX_BESIDE_DIFF)}…` : text)).join(', found ');
  }

  /** Without a stack of another place, it is here that something failed. */
  function failure(message, stack) {
    const error = new AssertionError(message);
    if (stack !== undefined) {
      error.stack = stack;
    }
    return error;
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
      all[name] = (...values) => {
        expectations++;
        return check(actual, matcher, name, values, mode);
      };
    }
    Object.defineProperty(all, 'not', { get: () => expectation_(actual, { ...mode, negated: !mode.negated }) });
    Object.defineProperty(all, 'resolves', { get: () => later(actual, mode, false) });
    Object.defineProperty(all, 'rejects', { get: () => later(actual, mode, true) });
    return Object.setPrototypeOf(all, named);
  }

  /** The same matchers for what a promise gives, or what it is rejected with. */
  function later(actual, mode, rejects) {
    const all = {};
    for (const [name, matcher] of Object.entries(matchers)) {
      const checked = async (...values) => {
        const promise = typeof actual === 'function' ? actual() : actual;
        if (typeof promise?.then !== 'function') {
          return fail(new AssertionError(`${rejects ? 'rejects' : 'resolves'} needs a promise, or a function that returns one, found ${inspect(promise)}`), mode.isSoft);
        }
        const outcome = await Promise.resolve(promise).then((value) => ({ value }), (error) => ({ error }));
        if (rejects !== 'error' in outcome) {
          return fail(new AssertionError(rejects ? unrejected(name, values, outcome)
            : `expected a value, found the rejection ${describe(outcome.error)}`), mode.isSoft);
        }
        const value = rejects ? outcome.error : outcome.value;
        return name === 'toThrow'
          ? check(settled(value), (each, wanted) => thrown(each, wanted), name, values, mode)
          : check(value, matcher, name, values, mode);
      };
      all[name] = (...values) => {
        expectations++;
        return kit.mustAwait(checked(...values), `expect(…).${rejects ? 'rejects' : 'resolves'}.${name}`);
      };
    }
    Object.defineProperty(all, 'not', { get: () => later(actual, { ...mode, negated: !mode.negated }, rejects) });
    return Object.setPrototypeOf(all, named);
  }

  function unrejected(name, [wanted], { value }) {
    return name === 'toThrow'
      ? `expected ${expectation(wanted)} to be thrown, nothing was thrown; it gave ${inspect(value)}`
      : `expected a rejection, found ${inspect(value)}`;
  }

  const expect = (actual, hint) => expectation_(actual, { negated: false, isSoft: false, hint });
  expect.soft = (actual, hint) => expectation_(actual, { negated: false, isSoft: true, hint });
  expect.fail = (message = 'this should not be reached') => {
    throw new AssertionError(message);
  };
  Object.assign(expect, kit.standIns);

  /** Returns how many expectations there were, or sets it. */
  kit.expectations = (count = expectations) => (expectations = count);

  /** Tests make a promise that nothing awaits a failure; a script without tests ends with an unhandled rejection. */
  kit.mustAwait ??= (promise) => promise;

  /** Returns what has failed softly since this was asked last. */
  kit.takeSoft = () => soft.splice(0);
  Object.assign(kit, { matchers, check });
  Object.assign(kit.api, { expect });
}
