// How a run begins and ends: what it evaluates to, or what it exports, is waited for and reported to the outside.
(kit) => {
  'use strict';

  const { host, api } = kit;

  /** Tells the outside how a value turns out: at once, or when its promise ends. */
  function finish(value) {
    if (value instanceof Promise) {
      value.then(done, failed);
    } else {
      done(value);
    }
  }

  function done(value) {
    try {
      host.done(plain(value) ?? shown(value));
    } catch (error) {
      failed(error);
    }
  }

  /** Returns the text of a value that needs no part to be written, if it is one. */
  function plain(value) {
    switch (typeof value) {
      case 'undefined':
        return '';
      case 'string':
      case 'boolean':
        return `=${JSON.stringify(value)}`;
      case 'number':
        return Number.isSafeInteger(value) && !Object.is(value, -0) ? `=${value}` : undefined;
      default:
        return undefined;
    }
  }

  /** What cannot be sent can still be looked at. */
  function shown(value) {
    if (typeof value === 'function' || typeof value === 'symbol') {
      return kit.encode(kit.inspect(value));
    }
    if (value !== null && typeof value === 'object' && typeof value[kit.SHOWN] === 'string') {
      return kit.encode(value[kit.SHOWN]);
    }
    return kit.encode(value);
  }

  function failed(error) {
    host.failed(kit.describe(error));
  }

  const readText = (path) => kit.open(host.readText(kit.text(path, 'a path')));
  const readBytes = (path) => kit.open(host.readBytes(kit.text(path, 'a path')));

  function writeText(path, content, given) {
    const { append = false } = kit.options('WriteOptions', given);
    kit.open(host.writeText(kit.text(path, 'a path'), kit.text(content, 'what is written'), append));
  }

  let environment;
  let args;

  function env(name) {
    const wanted = kit.text(name, 'the name of a variable');
    environment ??= kit.open(host.environment());
    return environment[wanted];
  }

  /** Ends the script at once, with an exit code for the shell. */
  function exit(code = 0) {
    if (!Number.isInteger(code) || code < 0 || code > 255) {
      throw new kit.errors.UsageError(`expected an exit code from 0 to 255, found ${kit.inspect(code)}`);
    }
    host.exit(code);
    for (;;) {
      // The context is being stopped. An error could be caught, and the script would continue.
    }
  }

  const load = (path) => finish(import(path).then((exports) => exports.default));

  /** Serves what a module exports: its default, or else all that it exports. */
  const loadPlugin = (path, name) =>
    finish(import(path).then((exports) => void kit.serve(0, name, exports.default ?? { ...exports })));

  const echo = (name) => kit.serve(0, name, { echo: (args) => args });

  Object.assign(kit, { finish, failed, load, loadPlugin, echo });
  Object.assign(api, { env, readText, readBytes, writeText, exit });
  Object.defineProperty(api, 'args', { get: () => (args ??= kit.open(host.args())), enumerable: true, configurable: true });
}
