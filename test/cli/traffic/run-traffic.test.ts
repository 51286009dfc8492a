import type Stripe from 'stripe';
import { beforeAll, describe, expect, it } from 'vitest';
import { METADATA } from '../../../src/contract/metadata.js';
import { funnelEventSchema } from '../../../src/contract/funnel-events.js';
import { fillAccount, UNTIL } from './support/fill-account.js';

const DAY = 86_400_000;

async function all<T extends { id: string }>(list: Stripe.ApiListPromise<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of list) items.push(item);
  return items;
}

describe('a hundred and fifty customers, a fifth of them guests', () => {
  let filled: Awaited<ReturnType<typeof fillAccount>>;
  let sessions: Stripe.Checkout.Session[];
  beforeAll(async () => {
    filled = await fillAccount({ units: 150, guests: 0.2, lift: 0.1, seed: '7' });
    sessions = await all(filled.stripe.checkout.sessions.list({ limit: 100 }));
  });

  it('came over the last four weeks, in order', () => {
    const created = sessions.map((session) => session.created * 1000);

    expect(created).toEqual([...created].sort((a, b) => b - a));
    expect(Math.min(...created)).toBeGreaterThanOrEqual(UNTIL - 28 * DAY);
    expect(Math.min(...created)).toBeLessThan(UNTIL - 26 * DAY);
    expect(Math.max(...created)).toBeLessThanOrEqual(UNTIL);
  });

  it('were assigned, and their sessions say so as our server does', () => {
    const units = new Set(sessions.map(({ metadata }) => metadata?.[METADATA.unit]));

    expect(units.size).toBe(150);
    expect(filled.summary.units['two-page'] + filled.summary.units['one-page']).toBe(150);
    expect(filled.summary.units['one-page']).toBeGreaterThan(50);
    for (const { metadata, client_reference_id: reference } of sessions) {
      const { [METADATA.variant]: variant = '', [METADATA.unit]: unit = '' } = metadata ?? {};
      expect(reference).toBe(`bc1.pages.${variant}.${unit}`);
    }
  });

  it('bought or left, and their sessions ended', () => {
    const statuses = sessions.map(({ status }) => status);
    const complete = statuses.filter((status) => status === 'complete').length;

    expect(complete / 150).toBeCloseTo(0.41, 1);
    expect(statuses.filter((status) => status === 'expired').length).toBeGreaterThan(60);
    expect(
      sessions.filter(({ status }) => status === 'open').every(({ created }) => created * 1000 > UNTIL - DAY),
    ).toBe(true);
  });

  it('paid for their seats, were declined for reasons banks have, and were asked by banks', async () => {
    const charges = await all(filled.stripe.charges.list({ limit: 100 }));
    const intents = await all(filled.stripe.paymentIntents.list({ limit: 100 }));
    const paid = charges.filter((charge) => charge.paid);

    expect(new Set(paid.map(({ amount }) => amount)).size).toBeGreaterThan(10);
    expect(
      new Set(charges.filter((charge) => !charge.paid).map((charge) => charge.outcome?.reason)).size,
    ).toBeGreaterThan(3);
    expect(charges.length).toBeGreaterThan(intents.filter(({ latest_charge: charge }) => charge).length);
    expect(paid.some((charge) => charge.payment_method_details?.card?.three_d_secure)).toBe(true);
    expect(
      intents.some(({ last_payment_error: error }) => error?.code === 'payment_intent_authentication_failure'),
    ).toBe(true);
  });

  it('left funnel events that the contract takes, and that tell the same', () => {
    for (const { receivedAt, ...event } of filled.events) {
      expect(receivedAt).toBeGreaterThan(event.at);
      expect(funnelEventSchema.parse(event)).toEqual(event);
    }
    const completed = filled.events.filter(({ type }) => type === 'completed').map(({ session }) => session);
    const complete = sessions.filter(({ status }) => status === 'complete').map(({ id }) => id);

    expect(completed.sort()).toEqual(complete.sort());
  });

  it('leave the account in the present', async () => {
    const { created } = await filled.stripe.customers.create({});

    expect(created).toBe(UNTIL / 1000);
  });
});

it('does the same again with the same seed', async () => {
  const tell = async () => {
    const { stripe } = await fillAccount({ units: 25, seed: 'again' });
    const sessions = await all(stripe.checkout.sessions.list({ limit: 100 }));
    return sessions.map(({ created, status, amount_total, client_reference_id }) => ({
      created,
      status,
      amount_total,
      client_reference_id,
    }));
  };

  expect(await tell()).toEqual(await tell());
});
