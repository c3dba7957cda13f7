// The options of all calls. options.json lists them with their types; hubsh.d.ts is made of the same list. A name or a type
// that the list does not have is an error: an option that is ignored makes a script do something else than it says.
(kit) => {
  'use strict';

  const { host } = kit;
  const { UsageError } = kit.errors;
  const NONE = Object.freeze({});
  const MAX_DISTANCE = 2;
  // Where other names are allowed, a short one is not taken for a mistake.
  const MIN_CERTAIN = 6;
  // What the language and tools ask any object for, to find out what it is.
  const ASKED = ['then', 'toJSON', 'asymmetricMatch', '$$typeof', 'nodeType', 'prototype'];
  const TYPES = {
    string: ['a text', (value) => typeof kit.plainText(value) === 'string'],
    boolean: ['true or false', (value) => typeof value === 'boolean'],
    number: ['a number', (value) => typeof value === 'number'],
    Count: ['a whole number from 0', (value) => value === Infinity || (Number.isInteger(value) && value >= 0)],
    Time: ["a time such as 250, '500ms', '5s' or '2m'", (value) => kit.isTime(value)],
    AbortSignal: ['an AbortSignal', (value) => value instanceof kit.globals.AbortSignal],
    MessageType: ['a type of broadcast', (value) => typeof value === 'string'],
  };
  const FUNCTION = ['a function', (value) => typeof value === 'function'];
  const ARRAY = ['an array', (value) => Array.isArray(value) || ArrayBuffer.isView(value)];
  const OBJECT = ['an object', (value) => value !== null && typeof value === 'object' && !ARRAY[1](value)];
  const ANY = ['a value', () => true];
  const known = new Map();
  let table;

  /** Returns the options of a call, checked; `what` is the word for one of them. */
  function options(kind, given, what = 'option') {
    if (given === undefined) {
      return NONE;
    }
    if (!OBJECT[1](given)) {
      throw new UsageError(`expected an object of ${what}s, found ${kit.inspect(given)}`);
    }
    const { types, open } = typesOf(kind);
    for (const key of Object.keys(given)) {
      const type = types.get(key);
      if (type !== undefined) {
        check(type, given[key], `${what} '${key}'`);
      } else if (!open || nearest(key, types)?.length >= MIN_CERTAIN) {
        throw unknown(key, types, what);
      }
    }
    return given;
  }

  function check(type, value, where) {
    if (value !== undefined && !type.some(([, fits]) => fits(value))) {
      throw new UsageError(`${where}: expected ${type.map(([name]) => name).join(' or ')}, found ${kit.inspect(value)}`);
    }
  }

  function unknown(key, types, what) {
    const near = nearest(key, types);
    const hint = near === undefined ? '' : ` (did you mean '${near}'?)`;
    return new UsageError(`there is no ${what} '${key}'${hint}; there are ${[...types.keys()].join(', ')}`);
  }

  function typesOf(kind) {
    if (!known.has(kind)) {
      table ??= JSON.parse(host.options());
      const types = new Map(own(kind).map(([name, [type]]) => [name, type.split(' | ').map(typeOf)]));
      known.set(kind, { types, open: table[kind].open === true });
    }
    return known.get(kind);
  }

  /** The options of a kind of its own stand before those that it has in common with others. */
  function own(kind) {
    const { options: listed, extends: others = [] } = table[kind];
    return [...Object.entries(listed), ...others.flatMap(own)];
  }

  function typeOf(text) {
    if (text.startsWith("'")) {
      return [text, (value) => value === text.slice(1, -1)];
    }
    if (text.includes('=>') || text === 'Handler') {
      return FUNCTION;
    }
    if (text.endsWith('[]')) {
      return ARRAY;
    }
    return text.startsWith('{') ? OBJECT : TYPES[text] ?? ANY;
  }

  /**
   * Returns a prototype that makes a name which an object lacks an error that says what was meant; `what` puts
   * such a name in words, `meant` has words for those of other tools. Names that the object has cost nothing more.
   */
  function strict(what, meant, before = Object.prototype) {
    return new Proxy(before, {
      get(_, key, asked) {
        if (typeof key !== 'string' || key in before || ASKED.includes(key)) {
          return before[key];
        }
        const near = nearestOf(key, Object.getOwnPropertyNames(asked));
        const hint = Object.hasOwn(meant, key) ? `: ${meant[key]}` : near === undefined ? '' : ` (did you mean '${near}'?)`;
        throw new UsageError(`there is no ${what(key)}${hint}`);
      },
    });
  }

  /** Returns the name that was probably meant. */
  function nearest(word, types) {
    return nearestOf(word, [...types.keys()]);
  }

  function nearestOf(word, names) {
    const same = word.toLowerCase();
    const ranked = names
      .map((name) => [distance(same, name.toLowerCase()), name])
      .filter(([far, name]) => far <= Math.min(MAX_DISTANCE, name.length / 2));
    return ranked.sort(([a], [b]) => a - b)[0]?.[1];
  }

  /** How many letters have to be inserted, left out or exchanged. */
  function distance(from, to) {
    let row = Array.from({ length: to.length + 1 }, (_, i) => i);
    for (let i = 1; i <= from.length; i++) {
      const above = row;
      row = [i];
      for (let j = 1; j <= to.length; j++) {
        row.push(Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1)));
      }
    }
    return row[to.length];
  }

  /** Returns an operand if it is a text; `what` says what it stands for. */
  function text(value, what) {
    const plain = kit.plainText(value);
    if (typeof plain !== 'string') {
      throw new UsageError(`expected ${what} as a text, found ${kit.inspect(value)}`);
    }
    return plain;
  }

  /** Returns the names of files, of which there is at least one; `what` says what one of them is. */
  function files(value, what) {
    const plain = kit.plainText(value);
    const all = Array.isArray(plain) ? plain.map(kit.plainText) : [plain];
    if (all.length === 0 || !all.every((each) => typeof each === 'string')) {
      throw new UsageError(`expected ${what} as a text, or a list of texts, found ${kit.inspect(value)}`);
    }
    return all;
  }

  function aFunction(value, what) {
    if (typeof value !== 'function') {
      throw new UsageError(`expected a function ${what}, found ${kit.inspect(value)}`);
    }
  }

  Object.assign(kit, { options, strict, text, files, aFunction });
}
