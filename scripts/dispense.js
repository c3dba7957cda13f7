// Dispenses a volume in small portions, watches the level, and refills in time. Stops the pump in every case.
//   hubsh run --timeout 10m scripts/dispense.js VOLUME_UL
import { hub, args, UsageError } from 'hubsh';

const PORTION = 50;
const RESERVE = 100;
const volume = Number(args[0]);
if (!(volume > 0)) {
  throw new UsageError('usage: dispense.js VOLUME_UL');
}
const pump = hub.plugin('pump');
const isIdle = () => pump.get_status().state === 'idle';
const untilIdle = () => hub.until(isIdle, { every: 20, for: '1m', that: Boolean });

try {
  pump.set_rate({ ul_per_s: 500 });
  for (let left = volume; left > 0; left -= PORTION) {
    if (pump.get_status().left_ul < RESERVE) {
      console.error('refilling');
      pump.refill();
      untilIdle();
    }
    pump.dispense({ volume_ul: Math.min(PORTION, left) });
    untilIdle();
  }
  console.log(`dispensed ${volume} µL; ${pump.get_status().left_ul} µL are left`);
} finally {
  pump.stop();
}
