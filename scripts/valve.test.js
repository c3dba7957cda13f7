// A protocol with clean-up: whatever happens, the valve is closed again. Fixtures hold it, a poll waits for the pressure.
//   hubsh test scripts/valve.test.js --report-html report.html
import { test as base, expect, describe } from 'hubsh';

/** A controller without hardware: the pressure falls a little with each look at it while the valve is open. */
function controller() {
  let open = false;
  let pressure = 100;
  return {
    set_valve: ({ state }) => (open = state === 'open'),
    get_pressure: () => (pressure = open ? pressure * 0.8 : pressure),
  };
}

const test = base.extend({
  rig: async ({ fake }, use) => use(fake('valve_controller', controller())),
  /** An open valve; it is closed behind the test, also when the test fails. */
  valve: async ({ hub, rig }, use) => {
    const valve = hub.plugin('valve_controller');
    valve.set_valve({ state: 'open' });
    await use(valve);
    valve.set_valve({ state: 'closed' });
    expect(rig).toHaveBeenLastCalledWith('set_valve', { state: 'closed' });
  },
});

describe('releasing pressure', () => {
  test('falls below the limit', async ({ valve, rig }) => {
    await test.step('wait for the pressure', () =>
      expect.poll(() => valve.get_pressure(), { interval: '10ms', message: 'pressure' }).toBeLessThan(20));
    expect(rig).toHaveBeenCalledWith('set_valve', { state: 'open' });
  });

  test('keeps the pressure while the valve is closed', ({ rig, hub }) => {
    expect(hub.execute('valve_controller', 'get_pressure')).toBe(100);
    expect(rig.commands.set_valve).not.toHaveBeenCalled();
  });
});
