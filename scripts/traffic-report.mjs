/** Gives the demo an experiment to report on: simulated customers in an account of their own, filled in when asked for. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillSimulator } from '../dist/cli/traffic/fill-simulator.js';

/** Account of the local Stripe that holds them: `sk_test_traffic`. */
const ACCOUNT = 'traffic';

/** The same customers in every demo; some seconds of work. */
const TRAFFIC = { units: 3000, lift: 0.25, baseRate: 0.4, days: 35, seed: 'demo', experiment: 'pages', guests: 0 };

/** `simulator` and its `clock`; `toStripe` makes a client for a secret key; `units` for fewer customers, or more. */
export function createTrafficReport({ simulator, clock, toStripe, units = TRAFFIC.units }) {
  let folder;
  return {
    stripe: toStripe(`sk_test_${ACCOUNT}`),
    experiment: TRAFFIC.experiment,
    note:
      `These customers are simulated: ${units.toLocaleString('en-US')} made-up ones over ${TRAFFIC.days} days, ` +
      `for whom one page was given a true lift of ${TRAFFIC.lift * 100} %. No figure here says anything about real customers.`,
    async prepare(onProgress) {
      folder = await mkdtemp(join(tmpdir(), 'billing-traffic-'));
      await fillSimulator({ simulator, clock, options: { ...TRAFFIC, units, account: ACCOUNT }, folder, onProgress });
      return folder;
    },
    async close() {
      if (folder) await rm(folder, { recursive: true, force: true });
    },
  };
}
