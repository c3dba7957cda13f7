// The globals of what is typed: the API is there without an import, and the shell's variables come and go.
(kit) => {
  'use strict';

  const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
  const MAX_NAMES = 300;
  const MAX_INNER = 50;
  const MAX_DEPTH = 2;
  const NAMESPACES = [
    'Array', 'BigInt', 'Date', 'Intl', 'JSON', 'Math', 'Number', 'Object', 'Promise', 'Reflect', 'String', 'Symbol',
  ];
  const OF_FUNCTIONS = ['length', 'name', 'prototype', 'arguments', 'caller'];
  let builtin;
  let look = '';

  /** Makes a variable of the shell a global, unless that name means something here already; returns it as it would leave. */
  function bring(name, text) {
    if (names().has(name)) {
      return '';
    }
    globalThis[name] = kit.open(text);
    return kit.encode(globalThis[name]);
  }

  /** Returns what was made here, as texts where it can leave. */
  function take() {
    const known = names();
    const made = Object.keys(globalThis).filter((name) => !known.has(name));
    const values = {};
    for (const name of made) {
      if (name !== '_') {
        value(name, values);
      }
    }
    return { names: made, values };
  }

  function value(name, values) {
    try {
      const text = kit.encode(globalThis[name]);
      if (text !== '' && typeof globalThis[name]?.[kit.SHOWN] !== 'string') {
        values[name] = text;
      }
    } catch {
      // It stays here.
    }
  }

  function names() {
    builtin ??= new Set(
      [...Object.getOwnPropertyNames(globalThis), ...Object.keys(kit.api)].filter((name) => !kit.pythonNames.has(name)));
    return builtin;
  }

  /** Tells the outside how a typed value turns out, as kit.finish does, and how it looks. */
  function finishShown(value) {
    if (value instanceof Promise) {
      value.then(show, kit.failed);
    } else {
      show(value);
    }
  }

  function show(value) {
    look = value === undefined || isTable(value) ? '' : kit.inspectHex(value);
    kit.host.done(sendable(value) ?? kit.encode(look));
  }

  /** What cannot leave can be looked at all the same. */
  function sendable(value) {
    try {
      return kit.encode(value);
    } catch {
      return undefined;
    }
  }

  /** A list of flat objects is a table of the shell. */
  function isTable(value) {
    return Array.isArray(value) && value.length > 0 && value.every((row) => isFlat(row));
  }

  function isFlat(row) {
    return row !== null && typeof row === 'object' && Object.getPrototypeOf(row) === Object.prototype
      && Object.values(row).every((each) => each === null || !['object', 'function'].includes(typeof each));
  }

  /** Returns for each variable, and what is in it, what can stand behind its dot: names, or the plugin that it holds. */
  function members() {
    const known = names();
    const all = ofLanguage();
    for (const name of Object.keys(globalThis).filter((each) => !known.has(each)).slice(0, MAX_NAMES)) {
      addMembers(all, name, globalThis[name], 0);
    }
    return JSON.stringify(all);
  }

  function addMembers(all, path, value, depth) {
    try {
      all[path] = membersOf(value);
    } catch {
      // It does not want to be looked at.
      return;
    }
    if (depth === MAX_DEPTH || typeof value !== 'object' || typeof all[path] === 'string') {
      return;
    }
    for (const key of all[path].slice(0, MAX_INNER)) {
      const inner = Object.getOwnPropertyDescriptor(value, key)?.value;
      if (typeof inner === 'object' && inner !== null) {
        addMembers(all, `${path}.${key}`, inner, depth + 1);
      }
    }
  }

  function ofLanguage() {
    const own = (value) => Object.getOwnPropertyNames(value).filter((key) => IDENTIFIER.test(key) && !OF_FUNCTIONS.includes(key));
    return Object.fromEntries(NAMESPACES.map((name) => [name, own(globalThis[name])]));
  }

  function membersOf(value) {
    if (value === null || value === undefined) {
      return [];
    }
    const shown = value[kit.SHOWN];
    if (typeof shown === 'string' && shown.startsWith('Plugin ')) {
      return shown.slice('Plugin '.length).replace(/ \(async\)$/, '');
    }
    const found = new Set();
    for (let at = Object(value); at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
      Object.getOwnPropertyNames(at).slice(0, MAX_NAMES).filter((key) => IDENTIFIER.test(key)).forEach((key) => found.add(key));
    }
    found.delete('constructor');
    return [...found];
  }

  /** A variable such as date or time replaces the function of that name. */
  function replaceable(key) {
    Object.defineProperty(globalThis, key, {
      get: () => kit.api[key],
      set: (made) => void Object.defineProperty(globalThis, key, { value: made, writable: true, enumerable: true, configurable: true }),
      configurable: true,
    });
  }

  for (const key of Object.keys(kit.api)) {
    if (kit.pythonNames.has(key)) {
      replaceable(key);
    } else {
      kit.define(kit.api, key);
    }
  }
  Object.assign(kit, { begin: () => void names(), bring, take, finishShown, members, look: () => look });
}
