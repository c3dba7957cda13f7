// Starts a measurement, waits until it is done, and prints its results.
//   hubsh run scripts/experiment.js [SECONDS] [VOLTS] | jq .
import { hub, args, UsageError } from 'hubsh';

const [seconds = 1, volts = 0.4] = args.map(Number);
if (!(seconds > 0) || !(volts > 0)) {
  throw new UsageError('usage: experiment.js [SECONDS] [VOLTS]');
}
const potentiostat = hub.plugin('potentiostat');

const { experiment_id } = potentiostat.run_active_experiment({ seconds, 'Voltage (V)': volts });
console.error(`experiment ${experiment_id} runs for ${seconds} s`);

// The plugin answers null as long as it measures.
hub.until(() => potentiostat.acquisition_complete({ experiment_id }), { every: '100ms', for: `${seconds + 30}s` });

export default potentiostat.get_results({ experiment_id });
