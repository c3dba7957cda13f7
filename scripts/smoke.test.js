// Is the bench alive? Run before every experiment, and in CI:
//   hubsh test scripts/smoke.test.js --report-junit smoke.xml
import { test, expect, describe } from 'hubsh';

const EXPECTED = ['electrode_controller', 'pump', 'potentiostat'];

test('all plugins are registered', ({ hub }) => {
  expect(hub.plugins().map((plugin) => plugin.name)).toEqual(expect.arrayContaining(EXPECTED));
});

test.each(EXPECTED)('%s answers within a second', (name, { hub }) => {
  expect(hub.ping(name, { timeout: '1s' })).toBeLessThan(1000);
});

describe('electrodes', () => {
  test('one can be switched on, and off again', ({ hub }) => {
    const controller = hub.plugin('electrode_controller');
    const state = () =>
      controller.get_channel_states().find((each) => each.electrode_id === 'electrode003').state;

    controller.set_electrode_state({ electrode_id: 'electrode003', state: 1 });
    expect(state()).toBe(1);
    controller.set_electrode_state({ electrode_id: 'electrode003', state: 0 });
    expect(state()).toBe(0);
  });
});
