// structuredClone, as the standard has it; a copy of what came from outside is as much a tuple or a table.
(kit) => {
  'use strict';

  const ERRORS = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

  function clone(value, seen) {
    if (typeof value === 'function' || typeof value === 'symbol') {
      throw Object.assign(new Error(`${kit.inspect(value)} could not be cloned.`), { name: 'DataCloneError' });
    }
    if (value === null || typeof value !== 'object' || kit.PythonValue.is(value)) {
      return value;
    }
    if (!seen.has(value)) {
      const copy = begun(value, seen);
      seen.set(value, copy);
      fill(value, copy, (part) => clone(part, seen));
    }
    return seen.get(value);
  }

  /** Returns the copy, without the parts that may contain the value itself. */
  function begun(value, seen) {
    if (value instanceof Date) {
      return new Date(value);
    }
    if (value instanceof RegExp) {
      return new RegExp(value.source, value.flags);
    }
    if (value instanceof Error) {
      return new (ERRORS[value.name] ?? Error)(value.message);
    }
    if (value instanceof Number || value instanceof String || value instanceof Boolean || value instanceof BigInt) {
      return Object(value.valueOf());
    }
    if (value instanceof ArrayBuffer) {
      return value.slice(0);
    }
    if (value instanceof DataView) {
      return new DataView(clone(value.buffer, seen), value.byteOffset, value.byteLength);
    }
    if (ArrayBuffer.isView(value)) {
      return kit.keepOrigin(value, value.slice());
    }
    if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet || value instanceof WeakRef) {
      throw Object.assign(new Error(`${kit.inspect(value)} could not be cloned.`), { name: 'DataCloneError' });
    }
    const copy = value instanceof Map ? new Map() : value instanceof Set ? new Set() : Array.isArray(value) ? Array(value.length) : {};
    return kit.keepOrigin(value, copy);
  }

  function fill(value, copy, part) {
    if (value instanceof Map) {
      value.forEach((each, key) => copy.set(part(key), part(each)));
    } else if (value instanceof Set) {
      value.forEach((each) => copy.add(part(each)));
    } else if (value instanceof Error) {
      const more = { stack: value.stack, ...(Object.hasOwn(value, 'cause') ? { cause: part(value.cause) } : {}) };
      for (const [key, each] of Object.entries(more)) {
        Object.defineProperty(copy, key, { value: each, writable: true, configurable: true });
      }
    } else if (Array.isArray(value) || isPlain(copy)) {
      for (const key of Object.keys(value)) {
        Object.defineProperty(copy, key, { value: part(value[key]), writable: true, enumerable: true, configurable: true });
      }
    }
  }

  function isPlain(copy) {
    return Object.getPrototypeOf(copy) === Object.prototype;
  }

  kit.globals.structuredClone = (value) => clone(value, new Map());
}
