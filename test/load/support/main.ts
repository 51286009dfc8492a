/** What `npm run load` prints: sustained checkouts, what happens past saturation, and a server that stops in the middle. */
import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import autocannon from 'autocannon';
import { buy, type Outcome, type Step } from './customer.js';
import { openPlace, ORIGIN, type Place } from './place.js';

/** What was asked. */
export interface LoadArguments {
  /** Checkouts in the sustained part. */
  readonly checkouts: number;
  /** How many at once. */
  readonly customers: number;
  /** Connections that only ever open, for the part past saturation; and for how many seconds. */
  readonly connections: number;
  readonly seconds: number;
  readonly print: (text: string) => void;
}

/** What a part showed. */
export interface LoadFigures {
  readonly checkouts: number;
  readonly perSecond: number;
  /** Milliseconds: median, 95th and 99th percentile of a step. */
  readonly latencies: Readonly<Record<Step, readonly [number, number, number]>>;
  /** Bytes of each server process: at the beginning, half-way, at the end. */
  readonly memory: readonly (readonly [number, number, number])[];
  /** Answers 503 that customers met, and came through. */
  readonly busy: number;
  /** Paid at Stripe and not seen so by the customer, paid twice, or of which no hook was told. */
  readonly lost: number;
}

const STEPS: readonly Step[] = ['open', 'change', 'pay', 'read'];

/** Has so many customers buy, `atOnce` at a time. */
export async function checkOut(place: Place, count: number, atOnce: number, name: string): Promise<LoadFigures> {
  const times = new Map<Step, RecordableHistogram>(STEPS.map((step) => [step, createHistogram()]));
  const memories = place.servers.map((server) => [server.memory, 0, 0] as [number, number, number]);
  const weigh = (column: 1 | 2): void => {
    place.servers.forEach((server, index) => {
      const row = memories[index];
      if (row) row[column] = server.memory;
    });
  };
  const outcomes: Outcome[] = [];
  let busy = 0;
  let next = 0;
  const begun = performance.now();
  const work = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) {
      if (index === Math.floor(count / 2)) weigh(1);
      const outcome = await buy(place, `purchase-${name}-${String(index)}`, (step, milliseconds, status) => {
        if (status === 503) busy += 1;
        else times.get(step)?.record(Math.max(1, Math.round(milliseconds * 1000)));
      });
      outcomes.push(outcome);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const seconds = (performance.now() - begun) / 1000;
  weigh(2);
  await place.simulator.settled();
  const percentiles = (step: Step): [number, number, number] => {
    const histogram = times.get(step);
    return [50, 95, 99].map((percent) => (histogram?.percentile(percent) ?? 0) / 1000) as [number, number, number];
  };
  return {
    checkouts: count,
    perSecond: count / seconds,
    latencies: {
      open: percentiles('open'),
      change: percentiles('change'),
      pay: percentiles('pay'),
      read: percentiles('read'),
    },
    memory: memories,
    busy,
    lost: await countLost(place, outcomes),
  };
}

/** Asks Stripe what was paid, customers what they have seen, and the servers what their hooks were told. */
async function countLost(place: Place, outcomes: readonly Outcome[]): Promise<number> {
  const told = place.servers.flatMap(({ lines }) => lines).join('\n');
  const paid = new Map<string, number>();
  for await (const session of place.stripe.checkout.sessions.list({ status: 'complete', limit: 100 }))
    paid.set(session.id, (paid.get(session.id) ?? 0) + 1);
  const seen = outcomes.filter(({ id, truth }) => truth.status === 'complete' && paid.get(id) === 1);
  const heard = outcomes.filter(({ id }) => told.includes(`checkout.completed:${id}:paid`));
  return Math.max(outcomes.length - seen.length, outcomes.length - heard.length);
}

/** What a flood of openings met. */
export interface FloodFigures {
  readonly served: number;
  readonly busy: number;
  /** Anything else: there is none. */
  readonly other: number;
  /** Milliseconds, of all answers. */
  readonly p99: number;
}

