/** Counts, from kept funnel events, how far page views came. The query runs in DuckDB, an optional package. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBInstance as Database } from '@duckdb/node-api';
import { FUNNEL_VERSION } from '../../contract/funnel-events.js';
import { FUNNEL_STEPS, type ArmFunnel, type Funnel, type FunnelStepName } from '../figures/funnel.js';
import type { Period } from '../read/period.js';
import { ReportError } from '../report-error.js';

export interface FunnelQuestion {
  /** Where the files are. */
  readonly folder: string;
  readonly experiment: string;
  readonly period: Period;
  /** The control first. */
  readonly variants: readonly string[];
}

type Counts = Readonly<Record<FunnelStepName, number>>;

/** Rejects with a {@link ReportError} when there are no files, or no DuckDB. */
export async function readFunnel({ folder, experiment, period, variants }: FunnelQuestion): Promise<Funnel> {
  const { DuckDBInstance, files } = await prepareFunnel(folder);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(toLoading(files));
    const torn = await connection.runAndReadAll('select count(*) from lines where json is null');
    const found = await connection.runAndReadAll(COUNTS, { experiment, since: period.from, until: period.to });
    const counts = new Map(found.getRows().map(([variant, ...reached]) => [String(variant), toCounts(reached)]));
    return toFunnel(counts, variants, Number(torn.getRows()[0]?.[0] ?? 0));
  } catch (cause) {
    throw new ReportError('data', `events: ${folder} could not be read: ${firstLine(cause)}`, { cause });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Finds the files and DuckDB. Called early, so that nobody waits for Stripe to hear that one of them is missing. */
export async function prepareFunnel(
  folder: string,
): Promise<{ readonly DuckDBInstance: typeof Database; readonly files: readonly string[] }> {
  const files = listFiles(folder);
  const { DuckDBInstance } = await import('@duckdb/node-api').catch((cause: unknown) => {
    throw new ReportError('usage', 'events: reading them needs DuckDB. Run npm install @duckdb/node-api.', { cause });
  });
  return { DuckDBInstance, files };
}

function listFiles(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (cause) {
    throw new ReportError(
      'usage',
      `events: ${folder} is no directory that can be read. Name the one that the events are kept in.`,
      { cause },
    );
  }
  const files = names.filter((name) => name.endsWith('.ndjson')).sort();
  if (files.length === 0) {
    throw new ReportError(
      'usage',
      `events: ${folder} holds no .ndjson file. Name the directory that the events are kept in.`,
    );
  }
  return files.map((name) => join(folder, name));
}

/** A line that is no JSON, such as one that was being written, becomes null. */
const toLoading = (files: readonly string[]): string =>
  `create temp table lines as
   select json from read_ndjson_objects([${files.map((file) => `'${file.replaceAll("'", "''")}'`).join(', ')}], ignore_errors = true)`;

/**
 * One row per page view first, then one per variant. Page one counts as passed when page two is shown; where there is
 * one page, when its details need nothing more. A view that only finds a payment made before is nobody's way. Whoever reached a step has reached the steps before.
 */
const COUNTS = `
  with events as (
    select
      json_extract_string(json, '$.visit') as visit,
      json_extract_string(json, '$.type') as type,
      json_extract_string(json, '$.flow') as flow,
      json_extract_string(json, '$.step') as step,
      json_extract_string(json, '$.field') as field,
      json_extract_string(json, '$.replayed') as replayed,
      json_extract_string(json, '$.experiment.variant') as variant,
      coalesce(
        try_cast(json_extract_string(json, '$.receivedAt') as double),
        try_cast(json_extract_string(json, '$.at') as double)
      ) / 1000 as time,
      len(list_filter(json_extract_string(json, '$.fields[*]'), name -> name in ('email', 'company', 'tax_id', 'purchase_order', 'fields', 'address'))) as asked
    from lines
    where json_extract_string(json, '$.v') = '${FUNNEL_VERSION}'
      and json_extract_string(json, '$.experiment.name') = $experiment
  ),
  visits as (
    select
      min(variant) as variant,
      min(time) as time,
      bool_or(type = 'ready') as ready,
      bool_or(type = 'step' and step = 'payment') as page_two,
      coalesce(bool_or(type = 'ready' and flow = 'one-page'), false) as one_page,
      coalesce(max(asked) filter (where type = 'ready'), 0) as asked,
      count(distinct field) filter (where type = 'field_completed' and field in ('email', 'company', 'tax_id', 'purchase_order', 'fields', 'address')) as filled,
      bool_or(type = 'submitted') as submitted,
      bool_or(type = 'completed' and replayed = 'true') as replayed,
      bool_or(type = 'completed' and replayed = 'false') as completed
    from events
    where visit is not null and variant is not null
    group by visit
  )
  select
    variant,
    count(*) as viewed,
    count(*) filter (where ready or page_two or submitted or completed) as ready,
    count(*) filter (where page_two or (one_page and filled >= asked) or submitted or completed) as details,
    count(*) filter (where submitted or completed) as submitted,
    count(*) filter (where completed) as completed
  from visits
  where time >= $since and time < $until and (submitted or not replayed)
  group by variant`;

function toCounts(reached: readonly unknown[]): Counts {
  const [viewed, ready, details, submitted, completed] = reached.map(Number);
  return {
    viewed: viewed ?? 0,
    ready: ready ?? 0,
    details: details ?? 0,
    submitted: submitted ?? 0,
    completed: completed ?? 0,
  };
}

function toFunnel(counts: ReadonlyMap<string, Counts>, variants: readonly string[], unreadable: number): Funnel {
  const arms = variants.map((variant): ArmFunnel => {
    const found = counts.get(variant);
    const viewed = found?.viewed ?? 0;
    const steps = FUNNEL_STEPS.map((step) => {
      const visits = found?.[step] ?? 0;
      return { step, visits, share: viewed === 0 ? null : visits / viewed };
    });
    return { variant, steps };
  });
  return { arms, visits: arms.reduce((sum, { steps }) => sum + (steps[0]?.visits ?? 0), 0), unreadable };
}

const firstLine = (cause: unknown): string => (cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '');
