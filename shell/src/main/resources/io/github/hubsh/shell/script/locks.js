// What the API stands on stays what it is: a script that gives JSON or Promise another meaning would break the shell's own
// JavaScript for good. Further methods may be added; Object.prototype stays open, because scripts often use its names for their own methods.
(kit) => {
  'use strict';

  const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Object;

  function lock(object) {
    for (const key of Reflect.ownKeys(object)) {
      const property = getOwnPropertyDescriptor(object, key);
      // Who inherits in the old way sets this one.
      if (property.configurable && key !== 'constructor') {
        property.configurable = false;
        if ('value' in property) {
          property.writable = false;
        }
        defineProperty(object, key, property);
      }
    }
  }

  [JSON, Reflect, Object].forEach(lock);
  for (const type of [Array, BigInt, Map, Number, Promise, RegExp, Set, String, WeakMap, WeakSet]) {
    lock(type);
    lock(type.prototype);
  }
  for (const iterable of [[], new Map(), new Set(), '']) {
    lock(getPrototypeOf(iterable[Symbol.iterator]()));
  }
}
