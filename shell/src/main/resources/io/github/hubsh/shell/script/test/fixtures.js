// Fixtures: test.extend({ valve: async ({ hub }, use) => { open(); await use(valve); close(); } }). A test that names a
// fixture in the braces of its argument has it set up before, and taken down after it, in the reverse order.
(kit) => {
  'use strict';

  const { UsageError } = kit.errors;
  const OPTIONS = ['auto', 'scope'];
  const SCOPES = ['test', 'file'];
  /** The names that a body asks for; for one that was wrapped, those of the one inside. */
  const askedBy = new WeakMap();
  const ofFile = newScope();

  function newScope() {
    return { ready: new Map(), down: [] };
  }

  /** Returns the fixtures of a test, those of its parent and more; one of the same name may use that of the parent. */
  kit.deriveFixtures = (parent, added) => {
    if (added === null || typeof added !== 'object') {
      throw new UsageError(`expected test.extend({ name: async ({ hub }, use) => … }), found ${kit.inspect(added)}`);
    }
    const all = { ...parent };
    for (const [name, what] of Object.entries(added)) {
      all[name] = fixture(name, what, parent[name]);
    }
    return all;
  };

  function fixture(name, what, parent) {
    const isPair = Array.isArray(what) && what.length === 2 && what[1] !== null && typeof what[1] === 'object' && isOptions(what[1]);
    const [make, options] = isPair ? what : [what, {}];
    if (options.scope !== undefined && !SCOPES.includes(options.scope)) {
      throw new UsageError(`fixture '${name}': expected scope ${SCOPES.join(' or ')}, found ${kit.inspect(options.scope)}`);
    }
    return { name, make, parent, auto: options.auto === true, perFile: (options.scope ?? parent?.scope) === 'file', needs: namesOf(make, 0) };
  }

  function isOptions(value) {
    return Object.keys(value).every((key) => OPTIONS.includes(key));
  }

  /** Returns the names in the braces of a function's parameter; undefined where it takes the whole object. */
  function namesOf(body, index) {
    if (typeof body !== 'function') {
      return [];
    }
    const parameter = split(inParentheses(String(body).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '')))[index]?.trim();
    if (!parameter) {
      return [];
    }
    kit.refuseCallback(parameter);
    if (!parameter.startsWith('{')) {
      return undefined;
    }
    const names = split(parameter.slice(1, closing(parameter, 0))).map((each) => each.trim()).filter(Boolean);
    return names.some((each) => each.startsWith('...')) ? undefined : names.map((each) => each.split(/[:=]/)[0].trim());
  }

  /** Returns the text of a function's parameters. */
  function inParentheses(source) {
    const bare = /^(?:async\s+)?([\w$]+)\s*=>/.exec(source);
    const left = source.indexOf('(');
    return bare ? bare[1] : source.slice(left + 1, closing(source, left));
  }

  /** Returns where the bracket is closed that is open at a place. */
  function closing(text, start) {
    let depth = 0;
    for (let i = start; i < text.length; i++) {
      if ('([{'.includes(text[i])) {
        depth++;
      } else if (')]}'.includes(text[i]) && --depth === 0) {
        return i;
      }
    }
    return text.length;
  }

  /** Splits at the commas that are in no brackets. */
  function split(text) {
    const parts = [''];
    let depth = 0;
    for (const sign of text) {
      depth += '([{'.includes(sign) ? 1 : ')]}'.includes(sign) ? -1 : 0;
      if (sign === ',' && depth === 0) {
        parts.push('');
      } else {
        parts[parts.length - 1] += sign;
      }
    }
    return parts;
  }

  /** Reads the names that a body asks for, once. */
  kit.readNames = (body) => {
    if (!askedBy.has(body)) {
      askedBy.set(body, namesOf(kit.runnable(body, 'a test'), 0));
    }
    return askedBy.get(body);
  };

  /** Says that a wrapper asks for the fixtures that a body's parameter of that index names. */
  kit.asksAs = (wrapper, body, index) => {
    askedBy.set(wrapper, namesOf(kit.runnable(body, 'a test'), index));
    return wrapper;
  };

  /** Begins the fixtures of a test; `base` is what it gets beside them, `baseOfFile` what fixtures of the whole file get. */
  kit.fixturesOf = (fixtures, base, baseOfFile) => {
    const scope = newScope();
    const open = (each, chain) => {
      if (chain.includes(each)) {
        throw new UsageError(`fixture '${each.name}' needs itself: ${[...chain, each].map((one) => one.name).join(' → ')}`);
      }
      const home = each.perFile ? ofFile : scope;
      if (!home.ready.has(each)) {
        home.ready.set(each, setUp(each, home, (names) => context(names, each, [...chain, each])));
      }
      return home.ready.get(each);
    };

    /** What a body gets: everything but fixtures, and the fixtures that it names. */
    async function context(names, owner, chain) {
      const all = { ...(owner?.perFile ? baseOfFile : base) };
      for (const name of names ?? Object.keys(fixtures)) {
        const each = owner?.name === name ? owner.parent : fixtures[name];
        if (each && Object.hasOwn(fixtures, name)) {
          if (owner?.perFile && !each.perFile) {
            throw new UsageError(`fixture '${owner.name}' of the whole file cannot use '${name}', which belongs to one test`);
          }
          all[name] = await open(each, chain);
        }
      }
      return all;
    }

    return {
      async openAutomatic() {
        for (const each of Object.values(fixtures).filter((one) => one.auto)) {
          await open(each, []);
        }
      },
      contextFor: (body) => context(kit.readNames(body), undefined, []),
      close: () => takeDown(scope),
    };
  };

  async function setUp(each, scope, contextOf) {
    if (typeof each.make !== 'function') {
      return each.make;
    }
    // Without braces it gets no other fixture: two of that kind would need each other.
    const given = await contextOf(each.needs ?? []);
    let finish;
    const over = new Promise((resolve) => (finish = resolve));
    let state = 'opening';
    return new Promise((resolve, reject) => {
      const use = (value) => {
        state = 'used';
        resolve(value);
        return over;
      };
      const ran = (async () => each.make(given, use))();
      ran.then(
        () => {
          if (state === 'opening') {
            reject(new UsageError(`fixture '${each.name}' ended without a value: call await use(value)`));
          } else if (state === 'used') {
            state = 'early';
          }
        },
        reject,
      );
      scope.down.push(async () => {
        if (state === 'early') {
          throw new UsageError(`fixture '${each.name}' did not wait for its test: write await before use(value)`);
        }
        if (state === 'used') {
          state = 'closing';
          finish();
          await ran;
        }
      });
    });
  }

  /** Takes down what was set up, the last first; one that fails does not keep the others. */
  async function takeDown(scope) {
    const errors = [];
    while (scope.down.length > 0) {
      try {
        await scope.down.pop()();
      } catch (error) {
        errors.push(error);
      }
    }
    scope.ready.clear();
    if (errors.length > 0) {
      throw errors[0];
    }
  }

  kit.closeFileFixtures = () => takeDown(ofFile);
}
