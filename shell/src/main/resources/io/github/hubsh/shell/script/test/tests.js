// Tests: what a file registers while it is loaded, and how one of them is run. Which run, and when, the outside decides.
(kit) => {
  'use strict';

  const { api, millis } = kit;
  const { UsageError, AbortError } = kit.errors;
  const tests = [];
  const fakesOfTest = [];
  const strays = [];
  const passed = new Set();
  const noFixtures = kit.deriveFixtures({}, {});
  const file = newGroup('', undefined, {});
  let group = file;
  let running = false;
  let current;
  /** Where a fake of now belongs: it is gone with that test, group or file. */
  let fakes = file.fakes;

  function newGroup(name, parent, mode) {
    return {
      name,
      parent,
      mode,
      hooks: { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] },
      left: 0,
      entered: undefined,
      fakes: [],
    };
  }

  /** A name stands on one line of a report. */
  const inLine = (name) => name.replace(/\s*[\r\n]\s*/g, ' ');

  function chain(of) {
    return of ? [...chain(of.parent), of] : [];
  }

  function add(fixtures, mode, name, ...rest) {
    const body = rest.find((each) => typeof each === 'function');
    const given = rest.find((each) => typeof each !== 'function');
    const options = kit.options('TestOptions', typeof given === 'number' ? { timeout: given } : given);
    if (running) {
      throw new UsageError('tests are registered while the file is loaded, not while a test runs');
    }
    if (typeof name !== 'string' || (body === undefined && mode.skip === undefined)) {
      throw new UsageError("expected test('name', () => …)");
    }
    if (body) {
      // Here, as to read them the first time may take as long as a test may.
      kit.readNames(body);
    }
    const where = new Error();
    tests.push({ id: tests.length, name: inLine(name), group, body, mode, options, fixtures, stack: String(where.stack) });
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
        const filled = (context) => body(...values, context);
        define(title(name, values, index), ...rest, kit.asksAs(filled, body, values.length));
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

  /** Returns `test` for tests with these fixtures. */
  function defining(fixtures) {
    const define = (mode) => (name, ...rest) => add(fixtures, mode, name, ...rest);
    const test = define({});
    test.skip = define({ skip: 'skipped' });
    test.todo = (name) => add(fixtures, { skip: 'to do' }, name);
    test.only = define({ only: true });
    test.skipIf = (condition, reason = 'skipped') => define(condition ? { skip: reason } : {});
    test.each = (...table) => each(test, ...table);
    test.only.each = (...table) => each(test.only, ...table);
    test.skip.each = (...table) => each(test.skip, ...table);
    test.step = kit.step;
    test.extend = (added) => defining(kit.deriveFixtures(fixtures, added));
    return kit.strictFunction(test, 'test');
  }

  const test = defining(noFixtures);

  function inGroup(mode, name, body) {
    if (typeof body !== 'function') {
      throw new UsageError("expected describe('name', () => …)");
    }
    const outer = group;
    group = newGroup(inLine(typeof name === 'function' ? name.name : String(name)), outer, mode);
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
  kit.strictFunction(describe, 'describe');

  const hook = (kind) => (body) => {
    if (running || typeof body !== 'function') {
      throw new UsageError(`${kind} takes a function, while the file is loaded`);
    }
    kit.readNames(body);
    group.hooks[kind].push(body);
  };

  /** A plugin that is gone when the test ends; when the group or file ends, if beforeAll or the file makes it. */
  function fake(name, commands) {
    return fakeOf(fakes)(name, commands);
  }

  /** Fakes that answer as the plugins of a recording did: all of them, or the one that the options name. */
  fake.from = (file, options) => fakeOf(fakes).from(file, options);

  function fakeOf(list) {
    const make = (name, commands) => {
      const service = kit.fakeWithCalls(name, commands);
      list.push(service);
      return service;
    };
    make.from = (file, options) => {
      const services = kit.fakesWithCalls(file, options);
      list.push(...services);
      return options?.plugin === undefined ? services : services[0];
    };
    return make;
  }

  function context(list) {
    return { hub: kit.hub, fake: fakeOf(list), after: onTestFinished, onTestFinished };
  }

  /** Called from outside when the file has been loaded: what there is to run. */
  function plan(pattern) {
    const filter = pattern ? new RegExp(pattern) : undefined;
    const exclusive = tests.some((each) => isOnly(each));
    running = true;
    return JSON.stringify(tests.map((each) => {
      const path = chain(each.group).map((of) => of.name).filter(Boolean);
      const skip = skipped(each) ?? (exclusive && !isOnly(each) ? 'others run only' : null);
      const name = fullName(each);
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
    kit.forgetUnawaited();
    kit.forgetSteps();
    kit.beginSnapshots();
    current = { id, name: fullName(tests[id]), entered: false, isOver: false, isGivenUp: false, cleanUps: [], scope: undefined };
    kit.owner = current;
    kit.currentTest = current;
    const mine = current;
    const body = inside(tests[id], mine);
    const over = () => void (mine.isOver = true);
    body.then(over, over);
    body.then(() => mine.isGivenUp || passed.add(id), () => passed.delete(id));
    kit.finish(body);
  }

  /** The names of the tests that have not passed. */
  kit.testsLeft = () => tests.filter((each) => !passed.has(each.id)).map(fullName);

  function fullName(each) {
    return [...chain(each.group).map((of) => of.name).filter(Boolean), each.name].join(' › ');
  }

  async function inside(each, mine) {
    const groups = chain(each.group);
    for (const of of groups) {
      fakes = of.fakes;
      of.entered ??= hooks(of, 'beforeAll');
      await of.entered;
    }
    mine.entered = true;
    fakes = fakesOfTest;
    const scope = kit.fixturesOf(each.fixtures, context(fakesOfTest), context(file.fakes));
    mine.scope = scope;
    await scope.openAutomatic();
    for (const of of groups) {
      await hooks(of, 'beforeEach', scope);
    }
    await kit.runBody(each.body, await scope.contextFor(each.body), mine);
    kit.failUnawaited();
  }

  /** Called from outside when a test has to end: what it waits for fails, so that its `finally` runs. */
  function giveUp(reason) {
    current.isGivenUp = true;
    passed.delete(current.id);
    current.lastTimer = kit.lastTimer();
    kit.giveUpWaits(new AbortError(reason));
  }

  /** Called from outside: whether a test that has to end still does something to end well. */
  function isEnding() {
    return !current.isOver && (kit.isWaiting() || kit.hasTimerSince(current, current.lastTimer));
  }

  /** Called from outside behind each test, however it ended: afterEach, its clean-ups, the last one first, its fixtures. */
  function tidy() {
    const { id, entered, cleanUps, scope } = current;
    const groups = entered ? chain(tests[id].group).reverse() : [];
    const given = (body) => async () => body(scope ? await scope.contextFor(body) : context(fakesOfTest));
    const works = groups.flatMap((of) => of.hooks.afterEach).map(given);
    const done = inTurn([...works, () => inTurn(cleanUps.reverse().map(given)), () => scope?.close()]);
    done.catch(() => passed.delete(id));
    kit.finish(done);
  }

  /** Each is done though one before has failed. */
  async function inTurn(works) {
    const failed = [];
    for (const work of works) {
      try {
        await work();
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
    current.cleanUps.push(kit.runnable(work, 'a clean-up'));
  }

  kit.failedInTimer = (error, owner) => {
    if (kit.owner === owner) {
      throw error;
    }
    strays.push({ id: kit.owner?.id ?? -1, error: JSON.parse(kit.describe(error)) });
  };

  /** Called from outside: errors in timers of tests that are over. */
  const takeStrays = () => JSON.stringify(strays.splice(0));

  async function hooks(of, kind, scope) {
    for (const body of of.hooks[kind]) {
      await body(scope ? await scope.contextFor(body) : context(of.fakes));
    }
  }

  /** Called from outside behind each test, however it ended. */
  function cleanUp() {
    fakesOfTest.splice(0).forEach((each) => each.close());
    kit.takeSoft();
    current = undefined;
    kit.owner = undefined;
    kit.currentTest = undefined;
  }

  /** Called from outside when a test is over for good: runs what comes behind the last one of a group. */
  function leave(id) {
    const last = chain(tests[id].group).reverse().filter((of) => --of.left === 0);
    kit.finish(inTurn(last.map((of) => () => leaveGroup(of))));
  }

  /** Called from outside when the run is stopped: no group stays as it is, the innermost first. */
  function leaveAll() {
    const groups = [...new Set(tests.flatMap((each) => chain(each.group)))];
    const inner = groups.sort((a, b) => chain(b).length - chain(a).length);
    kit.finish(inTurn(inner.map((of) => () => leaveGroup(of))));
  }

  async function leaveGroup(of) {
    const { entered } = of;
    of.entered = undefined;
    fakes = of.fakes;
    const works = entered ? of.hooks.afterAll.map((body) => () => body(context(of.fakes))) : [];
    try {
      await inTurn(of === file ? [...works, kit.closeFileFixtures] : works);
    } finally {
      of.fakes.splice(0).forEach((each) => each.close());
    }
  }

  /** A run that a test could end would pass without the tests behind it. */
  function exit() {
    throw new UsageError('a test cannot exit: it fails by an error, and expect.fail(why) makes one');
  }

  Object.assign(kit, { plan, choose, runTest, giveUp, isEnding, tidy, takeStrays, cleanUp, leave, leaveAll });
  Object.assign(api, {
    test,
    it: test,
    describe,
    fake,
    exit,
    onTestFinished,
    beforeAll: hook('beforeAll'),
    afterAll: hook('afterAll'),
    beforeEach: hook('beforeEach'),
    afterEach: hook('afterEach'),
  });
}
