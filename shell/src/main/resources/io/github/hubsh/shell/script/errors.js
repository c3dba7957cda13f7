// The errors that scripts meet. What fails outside of JavaScript arrives here as a text and leaves as a real Error,
// made by the call that failed, so that its stack names the script's own file and line.
(kit) => {
  'use strict';

  const MAX_ERRORS = 5;
  /** What stands here for what scripts of other programs take for granted. */
  const INSTEAD = {
    require: "import { name } from './FILE.js' reads a file beside the script; packages of Node are not there",
    process: "args has the arguments, env('NAME') the environment, exit(3) ends the script",
    Buffer: "a Uint8Array holds bytes; bytes('BASE64') sends some",
    fs: "readText('a.csv') and writeText('b.csv', text) read and write files",
    fetch: "a script reaches the hub only; with --allow-run, hub.sh('status | !curl …') runs a command",
    module: 'export before a name lets another file import it',
    exports: 'export before a name lets another file import it',
    jest: "fn() remembers its calls: import { fn } from 'hubsh'",
    vi: "fn() remembers its calls: import { fn } from 'hubsh'",
    assert: "expect(value).toBe(expected) checks a value: import { expect } from 'hubsh'",
  };

  /** Something outside of the script failed; `kind` is the word that `help errors` lists. */
  class HubError extends Error {
    constructor(message, details = {}) {
      super(message);
      // The engine leaves the frames of these sources out, and with them all others unless asked to look again.
      Error.captureStackTrace(this);
      for (const key of ['kind', 'plugin', 'command', 'hint']) {
        if (details[key] != null) {
          hidden(this, key, details[key]);
        }
      }
    }

    get name() {
      return this.constructor.name;
    }
  }

  /** The plugin answered with an error. */
  class RemoteError extends HubError {
    constructor(message, details = {}) {
      super(message, { kind: 'remote_error', ...details });
      hidden(this, 'remoteTraceback', details.remoteTraceback ?? '');
    }
  }

  class TimeoutError extends HubError {
    constructor(message, details) {
      super(message, { kind: 'timeout', ...details });
    }
  }

  class NoSuchPluginError extends HubError {}
  class NoSuchCommandError extends HubError {}
  class ConnectionError extends HubError {}

  /** The call itself is wrong: nothing was sent. */
  class UsageError extends HubError {
    constructor(message, details) {
      super(message, { kind: 'usage', ...details });
    }
  }

  /** An expectation did not hold. */
  class AssertionError extends HubError {
    constructor(message, details) {
      super(message, { kind: 'assertion_failed', ...details });
    }
  }

  /** What was waited for was given up by its AbortSignal. */
  class AbortError extends HubError {
    constructor(message = 'the operation was aborted') {
      super(message, { kind: 'aborted' });
    }
  }

  const CLASSES = {
    remote_error: RemoteError,
    timeout: TimeoutError,
    no_such_plugin: NoSuchPluginError,
    no_such_command: NoSuchCommandError,
    cannot_connect: ConnectionError,
    hub_lost: ConnectionError,
    usage: UsageError,
    bad_data: UsageError,
    bad_file: UsageError,
    assertion_failed: AssertionError,
  };

  function hidden(error, key, value) {
    Object.defineProperty(error, key, { value, writable: true, configurable: true });
  }

  /** Makes the error that a failure from outside is. */
  function failure(text) {
    const details = JSON.parse(text);
    const where = details.plugin ? `${details.plugin} ${details.command}: ` : '';
    return new (CLASSES[details.kind] ?? HubError)(where + details.message, details);
  }

  /** The message; for an error that stands for several, theirs too. */
  function sentence(error) {
    const message = String(error.message);
    if (!(error instanceof AggregateError) || !Array.isArray(error.errors)) {
      return message;
    }
    const all = error.errors.slice(0, MAX_ERRORS).map(named);
    const more = error.errors.length - all.length;
    return [message || 'several errors', [...all, ...(more > 0 ? [`${more} more`] : [])].join('; ')].join(': ');
  }

  /** A name that does not exist is one that has to be imported, or that of another program. */
  function remedy(error) {
    const name = error instanceof ReferenceError ? /^(\S+) is not defined$/.exec(error.message)?.[1] : undefined;
    if (name === undefined) {
      return undefined;
    }
    return Object.hasOwn(kit.api, name) ? `import { ${name} } from 'hubsh'` : Object.hasOwn(INSTEAD, name) ? INSTEAD[name] : undefined;
  }

  /** Returns what caused an error, and what caused that. */
  function causes(error) {
    const all = [];
    for (let at = error; at instanceof Error && Object.hasOwn(at, 'cause') && all.length < MAX_ERRORS; at = at.cause) {
      all.push(named(at.cause));
    }
    return all.length > 0 ? all.join('; caused by ') : undefined;
  }

  function named(value) {
    return value instanceof Error ? `${value.name}: ${sentence(value)}` : kit.inspect(value);
  }

  /** Returns, as JSON, what the program shows of an error; any value may have been thrown. */
  function describe(thrown) {
    const isError = thrown instanceof Error;
    return JSON.stringify({
      name: isError ? String(thrown.name) : '',
      message: isError ? sentence(thrown) : `thrown: ${kit.inspect(thrown)}`,
      kind: isError && typeof thrown.kind === 'string' ? thrown.kind : '',
      plugin: isError ? thrown.plugin : undefined,
      command: isError ? thrown.command : undefined,
      hint: isError ? (thrown.hint ?? remedy(thrown)) : undefined,
      remoteTraceback: isError ? thrown.remoteTraceback : undefined,
      stack: isError ? String(thrown.stack) : '',
      cause: isError ? causes(thrown) : undefined,
      details: isError ? thrown.details : undefined,
    });
  }

  const errors = {
    HubError,
    RemoteError,
    TimeoutError,
    NoSuchPluginError,
    NoSuchCommandError,
    ConnectionError,
    UsageError,
    AssertionError,
    AbortError,
  };
  Object.assign(kit, { errors, failure, describe });
  Object.assign(kit.api, errors);
}
