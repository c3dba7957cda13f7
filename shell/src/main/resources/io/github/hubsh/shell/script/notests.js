// Outside of a test run the functions of tests are there to be imported, and say where they belong.
(kit) => {
  'use strict';

  const { UsageError } = kit.errors;
  kit.host.part('expect');
  const belongs = (name) => {
    const fail = () => {
      throw new UsageError(`${name} belongs into a test file: hubsh test FILE`);
    };
    return Object.assign(fail, { skip: fail, only: fail, each: fail, todo: fail, skipIf: fail, step: fail, extend: fail, from: fail });
  };
  const names = ['test', 'it', 'describe', 'fake', 'fn', 'onTestFinished', 'beforeAll', 'afterAll', 'beforeEach', 'afterEach'];
  for (const name of names) {
    kit.api[name] = belongs(name);
  }
  for (const name of ['soft', 'poll', 'extend', 'assertions', 'hasAssertions']) {
    kit.api.expect[name] = belongs(`expect.${name}`);
  }
}
