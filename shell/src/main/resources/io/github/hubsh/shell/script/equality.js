// When two values are the same to an expectation: what Jest calls equal, and nothing that differs in a way Jest overlooks.
(kit) => {
  'use strict';

  const MATCHES = Symbol('matches');
  // What cannot be looked into is equal to itself only.
  const OPAQUE = new Set(['Promise', 'WeakMap', 'WeakSet', 'WeakRef', 'Generator', 'AsyncGenerator']);
  const LOOSE = 'loose';
  const STRICT = 'strict';
  const PART = 'part';

  /** Returns whether two values look the same, a value of Python as its text; `strict` tells undefined properties and classes apart. */
  const equal = (actual, expected, strict = false) => compared(actual, expected, strict ? STRICT : LOOSE, []);

  /** Returns whether a value has everything that another one has. */
  const contains = (actual, expected) => compared(actual, expected, PART, []);

  function compared(found, wanted, mode, path) {
    const actual = kit.plainText(found);
    const expected = kit.plainText(wanted);
    if (isStandIn(expected)) {
      return expected[MATCHES](actual);
    }
    if (isStandIn(actual)) {
      return actual[MATCHES](expected);
    }
    if (Object.is(actual, expected)) {
      return true;
    }
    if (!isObject(actual) || !isObject(expected)) {
      return false;
    }
    const met = path.find(([a, b]) => a === actual || b === expected);
    if (met) {
      const isPair = met[0] === actual && met[1] === expected;
      return mode === PART ? isPair && equal(actual, expected) : isPair;
    }
    return same(actual, expected, mode, [...path, [actual, expected]]);
  }

  const isStandIn = (value) => typeof value?.[MATCHES] === 'function';
  const isObject = (value) => typeof value === 'object' && value !== null;

  /** Array, Date, Map, Uint8Array, …; every class of a script's own is an Object. */
  const kind = (value) => Object.prototype.toString.call(value).slice(8, -1);

  function same(actual, expected, mode, path) {
    if (mode === PART && kind(expected) === 'Object') {
      return kit.keys(expected).every((key) => key in actual && compared(actual[key], expected[key], mode, path));
    }
    if (kind(actual) !== kind(expected) || (mode === STRICT && !isSameClass(actual, expected))) {
      return false;
    }
    const byKind = sameOfKind(actual, expected, mode, path);
    return byKind ?? sameParts(actual, expected, mode, path);
  }

  /** An array of a class of its own is as good as any. */
  function isSameClass(actual, expected) {
    return Array.isArray(actual) || Object.getPrototypeOf(actual) === Object.getPrototypeOf(expected);
  }

  /** Returns undefined where a value is no more than its properties. */
  function sameOfKind(actual, expected, mode, path) {
    switch (kind(expected)) {
      case 'Number':
      case 'String':
      case 'Boolean':
      case 'BigInt':
      case 'Symbol':
        return Object.is(actual.valueOf(), expected.valueOf());
      case 'Date':
        // As in Jest, an invalid date is not even equal to another.
        return Number(actual) === Number(expected);
      case 'RegExp':
        return String(actual) === String(expected);
      case 'Error':
        return actual.message === expected.message;
      case 'Map':
        return sameElements([...actual], [...expected], mode, path);
      case 'Set':
        return sameElements([...actual], [...expected], mode, path);
      case 'ArrayBuffer':
        return sameItems(new Uint8Array(actual), new Uint8Array(expected));
      case 'DataView':
        return sameItems(bytesOf(actual), bytesOf(expected));
      default:
        return OPAQUE.has(kind(expected)) ? false : ArrayBuffer.isView(expected) ? sameItems(actual, expected) : undefined;
    }
  }

  const bytesOf = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

  function sameItems(actual, expected) {
    return actual.length === expected.length && expected.every((each, i) => Object.is(actual[i], each));
  }

  /** Compares without an order; each element has one counterpart. Most often the orders agree. */
  function sameElements(actual, expected, mode, path) {
    if (actual.length !== expected.length) {
      return false;
    }
    const left = [...expected];
    return actual.every((each) => {
      const index = left.findIndex((other) => compared(each, other, mode, path));
      left.splice(index, index < 0 ? 0 : 1);
      return index >= 0;
    });
  }

  function sameParts(actual, expected, mode, path) {
    const isStrict = mode === STRICT;
    const present = (value) => kit.keys(value).filter((key) => isStrict || value[key] !== undefined);
    const wanted = present(expected);
    return present(actual).length === wanted.length
      && (!isStrict || !Array.isArray(actual) || actual.length === expected.length)
      && wanted.every((key) => Object.hasOwn(actual, key) && compared(actual[key], expected[key], mode, path));
  }

  Object.assign(kit, { equal, contains, isObject, kind, MATCHES });
}
