// Tests: what a file registers while it is loaded, and how one of them is run. Which run, and when, the outside decides.
(kit) => {
  'use strict';

  const { api, millis } = kit;
  const { UsageError, AbortError } = kit.errors;
  const tests = [];
  const fakes = [];
  const strays = [];
  const context = { hub: kit.hub, fake, after: onTestFinished, onTestFinished };
  let group = newGroup('', undefined, {});
  let running = false;
  let current;

  function newGroup(name, parent, mode) {
    return {
      name,
      parent,
      mode,
      hooks: { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] },
      left: 0,
      entered: undefined,
    };
  }

  function chain(of) {
    return of ? [...chain(of.parent), of] : [];
  }

  function add(mode, name, ...rest) {
    const body = rest.find((each) => typeof each === 'function');
    const options = rest.find((each) => typeof each === 'object') ?? { timeout: rest.find((each) => typeof each === 'number') };
    if (running) {
      throw new UsageError('tests are registered while the file is loaded, not while a test runs');
    }
    if (typeof name !== 'string' || (body === undefined && mode.skip === undefined)) {
      throw new UsageError("expected test('name', () => …)");
    }
    const where = new Error();
    tests.push({ id: tests.length, name, group, body, mode, options, stack: String(where.stack) });
  }

  /** Takes rows, or a template: headings, then as many values a row, of which each test gets an object. */
  function each(define, table, ...values) {
    const isTemplate = Array.isArray(table?.raw);
    const rows = isTemplate ? rowsOf(table, values) : table;
    if (!Array.isArray(rows) || rows.length === 0) {
      throw new UsageError(`expected rows for each, found ${kit.inspect(rows)}`);
    }
    return (name, ...rest) => {
      const body = rest.pop();
      rows.forEach((row, index) => {
        const values = Array.isArray(row) ? row : [row];
        define(title(name, values, index), ...rest, (context) => body(...values, context));
      });
    };
  }

  function rowsOf(texts, values) {
    const headings = texts[0].split('|').map((each) => each.trim());
    const rows = [];
    for (let from = 0; from < values.length; from += headings.length) {
      rows.push(Object.fromEntries(headings.map((key, i) => [key, values[from + i]])));
    }
    const isEven = values.length > 0 && values.length % headings.length === 0;
    if (!isEven || headings.includes('') || texts.slice(1).some((each) => !/^\s*\|?\s*$/.test(each))) {
      throw new UsageError(`each: expected a line of headings, then as many values in each row, with | between them`);
    }
    return rows;
  }

  function title(name, values, index) {
    let next = 0;
    return name
      .replace(/\$(#|\w+(?:\.\w+)*)/g, (sign, path) => (path === '#' ? index : filled(sign, path.split('.'), values[0])))
      .replace(/%[sdijop#%]/g, (sign) => {
        if (sign === '%#' || sign === '%%') {
          return sign === '%%' ? '%' : index;
        }
        const value = values[next++];
        return typeof value === 'string' && sign === '%s' ? value : kit.inspect(value);
      });
  }

  function filled(sign, [key, ...path], row) {
    if (row === null || typeof row !== 'object' || !(key in row)) {
      return sign;
    }
    return kit.inspect(path.reduce((at, each) => at?.[each], row[key]));
  }

  const test = (name, ...rest) => add({}, name, ...rest);
  test.skip = (name, ...rest) => add({ skip: 'skipped' }, name, ...rest);
  test.todo = (name) => add({ skip: 'to do' }, name);
  test.only = (name, ...rest) => add({ only: true }, name, ...rest);
  test.skipIf = (condition, reason = 'skipped') => (name, ...rest) => add(condition ? { skip: reason } : {}, name, ...rest);
  test.each = (...table) => each(test, ...table);
  test.only.each = (...table) => each(test.only, ...table);
  test.skip.each = (...table) => each(test.skip, ...table);

  function inGroup(mode, name, body) {
    const outer = group;
    group = newGroup(name, outer, mode);
    try {
      const value = body();
      if (value instanceof Promise) {
        throw new UsageError('describe does not take an asynchronous function');
      }
    } finally {
      group = outer;
    }
  }

  const describe = (name, body) => inGroup({}, name, body);
  describe.skip = (name, body) => inGroup({ skip: 'skipped' }, name, body);
  describe.only = (name, body) => inGroup({ only: true }, name, body);
  describe.each = (...table) => each(describe, ...table);
  describe.only.each = (...table) => each(describe.only, ...table);
  describe.skip.each = (...table) => each(describe.skip, ...table);

  const hook = (kind) => (body) => {
    if (running || typeof body !== 'function') {
      throw new UsageError(`${kind} takes a function, while the file is loaded`);
    }
    group.hooks[kind].push(body);
  };

  /** A plugin of this test's own: gone when the test ends. */
  function fake(name, commands) {
    const service = kit.hub.serve(name, commands);
    fakes.push(service);
    return service;
  }

  /** Called from outside when the file has been loaded: what there is to run. */
  function plan(pattern) {
    const filter = pattern ? new RegExp(pattern) : undefined;
    const exclusive = tests.some((each) => isOnly(each));
    running = true;
    return JSON.stringify(tests.map((each) => {
      const path = chain(each.group).map((of) => of.name).filter(Boolean);
      const skip = skipped(each) ?? (exclusive && !isOnly(each) ? 'others run only' : null);
      const name = [...path, each.name].join(' › ');
      return {
        id: each.id,
        path,
        name: each.name,
        skip,
        chosen: !filter || filter.test(name),
        timeout: each.options.timeout === undefined ? -1 : millis(each.options.timeout),
        retry: each.options.retry ?? -1,
        stack: each.stack,
      };
    }));
  }

  function isOnly(each) {
    return each.mode.only === true || chain(each.group).some((of) => of.mode.only === true);
  }

  function skipped(each) {
    return each.mode.skip ?? chain(each.group).find((of) => of.mode.skip)?.mode.skip;
  }

  /** Called from outside: which tests will run, so that each group knows its last. */
  function choose(ids) {
    for (const id of JSON.parse(ids)) {
      chain(tests[id].group).forEach((of) => of.left++);
    }
  }

  /** Called from outside: runs one test up to the end of its body. */
  function runTest(id) {
    kit.takeSoft();
    current = { id, entered: false, isOver: false, cleanUps: [] };
    kit.owner = current;
    const mine = current;
    const body = inside(tests[id], mine);
    const over = () => void (mine.isOver = true);
    body.then(over, over);
    kit.finish(body);
  }

  async function inside(each, mine) {
    const groups = chain(each.group);
    for (const of of groups) {
      of.entered ??= hooks(of, 'beforeAll');
      await of.entered;
    }
    mine.entered = true;
    for (const of of groups) {
      await hooks(of, 'beforeEach');
    }
    await bodyOf(each);
    failSoftly();
  }

  /** Called from outside when a test has to end: what it waits for fails, so that its `finally` runs. */
  function giveUp(reason) {
    current.lastTimer = kit.lastTimer();
    kit.giveUpWaits(new AbortError(reason));
  }

  /** Called from outside: whether a test that has to end still does something to end well. */
  function isEnding() {
    return !current.isOver && (kit.isWaiting() || kit.hasTimerSince(current, current.lastTimer));
  }

  /** Called from outside behind each test, however it ended: its clean-ups, the last one first, and afterEach. */
  function tidy() {
    const groups = current.entered ? chain(tests[current.id].group).reverse() : [];
    const works = groups.flatMap((of) => of.hooks.afterEach);
    kit.finish(inTurn([...works, () => inTurn(current.cleanUps.reverse())]));
  }

  /** Each is done though one before has failed. */
  async function inTurn(works) {
    const failed = [];
    for (const work of works) {
      try {
        await work(context);
      } catch (error) {
        failed.push(error);
      }
    }
    if (failed.length > 0) {
      throw failed[0];
    }
  }

  /** Registers what is done when the test has ended. */
  function onTestFinished(work) {
    if (!current || typeof work !== 'function') {
      throw new UsageError('onTestFinished takes a function, while a test runs');
    }
    current.cleanUps.push(work);
  }

  kit.failedInTimer = (error, owner) => {
    if (kit.owner === owner) {
      throw error;
    }
    strays.push({ id: kit.owner?.id ?? -1, error: JSON.parse(kit.describe(error)) });
  };

  /** Called from outside: errors in timers of tests that are over. */
  const takeStrays = () => JSON.stringify(strays.splice(0));

  /** What failed softly before is not lost in what fails hard. */
  async function bodyOf(each) {
    try {
      await each.body(context);
    } catch (error) {
      const failed = kit.takeSoft();
      if (failed.length > 0 && error instanceof Error) {
        error.message += ` (and before it: ${failed.map((one) => one.message).join('; ')})`;
      }
      throw error;
    }
  }

  async function hooks(of, kind) {
    for (const body of of.hooks[kind]) {
      await body(context);
    }
  }

  function failSoftly() {
    const failed = kit.takeSoft();
    if (failed.length > 1) {
      failed[0].message += ` (and ${failed.length - 1} more: ${failed.slice(1).map((each) => each.message).join('; ')})`;
    }
    if (failed.length > 0) {
      throw failed[0];
    }
  }

  /** Called from outside behind each test, however it ended. */
  function cleanUp() {
    fakes.splice(0).forEach((each) => each.close());
    kit.takeSoft();
    current = undefined;
    kit.owner = undefined;
  }

  /** Called from outside when a test is over for good: runs what comes behind the last one of a group. */
  function leave(id) {
    const last = chain(tests[id].group).reverse().filter((of) => --of.left === 0);
    kit.finish(inTurn(last.map((of) => () => leaveGroup(of))));
  }

  /** Called from outside when the run is stopped: no group stays as it is. */
  function leaveAll() {
    const groups = new Set(tests.flatMap((each) => chain(each.group).reverse()));
    kit.finish(inTurn([...groups].map((of) => () => leaveGroup(of))));
  }

  async function leaveGroup(of) {
    const { entered } = of;
    of.entered = undefined;
    if (entered) {
      await inTurn(of.hooks.afterAll);
    }
  }

  Object.assign(kit, { plan, choose, runTest, giveUp, isEnding, tidy, takeStrays, cleanUp, leave, leaveAll });
  Object.assign(api, {
    test,
    it: test,
    describe,
    fake,
    onTestFinished,
    beforeAll: hook('beforeAll'),
    afterAll: hook('afterAll'),
    beforeEach: hook('beforeEach'),
    afterEach: hook('afterEach'),
  });
}
