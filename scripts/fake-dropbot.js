// A DropBot without hardware, for trying protocols at a desk:
//   hubsh serve dropbot_plugin scripts/fake-dropbot.js
// Other scripts import it, and serve it themselves.
const electrodes = new Map(Array.from({ length: 12 }, (_, i) => [`electrode${String(i + 1).padStart(3, '0')}`, 0]));
const DROPS = ['electrode003', 'electrode007'];

function known(id) {
  if (!electrodes.has(id)) {
    throw new RangeError(`there is no ${id}; there are electrode001 to electrode012`);
  }
  return id;
}

export default {
  find_liquid: {
    documentation: 'list the electrodes that are covered by liquid',
    run: () => DROPS,
  },

  set_electrode_state: {
    documentation: 'switch an electrode',
    arguments: {
      electrode_id: { type: 'string', required: true, description: 'electrode001 to electrode012' },
      state: { type: 'integer', enum: [0, 1], default: 1 },
    },
    examples: [{ electrode_id: 'electrode003', state: 1 }],
    run({ electrode_id, state }) {
      electrodes.set(known(electrode_id), state);
      return { electrode_id, state };
    },
  },

  get_channel_states: {
    documentation: 'tell the state of every electrode',
    run: () => Object.fromEntries(electrodes),
  },
};
