/** Writes a visit down as the funnel events its browser would have sent. */
import { FUNNEL_VERSION, type StoredFunnelEvent } from '../../contract/funnel-events.js';
import { toDeclineClass } from '../../core/declines.js';
import type { Flow } from './plan-visit.js';

/** Of its own literal type, which an object would widen. */
const VERSION: typeof FUNNEL_VERSION = FUNNEL_VERSION;

type Step = 'details' | 'payment';

/** Milliseconds until an event has reached the server. */
const ON_ITS_WAY = 400;

/** Keeps what is known of a visit while it goes on. */
export interface FunnelLog {
  readonly viewed: (at: number) => void;
  readonly ready: (at: number, ready: { session: string; fields: Field[]; step: Step | null; amount: number }) => void;
  /** The other form is shown from now on. Tells nothing by itself. */
  readonly switched: () => void;
  readonly field: (at: number, field: Field) => void;
  readonly stepped: (at: number, skipped: boolean) => void;
  readonly submitted: (at: number) => void;
  readonly declined: (at: number, code: string | null) => void;
  readonly completed: (at: number) => void;
  readonly abandoned: (at: number, state: 'ready' | 'confirming') => void;
}

type Field = 'email' | 'address' | 'payment';

/** What a log is begun with. `take` gets each event as it happens. */
export interface FunnelLogOptions {
  readonly visit: string;
  readonly flow: Flow;
  readonly experiment: string;
  readonly take: (event: StoredFunnelEvent) => void;
}

/** Begins a visit's log. All times in milliseconds since the Unix epoch. */
export function createFunnelLog({ visit, flow: variant, experiment, take }: FunnelLogOptions): FunnelLog {
  let flow: Flow = variant;
  let seq = 0;
  let readyAt: number | null = null;
  let session: string | null = null;
  let step: Step | null = null;
  let amount: number | null = null;
  let attempts = 0;
  let declines = 0;
  let lastField: Field | null = null;
  /** What every event carries. */
  const next = (at: number) => ({
    v: VERSION,
    visit,
    seq: (seq += 1),
    at,
    sinceReady: readyAt === null ? null : at - readyAt,
    session,
    flow,
    step,
    experiment: { name: experiment, variant },
    livemode: session === null ? null : false,
    receivedAt: at + ON_ITS_WAY,
  });
  const currency = 'usd';
  return {
    viewed: (at) => {
      take({ ...next(at), type: 'viewed' });
    },
    ready: (at, ready) => {
      ({ session, step, amount } = ready);
      readyAt = at;
      take({ ...next(at), type: 'ready', fields: ready.fields, amount, currency });
    },
    switched: () => {
      flow = flow === 'one-page' ? 'two-page' : 'one-page';
      step = flow === 'one-page' ? null : 'payment';
    },
    field: (at, field) => {
      lastField = field;
      take({ ...next(at), type: 'field_completed', field });
    },
    stepped: (at, skipped) => {
      if (flow === 'one-page') return;
      step = 'payment';
      take({ ...next(at), type: 'step', step, from: 'details', skipped });
    },
    submitted: (at) => {
      attempts += 1;
      take({ ...next(at), type: 'submitted', attempt: attempts, method: 'card', amount, currency });
    },
    declined: (at, code) => {
      declines += 1;
      lastField = 'payment';
      take({ ...next(at), type: 'declined', attempt: attempts, code, class: toDeclineClass(code) });
    },
    completed: (at) => {
      if (attempts > 1) take({ ...next(at), type: 'recovered', attempts, declines });
      take({
        ...next(at),
        type: 'completed',
        payment: 'paid',
        mode: 'subscription',
        attempts,
        replayed: false,
        amount,
        currency,
      });
    },
    abandoned: (at, state) => {
      take({ ...next(at), type: 'abandoned', state, lastField, attempts });
    },
  };
}
