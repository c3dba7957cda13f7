// Files of tests that run side by side: the fakes of each are served under a prefix of the file, so that two files may
// have fakes of one name. The hub of a file finds its own fakes by their plain names, and does not show those of others.
(kit) => {
  'use strict';

  const { hub } = kit;
  const own = new Set();
  let prefix = '';
  let others = [];

  /** Called from outside before the file is loaded; without it nothing has a prefix. */
  kit.isolate = (ownPrefix, prefixes) => {
    prefix = ownPrefix;
    others = JSON.parse(prefixes).filter((each) => each !== ownPrefix);
    hub.async = { ...hub.async, ...routed(hub.async) };
    Object.assign(hub, routed(hub));
    const { on, off, tail } = hub;
    const handlers = new WeakMap();
    hub.on = (type, ...rest) => {
      const handler = rest.pop();
      if (typeof handler !== 'function') {
        return on.call(hub, type, ...rest, handler);
      }
      const { wanted, ...filter } = filtered(rest[0]);
      const heard = (message) => (isWanted(message, wanted) ? handler(plain(message)) : undefined);
      handlers.set(handler, heard);
      return on.call(hub, type, filter, heard);
    };
    hub.off = (handler) => off.call(hub, handlers.get(handler) ?? handler);
    hub.tail = (options) => {
      const { wanted, count = Infinity, ...filter } = filtered(options);
      return plainEach(tail.call(hub, filter), wanted, count);
    };
    for (const name of ['on', 'off', 'tail']) {
      Object.defineProperty(hub, name, { enumerable: false });
    }
  };

  /** Serves a fake; its name outside may have the prefix. */
  kit.serveIsolated = (name, commands) => {
    if (!prefix) {
      return hub.serve(name, commands);
    }
    const service = hub.serve(prefix + name, commands);
    own.add(name);
    return {
      name,
      close() {
        own.delete(name);
        service.close();
      },
    };
  };

  /** Serves the plugins of a recording; their names outside may have the prefix. */
  kit.serveRecordedIsolated = (file, manner, heard) =>
    kit.serveRecorded(0, file, { ...manner, prefix }, heard).map((service) => {
      const name = inside(service.name);
      own.add(name);
      return {
        ...service,
        name,
        close() {
          own.delete(name);
          service.close();
        },
      };
    });

  const outside = (name) => (own.has(name) ? prefix + name : name);
  const inside = (name) => (typeof name === 'string' && name.startsWith(prefix) ? name.slice(prefix.length) : name);
  const isOther = (name) => typeof name === 'string' && others.some((each) => name.startsWith(each));

  /** The calls that name a plugin, and the list of all. */
  function routed(calls) {
    const { execute, ping, describe, plugins } = calls;
    const shown = (rows) => rows.filter((row) => !isOther(row.name)).map((row) => ({ ...row, name: inside(row.name) }));
    return {
      execute: (target, ...rest) => execute(outside(target), ...rest),
      ping: (target, ...rest) => ping(outside(target), ...rest),
      describe: (target, ...rest) => describe(outside(target), ...rest),
      plugins(options) {
        const rows = plugins(options);
        return rows instanceof Promise ? rows.then(shown) : shown(rows);
      },
    };
  }

  /** Source and target are compared here: a fake of that name may come later. */
  function filtered(given) {
    const { source, target, ...filter } = given ?? {};
    return { ...filter, wanted: { source, target } };
  }

  function isWanted(message, wanted) {
    return ['source', 'target'].every((key) => !isOther(message[key]) && (wanted[key] === undefined || inside(message[key]) === wanted[key]));
  }

  function plain(message) {
    message.source = inside(message.source);
    message.target = inside(message.target);
    return message;
  }

  /** The broadcasts of an iterator that are wanted, up to a count. */
  function plainEach(broadcasts, wanted, count) {
    let left = count;
    return {
      async next() {
        while (left > 0) {
          const next = await broadcasts.next();
          if (next.done || isWanted(next.value, wanted)) {
            left--;
            return next.done ? next : { done: false, value: plain(next.value) };
          }
        }
        return broadcasts.return();
      },
      return: (value) => broadcasts.return(value),
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}
