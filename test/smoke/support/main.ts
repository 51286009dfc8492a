/** The command behind `npm run smoke`. */
import { writeFile } from 'node:fs/promises';
import { chromium, type Browser } from 'playwright-core';
import { GROUPS } from '../checks/index.js';
import { CHROMIUM_ARGS } from '../../../scripts/chromium-args.mjs';
import { compare } from './compare.js';
import { preflight } from './preflight.js';
import { summarize, toText } from './print.js';
import { archiveProducts } from './probe.js';
import { openSimulator, openStripe, type Keys } from './target.js';

export interface SmokeOptions {
  /** Keys of a test account; without them the simulator stands in for Stripe. */
  readonly keys: Keys | null;
  readonly only: readonly string[];
  /** Where the results go as JSON. */
  readonly json: string | null;
  /** Path of the Chromium to drive. */
  readonly chromium: string;
  readonly print: (text: string) => void;
}

/** Names of all checks, for `--list` and for a wrong `--only`. */
export const checkNames: readonly string[] = GROUPS.flatMap(({ checks }) => checks.map(({ name }) => name));

/** Runs the checks; resolves to the exit code. */
export async function runSmoke({ keys, only, json, chromium: executablePath, print }: SmokeOptions): Promise<number> {
  const unknown = only.find((name) => !checkNames.includes(name));
  if (unknown !== undefined) {
    print(`There is no check ${unknown}: npm run smoke -- --list names them all.`);
    return 1;
  }
  let browser: Promise<Browser> | undefined;
  const stripe = keys ? await openStripe(keys) : await openSimulator();
  const simulator = await openSimulator();
  try {
    const problem = await preflight(stripe);
    if (problem !== null) {
      print(problem);
      return 1;
    }
    const results = await compare({
      stripe,
      simulator,
      browser: () => (browser ??= chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] })),
      groups: GROUPS,
      only,
      tell: (result) => {
        print(toText(result));
      },
    });
    await archiveProducts(stripe);
    print(`\n${summarize(results)}`);
    if (json !== null) {
      const against = keys ? 'Stripe' : 'the simulator itself';
      await writeFile(json, `${JSON.stringify({ against, results }, null, 2)}\n`);
    }
    return results.some(({ status }) => status === 'failed') ? 1 : 0;
  } finally {
    await (await browser?.catch(() => undefined))?.close();
    await simulator.close();
    await stripe.close();
  }
}
