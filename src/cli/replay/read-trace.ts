/** Takes a trace out of what somebody sends: the trace alone, details for support, or the detail of an event. */
import { readFileSync, statSync } from 'node:fs';
import * as z from 'zod/mini';
import { TRACE_VERSION } from '../../core/trace.js';
import { traceSchema, type ReadTrace } from './trace-schema.js';

/** Why there is nothing to be walked through, in one line that names the mend. */
export class ReplayError extends Error {
  override readonly name = 'ReplayError';
}

/** Two hundred steps are far smaller than this. */
const MOST_BYTES = 1_000_000;

/** What carries a trace beside other things. */
const carrier = z.object({ trace: z.looseObject({}) });

const versioned = z.object({ version: z.number() });

/** Reads a file. Throws a {@link ReplayError}. */
export function readTrace(path: string): ReadTrace {
  return parseTrace(readText(path), path);
}

function readText(path: string): string {
  let size: number;
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw new ReplayError(`${path} is no file.`);
    size = stat.size;
  } catch (cause) {
    if (cause instanceof ReplayError) throw cause;
    throw new ReplayError(`${path} cannot be read. Name the file that the trace was saved in.`, { cause });
  }
  if (size > MOST_BYTES) {
    throw new ReplayError(`${path} is too large for a trace (${(size / 1e6).toFixed(1)} MB): it never has 1 MB.`);
  }
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new ReplayError(`${path} cannot be read: may you read it?`, { cause });
  }
}

function parseTrace(text: string, path: string): ReadTrace {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ReplayError(
      `${path} is no JSON. Save what "Copy details for support" copies, or JSON.stringify(checkout.trace), as it is.`,
      { cause },
    );
  }
  const carried = carrier.safeParse(value);
  const whole: unknown = carried.success ? carried.data.trace : value;
  const version = versioned.safeParse(whole);
  if (!version.success) throw new ReplayError(`${path} is no trace: it has no version.`);
  if (version.data.version !== TRACE_VERSION) {
    throw new ReplayError(
      `${path} is a trace of version ${version.data.version}, this command reads version ${TRACE_VERSION}: use the billing-checkout that it comes from.`,
    );
  }
  const trace = traceSchema.safeParse(whole);
  if (trace.success) return trace.data;
  const [issue] = trace.error.issues;
  throw new ReplayError(`${path}: ${toPlace(issue?.path ?? [])} is not known to this version of billing-checkout.`);
}

/** Where it is, as JavaScript writes it. */
const toPlace = (path: readonly PropertyKey[]): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`))
    .join('') || 'all of it';
