// Values on their way in. They travel as JSON; what JSON has no notation for (integers beyond 2^53, NaN, bytes) is an object
// with the one key TAG, and a text that holds any such thing begins with '~' instead of '='. A text that begins with '!' is
// a failure. What JavaScript has no notion of (a date, a tuple, a table) brings along what it was, and goes back as that
// while the script has not changed it.
(kit) => {
  'use strict';

  const TAG = '\u0001';
  const MIN_FORGETTING = 10_000;
  const pandas = new WeakSet();
  const origins = new WeakMap();
  const unwritable = new WeakSet();

  /** What { ...reply } takes along, so that the copy is still known as one of the reply. */
  const REPLY = Symbol('reply');
  const UNWRITABLE = Symbol('unwritable');
  const texts = new Map();
  let limit = MIN_FORGETTING;

  /** A value of Python that is seen as its text: a UUID, a date, a Decimal. One value is one object, so that === holds. */
  class PythonValue extends String {
    #mark;

    /** A proxy may refuse to be looked at; this does not ask it. */
    static is(value) {
      return typeof value === 'object' && value !== null && #mark in value;
    }
  }

  /** Reads a text from outside; throws the failure that it may be. */
  function open(text) {
    switch (text[0]) {
      case '=':
        return JSON.parse(text.slice(1));
      case '~':
        return untagged(JSON.parse(text.slice(1)));
      case '!':
        throw kit.failure(text.slice(1));
      default:
        return undefined;
    }
  }

  function untagged(value) {
    if (value === null || typeof value !== 'object') {
      return value;
    }
    if (Object.hasOwn(value, TAG)) {
      return special(...value[TAG]);
    }
    for (const key of Object.keys(value)) {
      const part = value[key];
      if (part !== null && typeof part === 'object') {
        value[key] = untagged(part);
      }
    }
    return value;
  }

  function special(kind, content, origin) {
    switch (kind) {
      case 'n':
        return BigInt(content);
      case 'f':
        return Number(content);
      case 'b':
        return bytes(content);
      case 'm':
        return Object.fromEntries(content.map(untagged));
      case 'p':
        return table(untagged(content));
      case 'x':
        return refused(untagged(content));
      default:
        return foreign(untagged(content), origin);
    }
  }

  function foreign(value, origin) {
    if (typeof value === 'string') {
      return pythonValue(value, origin);
    }
    origins.set(value, origin);
    mark(value, origin);
    return value;
  }

  function mark(value, what) {
    kit.hasMarks = true;
    if (Object.getPrototypeOf(value) === Object.prototype) {
      value[REPLY] = what;
    }
  }

  /** Returns what a value, or the reply that it was spread from, was when it came. */
  function originOf(value) {
    const copied = value[REPLY];
    return origins.get(value) ?? (typeof copied === 'string' ? copied : undefined);
  }

  function isUnwritable(value) {
    return unwritable.has(value) || value[REPLY] === UNWRITABLE;
  }

  function table(shape) {
    pandas.add(shape);
    kit.hasMarks = true;
    return shape;
  }

  /** What no pickle can hold can be looked at, but not be sent. */
  function refused(seen) {
    const value = typeof seen === 'string' ? Object.freeze(new PythonValue(seen)) : seen;
    unwritable.add(value);
    mark(value, UNWRITABLE);
    return value;
  }

  function pythonValue(text, origin) {
    const known = texts.get(origin)?.deref();
    if (known !== undefined) {
      return known;
    }
    const made = Object.freeze(new PythonValue(text));
    origins.set(made, origin);
    texts.set(origin, new WeakRef(made));
    if (texts.size > limit) {
      forgetTexts();
    }
    return made;
  }

  function forgetTexts() {
    for (const [origin, made] of texts) {
      if (made.deref() === undefined) {
        texts.delete(origin);
      }
    }
    limit = Math.max(MIN_FORGETTING, texts.size * 2);
  }

  /** Returns the text of a value that is seen as one; anything else as it is. */
  function plainText(value) {
    return typeof value !== 'string' && PythonValue.is(value) ? value.toString() : value;
  }

  function bytes(latin1) {
    const all = new Uint8Array(latin1.length);
    for (let i = 0; i < all.length; i++) {
      all[i] = latin1.charCodeAt(i);
    }
    return all;
  }

  /** A copy of what came from outside is as much a tuple, a table, or what cannot be sent. */
  function keepOrigin(value, copy) {
    if (origins.has(value)) {
      origins.set(copy, origins.get(value));
    }
    for (const kind of [pandas, unwritable]) {
      if (kind.has(value)) {
        kind.add(copy);
      }
    }
    if (value[REPLY] !== undefined) {
      mark(copy, value[REPLY]);
    }
    return copy;
  }

  Object.assign(kit, {
    hasMarks: false, TAG, PythonValue, REPLY, isUnwritable, keepOrigin, open, originOf, origins, pandas, plainText,
  });
  Object.assign(kit.api, { PythonValue });
}
