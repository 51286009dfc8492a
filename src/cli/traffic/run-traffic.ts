/** Fills a simulator's account with the customers of an experiment, as if they had come over the last weeks. */
import { assign, parseExperiment } from '../../experiment/index.js';
import type { StoredFunnelEvent } from '../../contract/funnel-events.js';
import { toArrivals } from './arrivals.js';
import { planUnit, type UnitPlan } from './plan-unit.js';
import type { Flow, Moment, Visit } from './plan-visit.js';
import { playVisit, type PlayedVisit, type Shopper, type Stage } from './play-visit.js';
import { createRandom } from './random.js';
import type { TrafficOptions } from './traffic-options.js';
import { openTrafficShop, type TrafficPlace } from './traffic-shop.js';

/** Beside the options: when the history ends, and who listens. */
export interface TrafficRun extends TrafficOptions {
  /** End of the history in milliseconds since the Unix epoch: now. */
  readonly until: number;
  /** Hears how many of the units have come so far. */
  readonly onProgress?: (arrived: number) => void;
  /** Takes each funnel event as it happens; `flush` is called now and then, and waited for. */
  readonly events?: { readonly take: (event: StoredFunnelEvent) => void; readonly flush: () => Promise<void> };
}

/** What the account holds afterwards. */
export interface TrafficSummary {
  /** Units by the variant their first visit showed. */
  readonly units: Readonly<Record<Flow, number>>;
  /** How often the checkout was opened. */
  readonly visits: number;
}

const DAY_MS = 86_400_000;

/** Other work of this process gets its turn this often. */
const BREATH_MS = 15;

/** One thing to do, and whose it is. */
interface Due {
  readonly moment: Moment;
  readonly visit: Visit;
  readonly shopper: Shopper;
}

/** Lets the customers come. Resolves when the history is written; the account's clock then runs again. */
export async function runTraffic(run: TrafficRun, place: TrafficPlace): Promise<TrafficSummary> {
  const { until, experiment } = run;
  const from = until - run.days * DAY_MS;
  const plans = planUnits(run, from);
  const dues = toDues(plans, until);
  place.setTime(from);
  try {
    const shop = await openTrafficShop(place, run.account);
    await play(run, place, { shop, experiment, takeEvent: run.events?.take ?? (() => undefined) }, dues);
  } finally {
    place.setTime(null);
  }
  const units = { 'two-page': 0, 'one-page': 0 };
  for (const { visits } of plans) units[visits[0]?.flow ?? 'two-page'] += 1;
  return { units, visits: dues.filter(({ moment }) => moment.kind === 'open').length };
}

function planUnits(run: TrafficRun, from: number): UnitPlan[] {
  const experiment = parseExperiment(run.experiment, ({ attribute, reason }) => {
    throw new RangeError(`${attribute} ${reason}`);
  });
  const toVariant = (unit: string): Flow =>
    experiment && assign(experiment, unit) === 'one-page' ? 'one-page' : 'two-page';
  const arrivals = toArrivals(createRandom(`${run.seed}/arrivals`), run.units, from, run.until);
  return arrivals.map((at, index) => planUnit(run, index, at, toVariant));
}

/** Everything that happens up to now, in order. Who is in the middle of it stays there. */
function toDues(plans: readonly UnitPlan[], until: number): Due[] {
  const dues = plans.flatMap((plan) => {
    const shopper: Shopper = { plan, customer: null, purchase: 0, session: null };
    return plan.visits.flatMap((visit) => visit.moments.map((moment) => ({ moment, visit, shopper })));
  });
  return dues.filter(({ moment }) => moment.at <= until).sort((a, b) => a.moment.at - b.moment.at);
}

async function play(run: TrafficRun, place: TrafficPlace, stage: Stage, dues: readonly Due[]): Promise<void> {
  const going = new Map<Visit, PlayedVisit>();
  let arrived = 0;
  let breathed = performance.now();
  for (const { moment, visit, shopper } of dues) {
    place.setTime(moment.at);
    const played = going.get(visit) ?? playVisit(stage, shopper, visit);
    if (visit.moments.at(-1) === moment) going.delete(visit);
    else going.set(visit, played);
    if (moment.kind === 'open' && visit === shopper.plan.visits[0]) run.onProgress?.((arrived += 1));
    await played.play(moment);
    if (performance.now() - breathed < BREATH_MS) continue;
    await run.events?.flush();
    await new Promise((resolve) => setImmediate(resolve));
    breathed = performance.now();
  }
}
