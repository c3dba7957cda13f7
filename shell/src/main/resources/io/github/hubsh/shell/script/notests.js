// Outside of a test run the functions of tests are there to be imported, and say where they belong.
(kit) => {
  'use strict';

  const { UsageError } = kit.errors;
  const belongs = (name) => {
    const fail = () => {
      throw new UsageError(`${name} belongs into a test file: hubsh test FILE`);
    };
    return Object.assign(fail, { skip: fail, only: fail, each: fail, todo: fail, skipIf: fail });
  };
  for (const name of ['test', 'it', 'describe', 'fake', 'onTestFinished', 'beforeAll', 'afterAll', 'beforeEach', 'afterEach']) {
    kit.api[name] = belongs(name);
  }
  kit.api.expect.soft = belongs('expect.soft');
}
