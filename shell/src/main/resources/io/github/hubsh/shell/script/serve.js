// Plugins written in JavaScript. A command is a function of its arguments, or an object {run, documentation, arguments,
// examples} whose argument schemas are published and held.
(kit) => {
  'use strict';

  const { host, open, encode } = kit;
  const { UsageError } = kit.errors;
  const services = new Map();
  let last = 0;

  /** Is a plugin until `close` is called. */
  kit.serve = (connection, name, commands) => {
    if (commands === null || typeof commands !== 'object') {
      throw new UsageError(`expected an object of functions, found ${kit.inspect(commands)}`);
    }
    const table = new Map();
    for (const [command, what] of Object.entries(commands)) {
      table.set(command, checked(command, what, commands));
    }
    const id = ++last;
    services.set(id, table);
    try {
      open(host.serve(id, connection, name, encode([...table].map(([command, each]) => published(command, each)))));
    } catch (failed) {
      services.delete(id);
      throw failed;
    }
    return closable(id, name);
  };

  function closable(id, name) {
    return {
      name,
      close() {
        if (services.delete(id)) {
          host.unserve(id);
        }
      },
    };
  }

  /**
   * Is plugins that answer as those of a recording did, until they are closed.
   *
   * @param manner `plugin` for only that one, `as` for its name here, `prefix` for all names, `speed`, `nearest`
   * @param heard called with the name, and what a command is called with, before the recorded answer is given
   */
  kit.serveRecorded = (connection, recording, manner, heard) => {
    const { plugin = '', as = '', prefix = '', speed = 1, nearest = false } = manner;
    const files = encode(kit.files(recording, 'a recording'));
    const served = open(host.serveRecorded(
      last + 1, connection, files, kit.plainText(plugin), as, prefix, String(speed), nearest, heard !== undefined));
    return served.map(({ name, commands }) => {
      const id = ++last;
      const run = (command) => ({ run: (args, call) => heard(name, { command, args, ...call }) });
      services.set(id, { get: run });
      return { ...closable(id, prefix + (as || name)), recorded: commands };
    });
  };

  function checked(command, what, owner) {
    const run = typeof what === 'function' ? what : described(what)?.run;
    if (typeof run !== 'function') {
      throw new UsageError(`command '${command}': expected a function, or an object with a function 'run'`);
    }
    const schemas = typeof what === 'function' ? undefined : what.arguments ?? {};
    return { ...(typeof what === 'function' ? {} : what), run: run.bind(typeof what === 'function' ? owner : what), schemas };
  }

  function described(what) {
    if (what === null || typeof what !== 'object') {
      return undefined;
    }
    const { arguments: schemas = {} } = kit.options('DescribedCommand', what, 'part');
    Object.values(schemas).forEach((schema) => kit.options('ArgumentSchema', schema, 'keyword'));
    return what;
  }

  function published(name, { documentation, schemas, examples = [], more = false }) {
    return { name, documentation: documentation ?? (schemas ? '' : null), arguments: schemas ?? {}, examples, more };
  }

  /** Called from outside with a request. The answer goes back by `host.answer`, at once or when its promise ends. */
  function asked(callId, serviceId, command, source, text) {
    try {
      const served = services.get(serviceId)?.get(command);
      if (!served) {
        throw new UsageError(`${command} is not served any more`);
      }
      const args = open(text) ?? {};
      const value = served.run(served.schemas ? held(args, served) : args, { source, command });
      if (value instanceof Promise || typeof value?.then === 'function') {
        value.then((result) => answer(callId, result), (error) => refuse(callId, error));
        return;
      }
      answer(callId, value);
    } catch (error) {
      refuse(callId, error);
    }
  }

  function answer(callId, value) {
    try {
      host.answer(callId, encode(value, { strict: true }) || '=null');
    } catch (error) {
      refuse(callId, error);
    }
  }

  function refuse(callId, error) {
    host.answer(callId, `!${kit.describe(error)}`);
  }

  /** Returns the arguments with defaults filled in, or says which one does not fit its schema. */
  function held(args, { schemas, more }) {
    const all = { ...args };
    for (const [name, schema] of Object.entries(schemas)) {
      if (!(name in all)) {
        if (schema.required === true) {
          throw new TypeError(`argument '${name}' is missing`);
        }
        if ('default' in schema) {
          all[name] = schema.default;
        }
      } else {
        const expected = misfit(all[name], schema);
        if (expected) {
          throw new TypeError(`argument '${name}': expected ${expected}, found ${kit.inspect(all[name])}`);
        }
      }
    }
    const unknown = more ? undefined : Object.keys(all).find((name) => !Object.hasOwn(schemas, name));
    if (unknown !== undefined) {
      throw new TypeError(`there is no argument '${unknown}'`);
    }
    return all;
  }

  function misfit(given, { type, enum: choices, minimum, maximum }) {
    const value = kit.plainText(given);
    const types = type === undefined ? [] : [].concat(type);
    if (types.length > 0 && !types.some((each) => isOf(value, each))) {
      return `a value of type ${types.join(' or ')}`;
    }
    if (choices && !choices.includes(value)) {
      return `one of ${choices.map(kit.inspect).join(', ')}`;
    }
    if (minimum !== undefined && value < minimum) {
      return `at least ${minimum}`;
    }
    return maximum !== undefined && value > maximum ? `at most ${maximum}` : undefined;
  }

  function isOf(value, type) {
    switch (type) {
      case 'integer':
        return typeof value === 'bigint' || Number.isInteger(value);
      case 'number':
        return typeof value === 'bigint' || typeof value === 'number';
      case 'array':
        return Array.isArray(value);
      case 'null':
        return value === null;
      case 'object':
        return typeof value === 'object' && value !== null && !Array.isArray(value);
      default:
        return typeof value === type;
    }
  }

  Object.assign(kit, { asked });
}