/** Opens checkouts from so many connections at once, never pays, and never waits. */
export async function flood(place: Place, connections: number, seconds: number): Promise<FloodFigures> {
  let key = 0;
  const counts = { served: 0, busy: 0, other: 0 };
  const instance = autocannon({
    url: place.proxy.url,
    connections,
    duration: seconds,
    // Seconds. All of it runs on one machine, which may be slow to hand an answer over.
    timeout: 30,
    requests: [
      {
        method: 'POST',
        path: '/billing/sessions',
        headers: { origin: ORIGIN, 'content-type': 'application/json' },
        body: JSON.stringify({ contract: 1, kind: 'purchase', items: [{ price: 'pro_monthly', quantity: 1 }] }),
        setupRequest: (request) => ({
          ...request,
          headers: { ...request.headers, 'idempotency-key': `purchase-flood-${String((key += 1))}` },
        }),
        onResponse: (status) => {
          counts[status === 201 ? 'served' : status === 503 ? 'busy' : 'other'] += 1;
        },
      },
    ],
  });
  const result = await instance;
  return { ...counts, other: counts.other + result.errors, p99: result.latency.p99 };
}

const mega = (bytes: number): string => (bytes / 1_048_576).toFixed(0);

function printCheckouts(title: string, figures: LoadFigures, print: (text: string) => void): void {
  print(
    `\n${title}: ${String(figures.checkouts)} checkouts, ${figures.perSecond.toFixed(1)} per second, ${String(figures.busy)} answers 503, ${String(figures.lost)} payments lost`,
  );
  print('step      median      95 %      99 %   (milliseconds)');
  for (const step of STEPS)
    print(`${step.padEnd(8)}${figures.latencies[step].map((time) => time.toFixed(1).padStart(8)).join('  ')}`);
  figures.memory.forEach((row, index) => {
    print(`process ${String(index + 1)}: ${row.map(mega).join(' → ')} MB`);
  });
}

/** Measures, prints, and resolves to the exit code with the figures. */
export async function load({ checkouts, customers, connections, seconds, print }: LoadArguments): Promise<{
  readonly code: number;
  readonly figures: object;
}> {
  const faults: string[] = [];
  const expectThat = (holds: boolean, what: string): void => void (holds || faults.push(what));

  const calm = await openPlace();
  const warm = await checkOut(calm, Math.min(customers * 2, 40), customers, 'warm');
  const sustained = await checkOut(calm, checkouts, customers, 'sustained');
  printCheckouts(`Sustained, ${String(customers)} customers at once, two processes`, sustained, print);
  expectThat(warm.lost + sustained.lost === 0, 'a payment was lost under load');
  for (const [, half, end] of sustained.memory)
    expectThat(end < half * 1.5 + 50 * 1_048_576, 'memory grew from half-way to the end');
  const codes = await calm.close();
  expectThat(
    codes.every((code) => code === 0),
    'a process did not end with 0',
  );

  const full = await openPlace({ env: { BILLING_IN_FLIGHT_LIMIT: '8' } });
  const [flooded, beside] = await Promise.all([
    flood(full, connections, seconds),
    checkOut(full, customers, Math.min(customers, 8), 'beside'),
  ]);
  print(
    `\nPast saturation (limit 8 per process), ${String(connections)} connections for ${String(seconds)} s: ${String(flooded.served)} opened, ${String(flooded.busy)} answered 503, ${String(flooded.other)} anything else; 99 % within ${String(flooded.p99)} ms`,
  );
  printCheckouts('Customers beside the flood', beside, print);
  expectThat(flooded.busy > 0, 'the flood did not fill the servers: give it more connections');
  expectThat(flooded.other === 0, 'the flood met something other than 201 and 503');
  expectThat(beside.lost === 0, 'a payment was lost beside the flood');
  await full.close();

  const stopped = await stopInTheMiddle(Math.max(12, customers * 2), customers);
  print(
    `\nOne of two processes stops in the middle: exit code ${String(stopped.code)}, ${String(stopped.figures.checkouts)} checkouts, ${String(stopped.figures.lost)} payments lost`,
  );
  expectThat(stopped.code === 0, 'the process that was stopped did not end with 0');
  expectThat(stopped.figures.lost === 0, 'a payment was lost when a process stopped');

  print(faults.length === 0 ? '\nNothing lost.' : `\nBroken: ${faults.join('; ')}.`);
  return { code: faults.length === 0 ? 0 : 1, figures: { sustained, flooded, beside, stopped } };
}

/** Stops a process while customers buy. */
export async function stopInTheMiddle(
  checkouts: number,
  customers: number,
): Promise<{ readonly code: number | null; readonly figures: LoadFigures }> {
  const place = await openPlace();
  const [first] = place.servers;
  const buying = checkOut(place, checkouts, customers, 'stopped');
  while ((place.proxy.answered.get(first?.port ?? 0) ?? 0) < customers)
    await new Promise((resolve) => setTimeout(resolve, 5));
  const code = (await first?.stop()) ?? null;
  const figures = await buying;
  await place.close();
  return { code, figures };
}
