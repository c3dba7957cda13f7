// What a test has to be so that it cannot pass by mistake: it is run, to its end, and expects what it says it does.
(kit) => {
  'use strict';

  const { AssertionError, UsageError } = kit.errors;
  const { expect } = kit.api;
  const CALLBACKS = ['done', 'cb', 'callback'];
  const OWN = (name) => `import { ${name} } from 'hubsh'`;
  const OF_TEST = {
    concurrent: '--parallel runs files side by side',
    fails: 'expect(() => …).toThrow() expects an error',
    failing: 'expect(() => …).toThrow() expects an error',
    fail: 'expect(() => …).toThrow() expects an error',
    slow: "a test has its own time: test(name, { timeout: '1m' }, …)",
    setTimeout: "a test has its own time: test(name, { timeout: '1m' }, …)",
    describe: OWN('describe'),
    beforeAll: OWN('beforeAll'),
    afterAll: OWN('afterAll'),
    beforeEach: OWN('beforeEach'),
    afterEach: OWN('afterEach'),
    use: 'test.extend({ name: value }) gives tests a fixture',
  };
  let wanted;

  /** Returns what is to be run, if it would be: a generator does nothing when it is called. */
  kit.runnable = (body, what) => {
    if (/Generator/.test(Object.prototype.toString.call(body))) {
      throw new UsageError(`${what} cannot be a generator (function*): nothing would run it`);
    }
    return body;
  };

  /** Tests get an object; a function to call at the end would be called by nothing that waits for it. */
  kit.refuseCallback = (parameter) => {
    if (CALLBACKS.includes(parameter)) {
      throw new UsageError(`a test has no '${parameter}' to call: make it async, and await what it waits for`);
    }
  };

  /** Runs the body of a test to its end. What failed softly before is not lost in what fails hard. */
  kit.runBody = async (body, given, owner) => {
    wanted = undefined;
    kit.expectations(0);
    const before = kit.lastTimer();
    try {
      const returned = body(given);
      await returned;
      requireExpectations(returned, () => kit.hasMoreToCome(owner, before));
    } catch (error) {
      const failed = kit.takeSoft();
      if (failed.length > 0 && error instanceof Error) {
        error.message += ` (and before it: ${failed.map((one) => one.message).join('; ')})`;
      }
      throw error;
    }
    failSoftly();
  };

  /** `returned` is what the body gave, before it was awaited. */
  function requireExpectations(returned, hasMoreToCome) {
    const count = kit.expectations();
    if (wanted !== undefined && wanted.fits(count) !== true) {
      throw new AssertionError(`expected ${wanted.words} in this test, found ${count}`);
    }
    if (count === 0 && typeof returned?.then !== 'function' && hasMoreToCome()) {
      throw new UsageError('the test ended before its timer, and has expected nothing: make it async, and await what it waits for');
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

  function want(fits, words) {
    if (!kit.currentTest) {
      throw new UsageError('expectations are counted in the body of a test');
    }
    wanted = { fits, words };
  }

  const plural = (count) => `${count} ${count === 1 ? 'expectation' : 'expectations'}`;

  expect.assertions = (count) => {
    if (!Number.isInteger(count) || count < 0) {
      throw new UsageError(`expected a whole number from 0, found ${kit.inspect(count)}`);
    }
    want((found) => found === count, plural(count));
  };
  expect.hasAssertions = () => want((found) => found > 0, 'at least one expectation');

  /** `test` and its like say what was meant by a name that they do not have. */
  kit.strictFunction = (target, what) =>
    Object.setPrototypeOf(target, kit.strict((name) => `${what}.${name}`, OF_TEST, Function.prototype));
  kit.strictFunction(expect, 'expect');
}
