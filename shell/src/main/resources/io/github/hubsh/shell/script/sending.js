// Values on their way out, as the texts that values.js describes. What would arrive as something else is refused, with its
// place in the arguments.
(kit) => {
  'use strict';

  const { TAG, PythonValue, REPLY, isUnwritable, originOf, origins, pandas } = kit;
  const { UsageError } = kit.errors;
  const REFUSED = new Set(['RegExp', 'WeakMap', 'WeakSet', 'WeakRef', 'Generator', 'AsyncGenerator', 'SharedArrayBuffer',
    'FinalizationRegistry']);
  const NAMESPACES = new Set(['Atomics', 'Intl', 'JSON', 'Math', 'Reflect', 'WebAssembly']);
  const MAX_PLAIN_DEPTH = 100;
  const MAX_EXACT = Number.MAX_SAFE_INTEGER;
  const ESCAPED_TAG = JSON.stringify(TAG).slice(1, -1);
  const DTYPES = {
    Int8Array: 'int8',
    Uint8ClampedArray: 'uint8',
    Int16Array: 'int16',
    Uint16Array: 'uint16',
    Int32Array: 'int32',
    Uint32Array: 'uint32',
    BigInt64Array: 'int64',
    BigUint64Array: 'uint64',
    Float16Array: 'float16',
    Float32Array: 'float32',
    Float64Array: 'float64',
  };

  /** The name that the engine gives a kind of object: Date, RegExp, Int8Array. */
  function kindOf(object) {
    return Object.prototype.toString.call(object).slice(8, -1);
  }

  function dtypeOfView(view) {
    const kind = kindOf(view);
    return kind === 'Uint8Array' ? 'uint8' : DTYPES[kind];
  }

  function latin1(view) {
    const all = view instanceof ArrayBuffer
      ? new Uint8Array(view)
      : new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    const parts = [];
    for (let i = 0; i < all.length; i += 4096) {
      parts.push(String.fromCharCode.apply(null, all.subarray(i, i + 4096)));
    }
    return parts.join('');
  }

  /** One value on its way: where the walk is, and whether it has met something that JSON has no notation for. */
  class Sending {
    isTagged = false;
    #place = [];
    #around = [];
    #strict;

    constructor(strict) {
      this.#strict = strict;
    }

    value(value) {
      if (isPlain(value)) {
        return value;
      }
      switch (typeof value) {
        case 'number':
          return isInexact(value) ? this.#tag('n', String(BigInt(value))) : this.#tag('f', Object.is(value, -0) ? '-0' : String(value));
        case 'bigint':
          return this.#tag('n', String(value));
        case 'function':
        case 'symbol':
          throw this.#refusal(`a ${typeof value}`);
        default:
          return this.#object(value);
      }
    }

    #object(object) {
      if (isUnwritable(object)) {
        if (this.#strict) {
          throw this.#refusal(nameOf(object));
        }
        return this.#tag('x', this.#seen(object));
      }
      if (typeof object[kit.SHOWN] === 'string') {
        throw this.#refusal(object[kit.SHOWN]);
      }
      if (object === globalThis || isNamespace(object)) {
        throw this.#refusal(object === globalThis ? 'globalThis' : kindOf(object));
      }
      const maker = Object.getPrototypeOf(object);
      return maker === Object.prototype || maker === Array.prototype ? this.#container(object) : this.#instance(object);
    }

    /** What cannot be sent goes to the shell as what it is, so that it is refused there too. */
    #seen(object) {
      return PythonValue.is(object) ? object.toString() : Array.isArray(object) ? this.#items(object) : this.#properties(object);
    }

    #instance(object) {
      if (PythonValue.is(object)) {
        return origins.has(object) ? this.#tag('o', object.toString(), origins.get(object)) : object.toString();
      }
      if (object instanceof Date) {
        if (Number.isNaN(object.getTime())) {
          throw this.#refusal('an invalid Date');
        }
        return this.#tag('t', object.toISOString());
      }
      if (object instanceof Number || object instanceof String || object instanceof Boolean || object instanceof BigInt) {
        return this.value(object.valueOf());
      }
      if (object instanceof ArrayBuffer || ArrayBuffer.isView(object)) {
        return this.#binary(object);
      }
      this.#refuse(object);
      return this.#container(object);
    }

    #binary(view) {
      const dtype = DTYPES[kindOf(view)];
      if (dtype !== undefined) {
        return this.#tag('a', latin1(view), dtype);
      }
      const origin = origins.get(view);
      const content = this.#tag('b', latin1(view));
      return origin === undefined ? content : this.#tag('o', content, origin);
    }

    #refuse(object) {
      if (object instanceof Promise) {
        throw this.#refusal('a promise', ': await it first');
      }
      const kind = kindOf(object);
      if (REFUSED.has(kind) || kind.endsWith('Iterator') || kind.startsWith('Intl.')) {
        throw this.#refusal(`${/^[AI]/.test(kind) ? 'an' : 'a'} ${kind}`);
      }
    }

    #container(object) {
      if (this.#around.includes(object)) {
        throw this.#refusal('a value that contains itself');
      }
      this.#around.push(object);
      const parts = this.#parts(object);
      this.#around.pop();
      return parts;
    }

    #parts(object) {
      const origin = originOf(object);
      if (origin !== undefined) {
        return this.#tag('o', Array.isArray(object) ? this.#items(object) : this.#properties(object), origin);
      }
      if (Array.isArray(object)) {
        return this.#items(object);
      }
      if (Object.getPrototypeOf(object) !== Object.prototype) {
        if (object instanceof Set) {
          return this.#set([...object]);
        }
        if (object instanceof Map) {
          return this.#map([...object]);
        }
        if (object instanceof Error) {
          return { name: object.name, message: object.message };
        }
      }
      if (typeof object.toJSON === 'function') {
        return this.value(object.toJSON(String(this.#place.at(-1) ?? '')));
      }
      if (Object.hasOwn(object, TAG)) {
        return this.#pairs('m', Object.entries(object));
      }
      const parts = this.#properties(object);
      return pandas.has(object) ? this.#tag('p', parts) : parts;
    }

    /** A Map of other keys than texts is a dict with those. */
    #map(entries) {
      if (entries.every(([key]) => typeof key === 'string')) {
        return entries.some(([key]) => key === TAG) ? this.#pairs('m', entries) : this.#properties(Object.fromEntries(entries));
      }
      const odd = entries.find(([key]) => key === undefined || !isHashable(key));
      if (odd) {
        throw this.#refusal(`${kit.inspect(odd[0])} as a key`);
      }
      return this.#pairs('d', entries);
    }

    #set(elements) {
      const odd = elements.find((each) => !isHashable(each));
      if (odd !== undefined) {
        throw this.#refusal(`${kit.inspect(odd)} as an element of a Set`);
      }
      return this.#tag('s', this.#items(elements));
    }

    #pairs(kind, entries) {
      return this.#tag(kind, entries.map(([key, each]) => [this.value(key), this.#at(key, each)]));
    }

    #items(items) {
      if (Array.isArray(items) && Array.prototype.every.call(items, isPlain)) {
        return items;
      }
      return Array.from(items, (each, i) => this.#at(i, each));
    }

    #properties(object) {
      if (Object.values(object).every(isPlain)) {
        return object;
      }
      const parts = Object.create(null);
      for (const key of Object.keys(object)) {
        parts[key] = this.#at(key, object[key]);
      }
      return parts;
    }

    #at(key, each) {
      if (isPlain(each)) {
        return each;
      }
      this.#place.push(key);
      const part = this.value(each);
      this.#place.pop();
      return part;
    }

    #tag(...parts) {
      this.isTagged = true;
      return { [TAG]: parts };
    }

    #refusal(what, remedy = '') {
      const place = this.#place
        .map((key, i) => (typeof key === 'string' ? (i === 0 ? '' : '.') + key : `[${kit.plainText(key)}]`))
        .join('');
      return new UsageError(`${what} cannot be sent${place === '' ? '' : ` (at ${place})`}${remedy}`);
    }
  }

  /** Math and its like have functions that JSON does not see: they would go as an empty object. */
  function isNamespace(object) {
    return object[Symbol.toStringTag] !== undefined && NAMESPACES.has(kindOf(object));
  }

  /** JSON writes such an integer with digits that it does not have. */
  function isInexact(value) {
    return Math.abs(value) > MAX_EXACT && Math.abs(value) < 1e21;
  }

  /** Returns whether JSON writes it as it is: most values are numbers and texts. */
  function isPlain(value) {
    switch (typeof value) {
      case 'string':
      case 'boolean':
      case 'undefined':
        return true;
      case 'number':
        return value === 0 ? 1 / value > 0 : (value <= MAX_EXACT && value >= -MAX_EXACT) || (value - value === 0 && !isInexact(value));
      default:
        return value === null;
    }
  }

  function nameOf(unwritable) {
    const { __class__: type, __global__: name } = unwritable;
    return name ?? (type ? `an object of the class ${type}` : 'a value that no pickle can hold');
  }

  function isHashable(key) {
    return key === null || typeof key !== 'object' || PythonValue.is(key) || key instanceof Date || origins.has(key);
  }

  /** Writes a value for the outside; undefined is an empty text. `strict` refuses what a peer would take for something else. */
  function encode(value, { strict = false } = {}) {
    const plain = plainJson(value);
    return plain === undefined ? rewritten(new Sending(strict), value) : '=' + plain;
  }

  /**
   * Returns whether JSON writes a value with all its parts as it is, so that no walk has to rewrite it. Objects that this
   * is not sure of are left to the walk; so is one that may contain itself.
   */
  function isPlainTree(value, depth) {
    if (value === null || typeof value !== 'object') {
      return isPlain(value);
    }
    if (depth > MAX_PLAIN_DEPTH || (kit.hasMarks && isMarked(value))) {
      return false;
    }
    const maker = Object.getPrototypeOf(value);
    if (maker === Object.prototype) {
      return isOwnData(value) && arePlainTrees(Object.values(value), depth + 1);
    }
    return maker === Array.prototype && arePlainTrees(value, depth + 1);
  }

  function isOwnData(value) {
    return value[kit.SHOWN] === undefined
      && value.toJSON === undefined
      && value[Symbol.toStringTag] === undefined
      && value !== globalThis;
  }

  /** Loops by index, and calls nothing for most elements: a call costs an interpreter ten times what it looks at here. */
  function arePlainTrees(values, depth) {
    const { length } = values;
    for (let i = 0; i < length; i++) {
      const value = values[i];
      const isPlainLeaf = typeof value === 'number' ? value > 0 && value <= MAX_EXACT : typeof value === 'string';
      if (!isPlainLeaf && !isPlainTree(value, depth)) {
        return false;
      }
    }
    return true;
  }

  function isMarked(object) {
    return origins.has(object) || pandas.has(object) || object[REPLY] !== undefined || isUnwritable(object);
  }

  /** A key that looks like a tag is rare, and found in the text. */
  function plainJson(value) {
    const text = isPlainTree(value, 0) ? JSON.stringify(value) : undefined;
    return text?.includes(ESCAPED_TAG) ? undefined : text;
  }

  function rewritten(sending, value) {
    try {
      const text = JSON.stringify(sending.value(value));
      return text === undefined ? '' : (sending.isTagged ? '~' : '=') + text;
    } catch (wrong) {
      throw wrong instanceof RangeError ? new UsageError('a value of so many levels cannot be sent') : wrong;
    }
  }

  Object.assign(kit, { encode, dtypeOfView });
}
