// A protocol, tested without any hardware: the instruments are fakes that live as long as each test.
//   hubsh test scripts/protocol.test.js
import { test, expect, describe, RemoteError, NoSuchPluginError } from 'hubsh';
import dropbot from './fake-dropbot.js';

/** Moves a drop along a route, one electrode after the other; returns what was switched. */
function move(hub, route) {
  const bot = hub.plugin('dropbot_plugin');
  const done = [];
  for (const electrode_id of route) {
    done.push(bot.set_electrode_state({ electrode_id, state: 1 }).electrode_id);
    bot.set_electrode_state({ electrode_id, state: 0 });
  }
  return done;
}

describe('moving a drop', () => {
  test('switches each electrode of the route', ({ hub, fake }) => {
    fake('dropbot_plugin', dropbot);
    expect(move(hub, ['electrode001', 'electrode002'])).toEqual(['electrode001', 'electrode002']);
    expect(Object.values(hub.execute('dropbot_plugin', 'get_channel_states'))).not.toContain(1);
  });

  test('stops at an electrode that is not there', ({ hub, fake }) => {
    fake('dropbot_plugin', dropbot);
    expect(() => move(hub, ['electrode001', 'electrode099'])).toThrow(RemoteError);
  });

  test('needs the instrument', ({ hub }) => {
    expect(() => move(hub, ['electrode001'])).toThrow(NoSuchPluginError);
  });

  test('survives an instrument that fails now and then', ({ hub, fake }) => {
    let calls = 0;
    fake('dropbot_plugin', {
      find_liquid() {
        calls++;
        if (calls < 3) {
          throw new Error('no contact');
        }
        return ['electrode003'];
      },
    });
    const found = hub.until(
      () => {
        try {
          return hub.execute('dropbot_plugin', 'find_liquid');
        } catch (error) {
          return error instanceof RemoteError ? null : Promise.reject(error);
        }
      },
      { every: 5, for: '5s' },
    );
    expect(found).toEqual(['electrode003']);
    expect(calls).toBe(3);
  });
});
