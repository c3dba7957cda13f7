// The globals of what is typed: the API is there without an import, and the shell's variables come and go.
(kit) => {
  'use strict';

  const { open, encode } = kit;
  let builtin;

  /** Makes a variable of the shell a global, unless that name means something here already; returns it as it would leave. */
  function bring(name, text) {
    if (names().has(name)) {
      return '';
    }
    globalThis[name] = open(text);
    return encode(globalThis[name]);
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
      const text = encode(globalThis[name]);
      if (text !== '' && typeof globalThis[name]?.[kit.SHOWN] !== 'string') {
        values[name] = text;
      }
    } catch {
      // It stays here.
    }
  }

  function names() {
    builtin ??= new Set(
      [...Object.getOwnPropertyNames(globalThis), ...Object.keys(kit.api)].filter((name) => !Object.hasOwn(kit.python, name)));
    return builtin;
  }

  /** A variable such as date or time replaces the function of that name. */
  function replaceable(key, value) {
    Object.defineProperty(globalThis, key, {
      get: () => value,
      set: (made) => void Object.defineProperty(globalThis, key, { value: made, writable: true, enumerable: true, configurable: true }),
      configurable: true,
    });
  }

  for (const [key, value] of Object.entries(kit.api)) {
    if (Object.hasOwn(kit.python, key)) {
      replaceable(key, value);
    } else {
      Object.defineProperty(globalThis, key, { value, writable: true, configurable: true });
    }
  }
  Object.assign(kit, { begin: () => void names(), bring, take });
}
