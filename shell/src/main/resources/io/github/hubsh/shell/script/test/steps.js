// test.step('name', () => …): a part of a test that has a name in the reports and in the failure.
(kit) => {
  'use strict';

  const { host } = kit;
  const { UsageError } = kit.errors;
  const open = [];
  const SEPARATOR = ' › ';

  /** Runs a part of a test; gives what the body gives, a value or a promise. */
  kit.step = (name, body) => {
    if (typeof name !== 'string' || typeof body !== 'function') {
      throw new UsageError("expected test.step('name', () => …)");
    }
    if (!kit.currentTest) {
      throw new UsageError('test.step belongs into the body of a test');
    }
    const step = { name };
    open.push(step);
    const path = open.map((each) => each.name).join(SEPARATOR);
    const begun = host.now();
    host.print('step', `▸ ${path}`);
    const leave = () => {
      const index = open.indexOf(step);
      if (index >= 0) {
        open.splice(index, 1);
      }
    };
    const done = (value) => {
      leave();
      host.print('step', `✓ ${path} (${(host.now() - begun).toFixed(1)} ms)`);
      return value;
    };
    const failed = (error) => {
      leave();
      host.print('step', `✗ ${path} (${(host.now() - begun).toFixed(1)} ms)`);
      keep(error, path);
      throw error;
    };
    let value;
    try {
      value = kit.runnable(body, 'a step')();
    } catch (error) {
      return failed(error);
    }
    return typeof value?.then === 'function' ? value.then(done, failed) : done(value);
  };

  /** The innermost step is the one that a failure names. */
  function keep(error, path) {
    if (!(error instanceof Error) || error.details?.step !== undefined) {
      return;
    }
    try {
      const details = { ...error.details, step: path };
      Object.defineProperty(error, 'details', { value: details, writable: true, configurable: true, enumerable: false });
    } catch {
      // An error that cannot be changed names no step.
    }
  }

  kit.forgetSteps = () => void open.splice(0);
}
