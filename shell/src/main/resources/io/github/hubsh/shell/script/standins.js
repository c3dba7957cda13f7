// The stand-ins for values that an expectation does not know exactly: expect.any(Number) and its like.
(kit) => {
  'use strict';

  const { equal, isObject, kind, keys, MATCHES } = kit;
  const { UsageError } = kit.errors;
  const PRIMITIVES = { String: 'string', Number: 'number', Boolean: 'boolean', BigInt: 'bigint', Symbol: 'symbol', Function: 'function' };

  function isOf(value, type) {
    if (type === Object) {
      return typeof value === 'object';
    }
    return typeof value === PRIMITIVES[type.name] || value instanceof type;
  }

  const isText = (value) => typeof value === 'string' || kind(value) === 'String';
  const shown = (values) => values.map(kit.inspect).join(', ');

  /** As Jest counts it: below half a unit of the last digit. Infinity is close to itself. */
  const close = (actual, expected, digits) => actual === expected || Math.abs(actual - expected) < 10 ** -digits / 2;

  function need(holds, what, found) {
    if (!holds) {
      throw new UsageError(`${what}, found ${kit.inspect(found)}`);
    }
  }

  /** Of each: what it stands for, whether a value is that, and, where it matters, of which values it can be asked at all. */
  const makers = {
    any(type) {
      need(typeof type === 'function', 'expect.any needs a class such as Number', type);
      return [`any ${type.name}`, (value) => isOf(value, type)];
    },
    objectContaining(part) {
      need(isObject(part), 'expect.objectContaining needs an object', part);
      return [
        `object containing ${kit.inspect(part)}`,
        (value) => keys(part).every((key) => key in value && equal(value[key], part[key])),
        (value) => isObject(value) && !Array.isArray(value),
      ];
    },
    arrayContaining(parts) {
      need(Array.isArray(parts), 'expect.arrayContaining needs an array', parts);
      return [
        `array containing ${shown(parts)}`,
        (value) => Array.isArray(value) && parts.every((part) => value.some((each) => equal(each, part))),
      ];
    },
    arrayOf: (part) => [
      `array of ${kit.inspect(part)}`,
      (value) => Array.isArray(value) && value.every((each) => equal(each, part)),
    ],
    stringContaining(part) {
      need(isText(part), 'expect.stringContaining needs a text', part);
      return [`text containing ${kit.inspect(part)}`, (value) => isText(value) && value.includes(part)];
    },
    stringMatching(pattern) {
      need(isText(pattern) || kind(pattern) === 'RegExp', 'expect.stringMatching needs a text or a regular expression', pattern);
      return [`text matching ${pattern}`, (value) => isText(value) && new RegExp(pattern).test(value)];
    },
    closeTo(number, digits = 2) {
      need(typeof number === 'number', 'expect.closeTo needs a number', number);
      need(typeof digits === 'number', 'expect.closeTo needs a number of digits', digits);
      return [`about ${number}`, (value) => close(value, number, digits), (value) => typeof value === 'number'];
    },
  };

  function standIn(text, matches) {
    const stand = { [MATCHES]: matches };
    Object.defineProperty(stand, kit.SHOWN, { value: text });
    return stand;
  }

  const standIns = { anything: () => standIn('anything', (value) => value !== null && value !== undefined), not: {} };
  for (const [name, maker] of Object.entries(makers)) {
    standIns[name] = (...values) => {
      const [text, matches, applies = () => true] = maker(...values);
      return standIn(text, (value) => applies(value) && matches(value));
    };
    standIns.not[name] = (...values) => {
      const [text, matches, applies = () => true] = maker(...values);
      return standIn(`not ${text}`, (value) => applies(value) && !matches(value));
    };
  }

  Object.assign(kit, { close, standIn, standIns });
}
