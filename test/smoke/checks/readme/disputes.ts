/** Guesses about disputes. */
import type Stripe from 'stripe';
import { answerOf, at, kindOf } from '../../support/answer.js';
import { facts, type CheckGroup } from '../../support/check.js';
import type { Probe } from '../../support/probe.js';

/** How often, and after how many milliseconds, something is looked at that a bank is to do. */
const LOOKS = 30;
const PAUSE_MS = 1_000;

const DAY = 86_400;

/** Reads again until it is as wanted, or patience ends. */
async function readUntil<T>(read: () => Promise<T>, wanted: (seen: T) => boolean): Promise<T> {
  let seen = await read();
  for (let looks = 0; !wanted(seen) && looks < LOOKS; looks += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    seen = await read();
  }
  return seen;
}

/** The dispute of a payment; null when none came. */
async function disputeOf({ stripe }: Probe, intent: string): Promise<Stripe.Dispute | null> {
  const read = async () => (await stripe.disputes.list({ payment_intent: intent })).data[0] ?? null;
  return readUntil(read, (dispute) => dispute !== null);
}

/** Pays with a ready-made card whose payment is disputed. */
async function byCard(probe: Probe, card = 'createDispute'): Promise<Stripe.Dispute | null> {
  const { id } = await probe.intent();
  await probe.stripe.paymentIntents.confirm(id, { payment_method: `pm_card_${card}` });
  return disputeOf(probe, id);
}

async function byAccount(probe: Probe): Promise<Stripe.Dispute | null> {
  const { id } = await probe.intent({ allowed_payment_method_types: ['us_bank_account'] });
  await probe.stripe.paymentIntents.confirm(id, {
    payment_method: 'pm_usBankAccount_dispute',
    mandate_data: { customer_acceptance: { type: 'offline', offline: {} } },
  });
  return disputeOf(probe, id);
}

/** As Stripe.js sends it. */
async function byIban(probe: Probe): Promise<Stripe.Dispute | null> {
  const intent = await probe.intent({ currency: 'eur', allowed_payment_method_types: ['sepa_debit'] });
  await probe.send('POST', `/v1/payment_intents/${intent.id}/confirm`, {
    key: 'publishable',
    params: {
      client_secret: intent.client_secret ?? '',
      'payment_method_data[type]': 'sepa_debit',
      'payment_method_data[sepa_debit][iban]': 'DE35370400440532013002',
      'payment_method_data[billing_details][name]': 'Smoke Test',
      'payment_method_data[billing_details][email]': 'billing-smoke@example.com',
      'mandate_data[customer_acceptance][type]': 'online',
      'mandate_data[customer_acceptance][online][infer_from_client]': 'true',
    },
  });
  return disputeOf(probe, intent.id);
}

/** Types of the events that name the payment, the charge or the dispute, in the order in which they were made. */
async function told({ stripe }: Probe, dispute: Stripe.Dispute): Promise<string[]> {
  const ids = [dispute.id, String(dispute.charge), String(dispute.payment_intent)];
  // Other checks make events meanwhile.
  const all = await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 1_000 });
  const about = all.filter(({ data: { object } }) => ids.includes(at(object, 'id')));
  return about.map(({ type }) => type).reverse();
}

const NONE = 'no dispute';
const short = (types: readonly string[]): string => types.map((type) => type.replace('charge.dispute.', '')).join(', ');

const why = (dispute: Stripe.Dispute | null): string =>
  dispute === null
    ? NONE
    : `${dispute.reason} ${at(dispute, 'payment_method_details.card.network_reason_code')} ${dispute.payment_method_details ? 'details' : 'no details'}`;

const due = (dispute: Stripe.Dispute | null): string => {
  if (dispute === null) return NONE;
  const { due_by: by } = dispute.evidence_details;
  if (by === null || by === 0) return String(by);
  return `day ${String(Math.floor(by / DAY) - Math.floor(dispute.created / DAY))}, second ${String(by % DAY)}`;
};

async function endOf(probe: Probe, dispute: Stripe.Dispute | null): Promise<string> {
  if (dispute === null) return NONE;
  const first = await probe.stripe.events.list({ type: 'charge.dispute.created', limit: 20 });
  const born = first.data.find(({ data: { object } }) => at(object, 'id') === dispute.id);
  const end = await readUntil(
    () => probe.stripe.disputes.retrieve(dispute.id),
    ({ status }) => status === 'lost',
  );
  const types = (await told(probe, dispute)).filter((type) => type.startsWith('charge.dispute.'));
  return `${at(born, 'data.object.status')}, then ${end.status}: ${short(types)}`;
}

const update = (probe: Probe, { id }: Stripe.Dispute, params: Stripe.DisputeUpdateParams): Promise<string> =>
  answerOf(probe.stripe.disputes.update(id, params)).then(kindOf);

const WORDS = { uncategorized_text: 'The customer was here.' };

