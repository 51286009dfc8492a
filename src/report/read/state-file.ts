/** Keeps what has been read, page by page, so that a run that was stopped can go on. Lines of JSON, only ever appended to. */
import { appendFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { ReportError } from '../report-error.js';
import { SECONDS_PER_DAY, toIso, type Period } from './period.js';
import { rowSchema, type Row } from './row.js';

const seconds = z.int();
const headerSchema = z.object({
  state: z.literal(1),
  experiment: z.string(),
  account: z.string(),
  /** What the caller asked for; null where they left it to us. */
  asked: z.object({ from: z.nullable(seconds), to: z.nullable(seconds), window: seconds }),
  period: z.object({
    from: seconds,
    to: seconds,
    asOf: seconds,
    window: seconds,
    readUntil: z.nullable(seconds),
  }),
});
const pageSchema = z.object({ slice: z.int(), cursor: z.nullable(z.string()), rows: z.array(rowSchema) });

/** What a state file is about. Another one's is refused. */
export type StateHeader = z.infer<typeof headerSchema>;

/** A page as it is kept. */
export interface StatePage {
  readonly slice: number;
  readonly cursor: string | null;
  readonly rows: readonly Row[];
}

export interface StateFile {
  /** The period of the run that is being continued, or of this one. */
  readonly period: Period;
  /** True when an earlier run is being continued. */
  readonly resumed: boolean;
  /** Calls back with each page that was kept, oldest first. */
  readonly replay: (take: (page: StatePage) => void) => void;
  readonly append: (page: StatePage) => void;
  readonly remove: () => void;
}

/** Opens or begins a state file. Throws a {@link ReportError} when it is of another report. */
export function openStateFile(path: string, header: StateHeader): StateFile {
  const kept = existsSync(path) ? readLines(path) : [];
  const [first, ...pages] = kept;
  if (first === undefined) access(path, () => writeFileSync(path, toLine(header), { mode: 0o600 }));
  const period = first === undefined ? header.period : checkHeader(path, first, header).period;
  return {
    period,
    resumed: first !== undefined,
    replay: (take) => {
      for (const page of pages) take(parse(path, pageSchema, page));
    },
    append: (page) => {
      access(path, () => appendFileSync(path, toLine(page)));
    },
    remove: () => {
      rmSync(path, { force: true });
    },
  };
}

function access<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new ReportError('usage', `resume: ${path} cannot be read or written. Name a file that can.`, { cause });
  }
}

const toLine = (value: object): string => `${JSON.stringify(value)}\n`;

/** Whole lines only: one that was being written when the run was stopped is cut off. */
function readLines(path: string): string[] {
  const text = access(path, () => readFileSync(path, 'utf8'));
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
  return whole.split('\n').filter((line) => line !== '');
}

function parse<T extends z.ZodMiniType>(path: string, schema: T, line: string): z.output<T> {
  try {
    return z.parse(schema, JSON.parse(line));
  } catch (cause) {
    throw new ReportError('usage', `${path} is no state file of a report. Delete it, or name another with --resume.`, {
      cause,
    });
  }
}

function checkHeader(path: string, line: string, wanted: StateHeader): StateHeader {
  const kept = parse(path, headerSchema, line);
  const refuse = (what: string): never => {
    throw new ReportError('usage', `${path} keeps ${what}. Delete it to begin anew, or name another with --resume.`);
  };
  if (kept.experiment !== wanted.experiment) refuse(`a report on experiment ${kept.experiment}`);
  if (kept.account !== wanted.account) refuse('a report on another Stripe account or key');
  const { from, to, window } = kept.asked;
  if (from !== wanted.asked.from || to !== wanted.asked.to || window !== wanted.asked.window) {
    refuse(`a report on another period (${toIso(kept.period.from)} to ${toIso(kept.period.to)})`);
  }
  if (wanted.period.asOf - kept.period.asOf > SECONDS_PER_DAY) refuse(`a report begun at ${toIso(kept.period.asOf)}`);
  return kept;
}
