/** Reads the flags of `simulate --traffic`. */
import { findFolderProblem } from './event-files.js';
import { findTrafficProblem, TRAFFIC_DEFAULTS, type TrafficOptions } from './traffic-options.js';

/** Flags that mean nothing without `--traffic`. */
export const TRAFFIC_FLAGS = {
  traffic: { type: 'string' },
  lift: { type: 'string' },
  'base-rate': { type: 'string' },
  days: { type: 'string' },
  seed: { type: 'string' },
  experiment: { type: 'string' },
  account: { type: 'string' },
  guests: { type: 'string' },
  events: { type: 'string' },
} as const;

/** Values of {@link TRAFFIC_FLAGS} as they were written. */
export type TrafficFlags = { readonly [Name in keyof typeof TRAFFIC_FLAGS]?: string | undefined };

/** Account that traffic goes to unless another is named. */
const DEFAULT_ACCOUNT = 'simulator';

/** What the flags ask for: nothing, traffic, or what is wrong with them in one line. */
export type TrafficRequest =
  | { readonly kind: 'none' }
  | { readonly kind: 'traffic'; readonly options: TrafficOptions; readonly folder: string | null }
  | { readonly kind: 'problem'; readonly line: string };

/** Reads them. Makes the folder for events. */
export function readTrafficFlags(flags: TrafficFlags): TrafficRequest {
  if (flags.traffic === undefined) {
    const [lonely] = Object.entries(flags).find(([, value]) => value !== undefined) ?? [];
    if (lonely === undefined) return { kind: 'none' };
    return { kind: 'problem', line: `--${lonely} needs customers to work on: add --traffic 5000.` };
  }
  const options: TrafficOptions = {
    units: toNumber(flags.traffic),
    lift: toNumber(flags.lift, TRAFFIC_DEFAULTS.lift),
    baseRate: toNumber(flags['base-rate'], TRAFFIC_DEFAULTS.baseRate),
    days: toNumber(flags.days, TRAFFIC_DEFAULTS.days),
    seed: flags.seed ?? TRAFFIC_DEFAULTS.seed,
    experiment: flags.experiment ?? TRAFFIC_DEFAULTS.experiment,
    account: flags.account ?? DEFAULT_ACCOUNT,
    guests: toNumber(flags.guests, TRAFFIC_DEFAULTS.guests),
  };
  const folder = flags.events ?? null;
  const problem = findTrafficProblem(options) ?? (folder === null ? null : findFolderProblem(folder));
  return problem === null ? { kind: 'traffic', options, folder } : { kind: 'problem', line: problem };
}

/** Decimal notation only: an empty text, `0x10` and `Infinity` are no numbers here. */
const toNumber = (text: string | undefined, otherwise = NaN): number =>
  text === undefined ? otherwise : /^-?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN;