export const disputes: CheckGroup = {
  title: 'Disputes',
  checks: [
    {
      name: 'disputed-with-the-payment',
      about:
        'A dispute is made with the payment, its events between `charge.succeeded` and `payment_intent.succeeded`. The charge of an inquiry is `disputed`, too.',
      simulator:
        'events: payment_intent.created, charge.succeeded, created, funds_withdrawn, payment_intent.succeeded; charge of an inquiry disputed: true',
      run: async (probe) => {
        const dispute = await byCard(probe);
        const inquiry = await byCard(probe, 'createDisputeInquiry');
        const charge = inquiry && (await probe.stripe.charges.retrieve(String(inquiry.charge)));
        return facts({
          events: dispute ? short(await told(probe, dispute)) : NONE,
          'charge of an inquiry disputed': charge?.disputed,
        });
      },
    },
    {
      name: 'reasons-of-disputes',
      about:
        "Reasons of the test numbers that name none: an inquiry is about `fraudulent`, a US account's dispute `debit_not_authorized`, SEPA's `general`. Visa's codes are 10.4, 13.1 and, for an inquiry, 10. A debit's dispute has no `payment_method_details`.",
      simulator:
        'fraudulent: fraudulent 10.4 details; not received: product_not_received 13.1 details; inquiry: fraudulent 10 details; US account: debit_not_authorized not there no details; SEPA: general not there no details',
      run: async (probe) =>
        facts({
          fraudulent: why(await byCard(probe)),
          'not received': why(await byCard(probe, 'createDisputeProductNotReceived')),
          inquiry: why(await byCard(probe, 'createDisputeInquiry')),
          'US account': why(await byAccount(probe)),
          SEPA: why(await byIban(probe)),
        }),
    },
    {
      name: 'evidence-is-due',
      about: 'Evidence is due at the end of the eighth day; `due_by` is 0 for a bank debit.',
      simulator: 'card: day 8, second 86399; US account: 0; SEPA: 0',
      run: async (probe) =>
        facts({
          card: due(await byCard(probe)),
          'US account': due(await byAccount(probe)),
          SEPA: due(await byIban(probe)),
        }),
    },
    {
      name: 'debits-are-lost-at-once',
      about:
        "A bank debit's dispute is `lost` from its first event on, and `charge.dispute.closed` follows at once, for SEPA, too. Then the mandate of a US account is `inactive`.",
      simulator:
        'US account: lost, then lost: created, funds_withdrawn, closed; SEPA: lost, then lost: created, funds_withdrawn, closed; mandate: inactive',
      run: async (probe) => {
        const dispute = await byAccount(probe);
        const charge = dispute && (await probe.stripe.charges.retrieve(String(dispute.charge)));
        const mandate = charge?.payment_method_details?.us_bank_account?.mandate;
        return facts({
          'US account': await endOf(probe, dispute),
          SEPA: await endOf(probe, await byIban(probe)),
          mandate: mandate === undefined ? 'none' : (await probe.stripe.mandates.retrieve(String(mandate))).status,
        });
      },
    },
    {
      name: 'evidence-is-submitted',
      about:
        'Evidence is submitted unless `submit` says no, staged evidence with `submit: true` alone; metadata submit nothing. `submit: true` without any evidence is refused, and so is evidence after it was submitted.',
      simulator:
        'nothing to submit: 400 no code; staged: needs_response; metadata: needs_response; submitted alone: under_review; left out: under_review; evidence after that: 400 no code',
      run: async (probe) => {
        const { stripe } = probe;
        const [staged, direct] = [await byCard(probe), await byCard(probe)];
        if (!staged || !direct) return NONE;
        const nothing = await update(probe, staged, { submit: true });
        const one = await stripe.disputes.update(staged.id, { evidence: WORDS, submit: false });
        const two = await stripe.disputes.update(staged.id, { metadata: { looked: 'at' } });
        const three = await stripe.disputes.update(staged.id, { submit: true });
        const whole = await stripe.disputes.update(direct.id, { evidence: WORDS });
        return facts({
          'nothing to submit': nothing,
          staged: one.status,
          metadata: two.status,
          'submitted alone': three.status,
          'left out': whole.status,
          'evidence after that': await update(probe, direct, { evidence: { customer_name: 'Smoke Test' } }),
        });
      },
    },
    {
      name: 'winning-evidence',
      about:
        'The bank answers winning evidence within seconds, with `charge.dispute.funds_reinstated` before `charge.dispute.closed`, and the charge can be refunded then. Other words stay under review.',
      simulator:
        'submitted: under_review; events: created, funds_withdrawn, updated, funds_reinstated, closed; in the end: won; refundable: true; refund: accepted; other words: under_review',
      run: async (probe) => {
        const { stripe } = probe;
        const [wins, waits] = [await byCard(probe), await byCard(probe)];
        if (!wins || !waits) return NONE;
        const evidence = { uncategorized_text: 'winning_evidence' };
        await stripe.disputes.update(waits.id, { evidence: WORDS });
        const { status } = await stripe.disputes.update(wins.id, { evidence });
        const end = await readUntil(
          () => stripe.disputes.retrieve(wins.id),
          (seen) => seen.status === 'won',
        );
        const types = (await told(probe, wins)).filter((type) => type.startsWith('charge.dispute.'));
        return facts({
          submitted: status,
          events: short(types),
          'in the end': end.status,
          refundable: end.is_charge_refundable,
          refund: kindOf(await answerOf(stripe.refunds.create({ charge: String(wins.charge) }))),
          'other words': (await stripe.disputes.retrieve(waits.id)).status,
        });
      },
    },
    {
      name: 'closed-disputes',
      about:
        'A dispute that is closed takes nothing more, not even metadata. One whose evidence was submitted is not closed by API.',
      simulator: 'closed: lost; metadata: 400 no code; closed again: 400 no code; closed under review: 400 no code',
      run: async (probe) => {
        const { stripe } = probe;
        const [closed, waits] = [await byCard(probe), await byCard(probe)];
        if (!closed || !waits) return NONE;
        await stripe.disputes.update(waits.id, { evidence: WORDS });
        return facts({
          closed: (await stripe.disputes.close(closed.id)).status,
          metadata: await update(probe, closed, { metadata: { looked: 'at' } }),
          'closed again': kindOf(await answerOf(stripe.disputes.close(closed.id))),
          'closed under review': kindOf(await answerOf(stripe.disputes.close(waits.id))),
        });
      },
    },
  ],
};
