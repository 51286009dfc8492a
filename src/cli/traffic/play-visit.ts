/** Does what one visit was planned to do, moment by moment, and writes down how it went. */
import type { PaymentPageReply } from '../../simulator/wire/post-payment-page.js';
import { createFunnelLog, type FunnelLog } from './funnel-log.js';
import type { UnitPlan } from './plan-unit.js';
import type { Moment, Visit } from './plan-visit.js';
import type { Opening, OpenPage, TrafficShop } from './traffic-shop.js';
import { PACE } from './habits.js';
import type { StoredFunnelEvent } from '../../contract/funnel-events.js';

/** What stays with a unit between its visits. */
export interface Shopper {
  readonly plan: UnitPlan;
  customer: string | null;
  purchase: number;
  session: string | null;
}

/** A visit that goes on. */
export interface PlayedVisit {
  /** Does the next moment. The account's clock shows its time already. */
  readonly play: (moment: Moment) => Promise<void>;
}

/** What a visit is played in. */
export interface Stage {
  readonly shop: TrafficShop;
  readonly experiment: string;
  readonly takeEvent: (event: StoredFunnelEvent) => void;
}

/** When Stripe's answer is seen, after the request. */
const ANSWERED = PACE.confirming[0];

const BILLING = {
  name: 'Grace Hopper',
  address: { line1: '1 Main Street', city: 'San Francisco', state: 'CA', postal_code: '94107', country: 'US' },
};

/** Begins a visit. */
export function playVisit({ shop, experiment, takeEvent }: Stage, shopper: Shopper, visit: Visit): PlayedVisit {
  const { plan } = shopper;
  const log = createFunnelLog({ visit: visit.name, flow: visit.flow, experiment, take: takeEvent });
  let page: OpenPage | null = null;
  let amount = 0;
  let challenge: string | null = null;

  const opened = (): OpenPage => {
    if (!page) throw new Error('A visit begins by opening a session.');
    return page;
  };
  const open = async (at: number): Promise<void> => {
    log.viewed(at);
    if (!plan.guest) shopper.customer ??= await shop.createCustomer(plan);
    if (!visit.resumes) shopper.purchase += 1;
    const opening: Opening = {
      customer: shopper.customer,
      key: `${plan.unit}-purchase-${String(shopper.purchase)}`,
      resume: visit.resumes ? shopper.session : null,
    };
    page = await shop.open(plan, visit, experiment, opening);
    shopper.session = page.id;
  };
  const ready = async (at: number): Promise<void> => {
    const reply = await shop.init(opened());
    amount = toSession(reply).total.total.minorUnitsAmount;
    const fields = [...visit.asked, 'payment' as const];
    const step = visit.flow === 'one-page' ? null : visit.asked.length > 0 ? 'details' : 'payment';
    log.ready(at, { session: opened().id, fields, step, amount });
  };
  const submit = async (at: number, number: string): Promise<void> => {
    log.submitted(at);
    const reply = await shop.confirm(opened(), {
      expected_amount: amount,
      ...(opened().email === 'ask' && { email: `${plan.unit.toLowerCase()}@guests.example` }),
      payment_method_data: {
        type: 'card',
        card: { number, exp_month: 12, exp_year: 2040, cvc: number.startsWith('37') ? '1234' : '123' },
        billing_details: BILLING,
      },
    });
    challenge = reply.outcome === 'page' ? (reply.page.next_action?.source ?? null) : null;
    if (challenge === null) tellEnd(log, at + ANSWERED, reply);
  };
  const answer = async (at: number, outcome: 'complete' | 'fail' | 'canceled'): Promise<void> => {
    if (challenge === null) throw new Error('A bank was to ask and did not.');
    const reply = await shop.answer(opened(), { source: challenge, outcome });
    challenge = null;
    tellEnd(log, at + ANSWERED, reply);
  };

  return {
    play: async (moment) => {
      const { at } = moment;
      switch (moment.kind) {
        case 'open':
          return open(at);
        case 'ready':
          return ready(at);
        case 'switch':
          log.switched();
          return shop.tellSwitch(opened(), shopper.customer);
        case 'field':
          log.field(at, moment.field);
          return;
        case 'continue':
          log.stepped(at, moment.skipped);
          return;
        case 'submit':
          return submit(at, moment.card);
        case 'answer':
          return answer(at, moment.outcome);
        case 'leave':
          log.abandoned(at, challenge === null ? 'ready' : 'confirming');
      }
    },
  };
}

function toSession(reply: PaymentPageReply) {
  if (reply.outcome === 'page') return reply.page.session;
  throw new Error(
    reply.outcome === 'refused' ? `The simulator refused: ${reply.error.message}` : 'The simulator failed.',
  );
}

/** Paid, or declined. Anything else would be a mistake of the traffic's own. */
function tellEnd(log: FunnelLog, at: number, reply: PaymentPageReply): void {
  if (reply.outcome === 'page' && reply.page.session.status.type === 'complete') {
    log.completed(at);
    return;
  }
  if (reply.outcome !== 'refused') throw new Error('A payment neither passed nor was refused.');
  const { type, code, declineCode, message } = reply.error;
  if (type !== 'card_error' && code !== 'payment_intent_authentication_failure')
    throw new Error(`The simulator refused: ${message}`);
  log.declined(at, declineCode ?? (type === 'card_error' ? code : null));
}
