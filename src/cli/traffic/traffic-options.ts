/** What traffic is asked for, checked once. */

/** Share of customers whose address the host knows: page one would be skipped, so the two flows are the same to them. */
export const KNOWN_ADDRESS = 0.15;

/** Customers of an experiment to be simulated. */
export interface TrafficOptions {
  /** How many units, guests and known customers together. */
  readonly units: number;
  /** True relative lift of one-page over two-page in conversion: 0.031 is 3.1 % more. */
  readonly lift: number;
  /** Share of two-page units that convert. */
  readonly baseRate: number;
  /** Days the arrivals are spread over. */
  readonly days: number;
  /** The same seed makes the same customers. */
  readonly seed: string;
  /** Name of the experiment. */
  readonly experiment: string;
  /** Account of the simulator, `sk_test_<account>`. */
  readonly account: string;
  /** Share of units that nobody knows; the others are customers in Stripe. */
  readonly guests: number;
}

/** What is taken where nothing is said. */
export const TRAFFIC_DEFAULTS: Omit<TrafficOptions, 'units' | 'account'> = {
  lift: 0,
  baseRate: 0.4,
  days: 28,
  seed: '1',
  experiment: 'pages',
  guests: 0,
};

/** Most units: the simulator keeps all of them in memory. */
const MOST_UNITS = 200_000;

const within = (value: number, least: number, most: number): boolean => value >= least && value <= most;

/** Says in one line what is wrong with the options, or null. */
export function findTrafficProblem(options: TrafficOptions): string | null {
  const { units, lift, baseRate, days, seed, experiment, account, guests } = options;
  if (!Number.isInteger(units) || !within(units, 1, MOST_UNITS))
    return `--traffic must be a whole number of customers from 1 to ${String(MOST_UNITS)}: write --traffic 5000.`;
  if (!(baseRate > 0 && baseRate < 1))
    return '--base-rate must be a share above 0 and below 1: write --base-rate 0.4 for 40 %.';
  if (!Number.isFinite(lift) || !within(oneShownRate(options), 0, 1))
    return `--lift must leave the conversion rate between 0 and 1: with --base-rate ${String(baseRate)} write a lift from ${toPercent(-(1 - KNOWN_ADDRESS))} to ${toPercent((1 / baseRate - 1) * (1 - KNOWN_ADDRESS))}, such as --lift 0.031 for 3.1 %.`;
  if (!Number.isInteger(days) || !within(days, 1, 365))
    return '--days must be a whole number from 1 to 365: write --days 28.';
  if (!within(guests, 0, 1)) return '--guests must be a share from 0 to 1: write --guests 0.2 for 20 %.';
  if (seed.length === 0 || seed.length > 100) return '--seed must be 1 to 100 characters: write --seed 7.';
  if (!/^[a-z0-9][a-z0-9_-]{0,63}$/i.test(experiment))
    return '--experiment must be 1 to 64 letters, digits, - or _, such as --experiment pages.';
  if (!/^\w{1,64}$/.test(account))
    return '--account must be 1 to 64 letters, digits or _, such as --account simulator: the key is then sk_test_simulator.';
  return null;
}

const toPercent = (share: number): string => String(Math.trunc(share * 1000) / 1000);

/** Conversion rate of one-page among those who see a difference: the lift of all is theirs alone. */
export const oneShownRate = ({ baseRate, lift }: Pick<TrafficOptions, 'baseRate' | 'lift'>): number =>
  baseRate * (1 + lift / (1 - KNOWN_ADDRESS));
