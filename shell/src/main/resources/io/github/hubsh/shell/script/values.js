// Values on their way in and out. They travel as JSON; what JSON has no notation for (integers beyond 2^53, NaN, bytes,
// dates) is an object with the one key TAG, and a text that holds any such thing begins with '~' instead of '='.
// A text that begins with '!' is a failure. What JavaScript has no notion of (a tuple, a table) brings along what it was,
// and goes back as that while the script has not changed it.
(kit) => {
  'use strict';

  const TAG = '\u0001';
  const pandas = new WeakSet();
  const origins = new WeakMap();
  const { UsageError } = kit.errors;

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
      default:
        return foreign(untagged(content), origin);
    }
  }

  function foreign(value, origin) {
    if (origin !== '') {
      origins.set(value, origin);
    } else if (!Array.isArray(value)) {
      pandas.add(value);
    }
    return value;
  }

  function bytes(latin1) {
    const all = new Uint8Array(latin1.length);
    for (let i = 0; i < all.length; i++) {
      all[i] = latin1.charCodeAt(i);
    }
    return all;
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

  /** Writes a value for the outside. */
  function encode(value) {
    if (value === undefined) {
      return '';
    }
    let tagged = false;
    const tag = (...parts) => {
      tagged = true;
      return { [TAG]: parts };
    };
    function plain(key, part) {
      const original = this[key];
      switch (typeof original) {
        case 'number':
          return Number.isFinite(part) && !Object.is(part, -0) ? part : tag('f', Object.is(part, -0) ? '-0' : String(part));
        case 'bigint':
          return tag('n', String(original));
        case 'function':
        case 'symbol':
          throw new UsageError(`a ${typeof original} cannot be sent${key === '' ? '' : ` (at ${key})`}`);
        case 'object':
          if (typeof original?.[kit.SHOWN] === 'string') {
            throw new UsageError(`${original[kit.SHOWN]} cannot be sent${key === '' ? '' : ` (at ${key})`}`);
          }
          return original === null || key === TAG ? part : object(original, part);
        default:
          return part;
      }
    }
    function object(original, part) {
      const origin = origins.get(original);
      if (Array.isArray(original)) {
        return origin === undefined ? part : tag('o', [...original], origin);
      }
      if (origin !== undefined) {
        return tag('o', { ...original }, origin);
      }
      if (Object.hasOwn(original, TAG)) {
        return tag('m', Object.entries(original));
      }
      if (original instanceof Date) {
        return tag('t', original.toISOString());
      }
      if (original instanceof ArrayBuffer || ArrayBuffer.isView(original)) {
        return tag('b', latin1(original));
      }
      if (original instanceof Map) {
        return Object.fromEntries(original);
      }
      if (original instanceof Set) {
        return [...original];
      }
      if (original instanceof Error) {
        return { name: original.name, message: original.message };
      }
      if (original instanceof Promise) {
        throw new UsageError('a promise cannot be sent: await it first');
      }
      return pandas.has(original) ? tag('p', { ...original }) : part;
    }
    const text = written(value, plain);
    return text === undefined ? '' : (tagged ? '~' : '=') + text;
  }

  function written(value, replacer) {
    try {
      return JSON.stringify(value, replacer);
    } catch (wrong) {
      throw wrong instanceof TypeError ? new UsageError('a value that contains itself cannot be sent') : wrong;
    }
  }

  /** Makes a pandas Series of an object (labels to values), or of an array. */
  function series(data, { name, dtype, index, indexName } = {}) {
    const list = Array.isArray(data);
    const labels = index ?? (list ? data.map((_, i) => i) : Object.keys(data));
    const values = list ? [...data] : Object.values(data);
    return shape({
      index: labels,
      values,
      index_dtype: index || !list ? dtypeOf(labels) : 'int64',
      dtype: dtype ?? dtypeOf(values),
      type: 'Series',
      ...(indexName ? { index_name: indexName } : {}),
      ...(name ? { name } : {}),
    });
  }

  /** Makes a pandas DataFrame of an object (columns to arrays), or of an array of row objects. */
  function frame(data, { index, indexName } = {}) {
    const rows = Array.isArray(data) ? data : transposed(data);
    const columns = Array.isArray(data) ? [...new Set(rows.flatMap((row) => Object.keys(row)))] : Object.keys(data);
    const labels = index ?? rows.map((_, i) => i);
    const isNumber = (value) => value == null || typeof value === 'number' || typeof value === 'bigint';
    const missing = columns.map((column) => (rows.every((row) => isNumber(row[column])) ? NaN : null));
    return shape({
      index: labels,
      values: rows.map((row) => columns.map((column, i) => row[column] ?? missing[i])),
      columns,
      index_dtype: index ? dtypeOf(labels) : 'int64',
      type: 'DataFrame',
      ...(indexName ? { index_name: indexName } : {}),
    });
  }

  function transposed(columns) {
    const names = Object.keys(columns);
    const length = Math.max(0, ...names.map((name) => columns[name].length));
    return Array.from({ length }, (_, i) => Object.fromEntries(names.map((name) => [name, columns[name][i]])));
  }

  function dtypeOf(values) {
    const all = (test) => values.length > 0 && values.every(test);
    if (all((each) => typeof each === 'boolean')) {
      return 'bool';
    }
    if (all((each) => isWithin(each, -(2n ** 63n), 2n ** 63n))) {
      return 'int64';
    }
    if (all((each) => isWithin(each, 0n, 2n ** 64n))) {
      return 'uint64';
    }
    return all((each) => typeof each === 'number' || each === null) ? 'float64' : 'object';
  }

  function isWithin(value, least, end) {
    return (typeof value === 'bigint' || Number.isInteger(value)) && value >= least && value < end;
  }

  function shape(object) {
    pandas.add(object);
    return object;
  }

  Object.assign(kit, { open, encode });
  Object.assign(kit.api, { series, frame });
}
