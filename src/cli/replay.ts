/** `billing-checkout replay`: walks a trace through the table of this version, and draws it. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readTrace, ReplayError } from './replay/read-trace.js';
import { toDiagram } from './replay/to-diagram.js';
import { toTimeline } from './replay/to-timeline.js';
import { walkTrace } from './replay/walk-trace.js';

const REPLAY_USAGE = `billing-checkout replay FILE   what a checkout has gone through, step by step
    FILE             what "Copy details for support" copies, or JSON.stringify(checkout.trace)
    [--html FILE]    as a page with a diagram, too
  ends with 0 when all steps are what this version does, 1 when one differs, 2 when there is no such trace`;

/** Runs to its end; sets the exit code: 0 (as this version does), 1 (differs), 2 (no trace, or wrong flags). */
export function replay(args: readonly string[]): void {
  try {
    const { help, file, html } = readFlags(args);
    if (help) {
      console.log(REPLAY_USAGE);
      return;
    }
    const walk = walkTrace(readTrace(file));
    process.stdout.write(toTimeline(walk));
    if (html !== undefined) write(html, toDiagram(walk));
    process.exitCode = walk.steps.some(({ differs }) => differs) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof ReplayError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

function readFlags(args: readonly string[]): {
  readonly help: boolean;
  readonly file: string;
  readonly html: string | undefined;
} {
  const { values, positionals } = parse(args);
  const [file = '', ...others] = positionals;
  const help = values.help === true;
  if (!help && (file === '' || others.length > 0)) {
    throw new ReplayError('Name one file: billing-checkout replay trace.json. --help says more.');
  }
  return { help, file, html: values.html };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { help: { type: 'boolean', short: 'h' }, html: { type: 'string' } },
      allowPositionals: true,
    });
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : '';
    throw new ReplayError(`${message}. Run billing-checkout replay --help.`, { cause });
  }
}

function write(path: string, page: string): void {
  try {
    writeFileSync(path, page);
  } catch (cause) {
    throw new ReplayError(`--html: ${path} cannot be written. Name a file in a directory that is there.`, { cause });
  }
}
