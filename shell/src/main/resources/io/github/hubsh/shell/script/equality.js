// When two values are the same to an expectation, and the stand-ins for values that are not known exactly.
(kit) => {
  'use strict';

  const MATCHES = Symbol('matches');

  /** Returns whether two values look the same, a value of Python as its text; `strict` tells undefined properties and classes apart. */
  function equal(found, wanted, strict = false, path = []) {
    const actual = kit.plainText(found);
    const expected = kit.plainText(wanted);
    if (typeof expected?.[MATCHES] === 'function') {
      return expected[MATCHES](actual);
    }
    if (Object.is(actual, expected)) {
      return true;
    }
    if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null) {
      return false;
    }
    if (path.some(([a, b]) => a === actual && b === expected)) {
      return true;
    }
    return same(actual, expected, strict, [...path, [actual, expected]]);
  }

  /** Array, Date, Map, Uint8Array, …; every class of a script's own is an Object. */
  function kind(value) {
    return Object.prototype.toString.call(value);
  }

  function same(actual, expected, strict, path) {
    if (kind(actual) !== kind(expected)) {
      return false;
    }
    if (strict && Object.getPrototypeOf(actual) !== Object.getPrototypeOf(expected)) {
      return false;
    }
    if (expected instanceof Date) {
      return Object.is(Number(actual), Number(expected));
    }
    if (expected instanceof RegExp) {
      return String(actual) === String(expected);
    }
    if (expected instanceof Error) {
      return actual.message === expected.message;
    }
    if (expected instanceof Map || expected instanceof Set) {
      return equal([...actual], [...expected], strict, path);
    }
    const keys = (value) => Object.keys(value).filter((key) => strict || value[key] !== undefined);
    const wanted = keys(expected);
    return keys(actual).length === wanted.length
      && (!Array.isArray(actual) || actual.length === expected.length)
      && wanted.every((key) => Object.hasOwn(actual, key) && equal(actual[key], expected[key], strict, path));
  }

  /** Returns whether a value has everything that another one has. */
  function contains(actual, expected) {
    if (typeof expected?.[MATCHES] === 'function' || typeof expected !== 'object' || expected === null) {
      return equal(actual, expected);
    }
    if (Array.isArray(expected)) {
      return Array.isArray(actual)
        && actual.length === expected.length
        && expected.every((each, i) => contains(actual[i], each));
    }
    if (kind(expected) !== '[object Object]') {
      return equal(actual, expected);
    }
    return typeof actual === 'object'
      && actual !== null
      && Object.keys(expected).every((key) => key in actual && contains(actual[key], expected[key]));
  }

  function standIn(text, matches) {
    const stand = { [MATCHES]: matches };
    Object.defineProperty(stand, kit.SHOWN, { value: text });
    return stand;
  }

  const isOf = (value, type) => {
    const primitive = { String: 'string', Number: 'number', Boolean: 'boolean', BigInt: 'bigint', Function: 'function' };
    return typeof value === primitive[type.name] || value instanceof type || (type === Object && typeof value === 'object');
  };
  const close = (actual, expected, digits) =>
    actual === expected || Math.abs(Number(actual) - Number(expected)) < 10 ** -digits / 2;
  const shown = (values) => values.map(kit.inspect).join(', ');

  const makers = {
    any: (type) => [`any ${type.name}`, (value) => isOf(value, type)],
    objectContaining: (part) => [`object containing ${kit.inspect(part)}`, (value) => contains(value, part)],
    arrayContaining: (parts) => [
      `array containing ${shown(parts)}`,
      (value) => Array.isArray(value) && parts.every((part) => value.some((each) => equal(each, part))),
    ],
    stringContaining: (part) => [`text containing ${kit.inspect(part)}`, (value) => typeof value === 'string' && value.includes(part)],
    stringMatching: (pattern) => [`text matching ${pattern}`, (value) => typeof value === 'string' && new RegExp(pattern).test(value)],
    closeTo: (number, digits = 2) => [`about ${number}`, (value) => typeof value === 'number' && close(value, number, digits)],
  };

  const standIns = { anything: () => standIn('anything', (value) => value !== null && value !== undefined), not: {} };
  for (const [name, maker] of Object.entries(makers)) {
    standIns[name] = (...values) => standIn(...maker(...values));
    standIns.not[name] = (...values) => {
      const [text, matches] = maker(...values);
      return standIn(`not ${text}`, (value) => !matches(value));
    };
  }

  Object.assign(kit, { equal, contains, close, isOf, standIns });
}
