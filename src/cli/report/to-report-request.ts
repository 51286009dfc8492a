/** Reads the flags of `billing-checkout report`. */
import { parseArgs } from 'node:util';
import { ReportError, type Goal, type ReportOptions } from '../../report/index.js';

export const REPORT_USAGE = `billing-checkout report --experiment NAME   what an experiment showed, read from Stripe
    [--from 2026-11-01] [--to 2026-12-01]   exposures that count, in UTC; default: 30 days and the window, up to now
    [--window 7]                            days within which a unit must complete
    [--control NAME] [--weights two-page=0.5,one-page=0.5]
    [--lift 0.03] [--power 0.8]             smallest lift worth seeing, and the chance of seeing it
    [--events DIR]                          kept funnel events, for drop-off by step (needs @duckdb/node-api)
    [--json] [--html FILE]                  as JSON; as a page
    [--stripe http://localhost:4243]        a simulator instead of Stripe
    [--resume FILE]                         keeps what was read until the report is done
  billing-checkout report --plan --base-rate 0.4 --lift 0.031 [--power 0.8] [--units-per-day N] [--variants 2] [--json]
    how many units an experiment needs
  STRIPE_SECRET_KEY: a secret key, or a restricted one that may read`;

/** What was asked. */
export type ReportRequest =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'read';
      readonly options: Omit<ReportOptions, 'stripe'>;
      readonly simulator: URL | undefined;
      readonly resume: string;
      readonly json: boolean;
      readonly html: string | undefined;
    }
  | PlanRequest;

/** What a plan is made from. */
export interface PlanRequest {
  readonly kind: 'plan';
  readonly goal: Goal;
  /** The control included. */
  readonly variants: number;
  readonly unitsPerDay: number | undefined;
  readonly json: boolean;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
  'base-rate': text,
  control: text,
  events: text,
  experiment: text,
  from: text,
  help: { ...flag, short: 'h' },
  html: text,
  json: flag,
  lift: text,
  plan: flag,
  power: text,
  resume: text,
  stripe: text,
  to: text,
  'units-per-day': text,
  variants: text,
  weights: text,
  window: text,
} as const;

type Values = ReturnType<typeof parse>;

/** Throws a {@link ReportError} of kind `usage` for flags that cannot be meant. */
export function toReportRequest(args: readonly string[]): ReportRequest {
  const values = parse(args);
  if (values.help === true) return { kind: 'help' };
  return values.plan === true ? toPlan(values) : toReading(values);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }).values;
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : '';
    throw new ReportError('usage', `${message}. Run billing-checkout report --help.`, { cause });
  }
}

function toReading(values: Values): ReportRequest {
  const { experiment, control, weights, events, html, from, to } = values;
  if (experiment === undefined) {
    throw new ReportError('usage', '--experiment is missing. Write --experiment and its name, or --plan.');
  }
  const options = {
    experiment,
    ...(from !== undefined && { from: toDate('from', from) }),
    ...(to !== undefined && { to: toDate('to', to) }),
    ...(control !== undefined && { control }),
    ...(events !== undefined && { events }),
    ...(weights !== undefined && { weights: toWeights(weights) }),
    ...numbers(values, ['window', 'lift', 'power']),
  };
  return {
    kind: 'read',
    options,
    simulator: values.stripe === undefined ? undefined : toAddress(values.stripe),
    resume: values.resume ?? `.billing-report-${experiment.replaceAll(/[^a-z0-9_-]/gi, '_').slice(0, 64)}.ndjson`,
    json: values.json ?? false,
    html,
  };
}

function toPlan(values: Values): PlanRequest {
  const baseRate = toNumber('base-rate', values['base-rate']);
  const lift = toNumber('lift', values.lift);
  if (baseRate === undefined || lift === undefined) {
    throw new ReportError('usage', '--plan needs --base-rate and --lift, such as --base-rate 0.4 --lift 0.031.');
  }
  const variants = toNumber('variants', values.variants) ?? 2;
  if (!Number.isInteger(variants) || variants < 2 || variants > 100) {
    throw new ReportError(
      'usage',
      `--variants: ${variants} is no number of variants. Write 2, the control included, or more.`,
    );
  }
  return {
    kind: 'plan',
    goal: { baseRate, lift, comparisons: variants - 1, ...numbers(values, ['power']) },
    variants,
    unitsPerDay: toNumber('units-per-day', values['units-per-day']),
    json: values.json ?? false,
  };
}

function numbers<K extends 'window' | 'lift' | 'power'>(
  values: Values,
  names: readonly K[],
): Partial<Record<K, number>> {
  const given: Partial<Record<K, number>> = {};
  for (const name of names) {
    const value = toNumber(name, values[name]);
    if (value !== undefined) given[name] = value;
  }
  return given;
}

function toNumber(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) {
    throw new ReportError('usage', `--${name}: ${JSON.stringify(value.slice(0, 40))} is no number.`);
  }
  return number;
}

const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** A day begins at midnight, UTC. */
function toDate(name: string, value: string): Date {
  const date = new Date(value);
  const real = DATE.test(value) && !Number.isNaN(date.getTime());
  // A day that does not exist, such as February 30, is moved on by the platform.
  if (!real || (value.length === 10 && date.toISOString().slice(0, 10) !== value)) {
    throw new ReportError(
      'usage',
      `--${name}: ${JSON.stringify(value.slice(0, 40))} is no date. Write 2026-11-01 or 2026-11-01T09:00:00Z.`,
    );
  }
  return date;
}

function toWeights(value: string): Record<string, number> {
  const weights: Record<string, number> = {};
  for (const part of value.split(',')) {
    const [name = '', share, ...rest] = part.split('=').map((piece) => piece.trim());
    const number = Number(share);
    if (
      name === '' ||
      name in weights ||
      share === undefined ||
      share === '' ||
      rest.length > 0 ||
      !Number.isFinite(number)
    ) {
      throw new ReportError(
        'usage',
        `--weights: ${JSON.stringify(part.slice(0, 80))} is no weight. Write two-page=0.5,one-page=0.5, each variant once.`,
      );
    }
    weights[name] = number;
  }
  return weights;
}

function toAddress(value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.username !== '') {
    throw new ReportError(
      'usage',
      `--stripe: ${JSON.stringify(value.slice(0, 80))} is no address. Write http://localhost:4243.`,
    );
  }
  return url;
}
