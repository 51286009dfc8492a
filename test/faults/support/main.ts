/** Plays cases, prints the matrix. */
import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM_ARGS } from '../../../scripts/chromium-args.mjs';
import { KEEPS_PAGES } from '../../flows/support/chromium-args.js';
import { casesOf, fewCases, flowNames, momentOf, type Case } from './cases.js';
import { toDeviceFault } from './device-faults.js';
import { toFlow } from './flows.js';
import { playCase } from './play-case.js';
import { toTable, type Played } from './to-table.js';

/** What `npm run faults` was asked. */
export interface FaultsOptions {
  readonly flow?: string | undefined;
  readonly fault?: string | undefined;
  readonly moment?: string | undefined;
  /** Each fault, moment and flow once. */
  readonly few?: boolean;
  /** Tells what each case does. */
  readonly verbose?: boolean;
  /** How many cases are played at once. */
  readonly parallel: number;
  readonly chromium: string;
  readonly print: (text: string) => void;
}

/** Which cases are asked for. */
export function findCases({
  flow,
  fault,
  moment,
  few,
}: Pick<FaultsOptions, 'flow' | 'fault' | 'moment' | 'few'>): Case[] {
  return (few ? fewCases() : flowNames().flatMap(casesOf)).filter(
    (each) => isAsked(flow, each.flow) && isAsked(fault, each.fault) && isAsked(moment, momentOf(each)),
  );
}

/** Names are given one by one, or with commas between them. */
const isAsked = (names: string | undefined, name: string): boolean =>
  names === undefined || names.split(',').includes(name);

/** Plays them; resolves to what became of each. */
export async function playAll(
  cases: readonly Case[],
  options: Omit<FaultsOptions, 'flow' | 'fault' | 'moment'>,
): Promise<Played[]> {
  const start = (more = {}) => chromium.launch({ executablePath: options.chromium, args: [...CHROMIUM_ARGS], ...more });
  const browser = await start();
  let keeping: Promise<Browser> | undefined;
  const browserFor = (each: Case): Promise<Browser> | Browser =>
    'time' in each && toDeviceFault(each.fault).keepsPages ? (keeping ??= start(KEEPS_PAGES)) : browser;
  // What goes wrong on purpose is told to developers; here nobody reads it.
  const { warn, error } = console;
  console.warn = console.error = () => undefined;
  const left = [...cases];
  const played: Played[] = [];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next && browser.isConnected(); next = left.shift()) {
      const one = await playOne(next, await browserFor(next), options);
      played.push(one);
      if (one.broken !== null) options.print(toStory(one));
      else if (options.verbose) options.print([`${toName(next)}: kept`, ...one.story].join('\n  '));
    }
  };
  try {
    await Promise.all(Array.from({ length: options.parallel }, work));
  } finally {
    Object.assign(console, { warn, error });
    await browser.close();
    await (await keeping)?.close();
  }
  return played;
}

/** Plays, and prints. Resolves to the exit code. */
export async function faults(options: FaultsOptions): Promise<number> {
  const cases = findCases(options);
  if (cases.length === 0) {
    options.print('There is no such case.');
    return 1;
  }
  const began = performance.now();
  const played = await playAll(cases, options);
  for (const flow of flowNames()) {
    const own = played.filter((each) => each.case.flow === flow);
    if (own.length > 0) options.print(`\n${toTable(flow, own)}\n${toFlow(flow).without}`);
  }
  const broken = played.filter((each) => each.broken !== null);
  if (played.length < cases.length) options.print('\nThe browser has ended before the cases.');
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  options.print(`\n${String(played.length)} cases, ${String(broken.length)} broken (${minutes} minutes).`);
  return broken.length === 0 && played.length === cases.length ? 0 : 1;
}

async function playOne(each: Case, browser: Browser, { verbose }: { readonly verbose?: boolean }): Promise<Played> {
  const story: string[] = [];
  const began = performance.now();
  try {
    await playCase(each, browser, (text) => story.push(text));
    return {
      case: each,
      broken: null,
      story: verbose ? [...story, `${Math.round(performance.now() - began)} ms`] : [],
    };
  } catch (error) {
    return { case: each, broken: error instanceof Error ? error.message : String(error), story };
  }
}

const toName = (each: Case): string => `${each.flow}, ${each.fault} at ${momentOf(each)}`;

const toStory = ({ case: each, broken, story }: Played): string =>
  [
    `Broken in ${toName(each)}: ${broken ?? ''}`,
    ...story.map((line) => `  ${line}`),
    `Again: npm run faults -- --flow ${each.flow} --fault "${each.fault}" --moment "${momentOf(each)}"`,
  ].join('\n');
