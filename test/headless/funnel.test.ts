/** What a customer's way through a checkout is told as: each thing when it happens, and once where it happens once. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { funnelEventSchema, type FunnelEvent } from '../../src/contract/funnel-events.js';
import { createFunnel } from '../../src/headless/funnel.js';
import { NO_FACTS } from '../../src/core/facts.js';
import { World } from '../core/support/world.js';
import { MemoryStorage } from './support/memory-storage.js';
import { open, watch } from './support/watched.js';
import { asked, useShop } from './support/use-shop.js';

const shop = useShop();

const ADA = {
  email: 'ada@example.com',
  billingAddress: { name: 'Ada Lovelace', address: { country: 'US', line1: '12 St James Square' } },
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('one page', () => {
  it('is told from the first look to the payment', async () => {
    const { customer, events, types } = await open(shop());
    customer.fill('pays');
    await customer.checkout.submit();
    expect(types()).toEqual([
      'viewed',
      'ready',
      'field_completed',
      'field_completed',
      'field_completed',
      'method_chosen',
      'submitted',
      'completed',
    ]);
    expect(events[0]).toMatchObject({ session: null, livemode: null, sinceReady: null });
    expect(events[1]).toMatchObject({ fields: ['email', 'address', 'payment'], amount: 1800, currency: 'usd' });
    expect(events[6]).toMatchObject({ attempt: 1, method: 'card', amount: 1800, currency: 'usd' });
    expect(events[7]).toMatchObject({ payment: 'paid', mode: 'subscription', attempts: 1, replayed: false });
  });

  it('says of every event whose it is, which it is, and when', async () => {
    const experiment = { name: 'pages', variant: 'one-page' };
    const { customer, events } = await open(shop(), { experiment });
    customer.clock.advance(7_000);
    customer.fill('pays');
    customer.clock.advance(500);
    await customer.checkout.submit();
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(events.map(({ visit }) => visit)).size).toBe(1);
    for (const event of events) {
      expect(funnelEventSchema.parse(event)).toEqual(event);
      expect(event).toMatchObject({ v: 1, flow: 'one-page', step: null, experiment });
    }
    expect(events.slice(1).map(({ session, livemode }) => [session, livemode])).toEqual(Array(7).fill(['cs_1', false]));
    expect(events.slice(1).map(({ sinceReady }) => sinceReady)).toEqual([0, 7000, 7000, 7000, 7000, 7500, 7500]);
  });

  it('counts what the host knows as nobody’s work', async () => {
    const { customer, told } = await open(shop(), { defaultValues: { email: ADA.email } });
    customer.fill('pays');
    expect(told('ready')[0]?.fields).toEqual(['address', 'payment']);
    expect(told('field_completed').map(({ field }) => field)).toEqual(['address', 'payment']);
  });

  it('tells of a field once, however often it is emptied and filled', async () => {
    const { customer, told } = await open(shop());
    for (const email of ['ada@example.com', 'ada@', 'ada@example.org']) customer.checkout.typeEmail(email);
    expect(told('field_completed').map(({ field }) => field)).toEqual(['email']);
  });

  it('tells which fields stopped a payment', async () => {
    const { customer, told } = await open(shop());
    expect(await customer.checkout.submit()).toBe('invalid');
    expect(told('invalid')).toMatchObject([{ fields: ['email', 'payment'] }]);
    expect(told('submitted')).toEqual([]);
  });
});

describe('two pages', () => {
  it('are told with the page that is shown', async () => {
    const { customer, events, told } = await open(shop(), { flow: 'two-page' });
    await customer.checkout.submit();
    customer.checkout.typeEmail(ADA.email);
    customer.gateway.typeAddress();
    await customer.checkout.submit();
    customer.gateway.type('pays');
    await customer.checkout.submit();
    expect(told('step')).toMatchObject([{ step: 'payment', from: 'details', skipped: false }]);
    expect(events.map(({ type, step }) => [type, step])).toEqual([
      ['viewed', null],
      ['ready', 'details'],
      ['invalid', 'details'],
      ['field_completed', 'details'],
      ['field_completed', 'details'],
      ['step', 'payment'],
      ['field_completed', 'payment'],
      ['method_chosen', 'payment'],
      ['submitted', 'payment'],
      ['completed', 'payment'],
    ]);
    expect(events.every(({ flow }) => flow === 'two-page')).toBe(true);
  });

  it('are told when the first is passed over', async () => {
    const { told } = await open(shop(), { flow: 'two-page', defaultValues: ADA, address: true });
    expect(told('ready')).toMatchObject([{ fields: ['payment'], step: 'payment' }]);
    expect(told('step')).toMatchObject([{ step: 'payment', from: 'details', skipped: true }]);
  });
});

describe('a decline', () => {
  it('is told with the bank’s reason, and the success after it as a recovery', async () => {
    const { customer, told, types } = await open(shop());
    customer.fill('declined');
    await customer.checkout.submit();
    expect(told('declined')).toMatchObject([{ attempt: 1, code: 'insufficient_funds', class: 'other_method' }]);
    customer.gateway.type('pays');
    await customer.checkout.submit();
    expect(told('submitted').map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(types().slice(-2)).toEqual(['recovered', 'completed']);
    expect(told('recovered')).toMatchObject([{ attempts: 2, declines: 1 }]);
    expect(told('completed')).toMatchObject([{ attempts: 2 }]);
  });

  it('is not told of an attempt that nobody declined, but the success after it is a recovery', async () => {
    const { customer, told } = await open(shop());
    customer.fill('lost');
    const submitted = customer.checkout.submit();
    for (const [reads, pause] of [
      [2, 3_000],
      [3, 5_000],
      [4, 0],
    ] as const) {
      await asked(shop(), reads);
      await customer.sees(() => customer.state.name === 'ready' || customer.clock.pending > 1);
      customer.clock.advance(pause);
    }
    await submitted;
    customer.gateway.type('pays');
    await customer.checkout.submit();
    expect(told('declined')).toEqual([]);
    expect(told('recovered')).toMatchObject([{ attempts: 2, declines: 0 }]);
  });
});

describe('a visit', () => {
  it('that finds the purchase paid is no conversion', async () => {
    const browser = { shared: new MemoryStorage(), own: new MemoryStorage() };
    const first = await open(shop(), browser);
    first.customer.fill('declined');
    await first.customer.checkout.submit();
    first.customer.gateway.type('pays');
    await first.customer.checkout.submit();

    const { customer, types, told } = watch(shop(), browser);
    customer.checkout.load();
    await customer.reaches('complete');
    customer.checkout.dispose();
    expect(types()).toEqual(['viewed', 'completed']);
    expect(told('completed')).toMatchObject([{ replayed: true, attempts: 0, session: 'cs_1' }]);
  });

  it('ends with the purchase: the next one on the same page is another', async () => {
    const { customer, events, types } = await open(shop());
    customer.fill('pays');
    await customer.checkout.submit();
    const first = events.length;
    customer.checkout.restart();
    await customer.reaches('ready');
    expect(types().slice(first)).toEqual(['viewed', 'ready']);
    expect(events[first]).toMatchObject({ seq: 1, session: null, sinceReady: null });
    expect(events[first]?.visit).not.toBe(events[0]?.visit);
  });

  it('goes on when opening failed and is tried once more', async () => {
    shop().faults.push(() => new Response(null, { status: 404 }));
    const { customer, types } = watch(shop());
    customer.checkout.load();
    await customer.reaches('failed');
    shop().faults.length = 0;
    customer.checkout.restart();
    await customer.reaches('ready');
    expect(types()).toEqual(['viewed', 'ready']);
  });

  it('is ready once, whatever is opened anew', async () => {
    const { customer, types } = await open(shop());
    customer.gateway.break();
    await customer.reaches('failed');
    customer.checkout.restart();
    await customer.reaches('ready');
    expect(types().filter((type) => type === 'ready')).toHaveLength(1);
  });
});

describe('leaving', () => {
  it('as soon as the host hears of the payment is not leaving without one', async () => {
    const { customer, types } = await open(shop());
    const { host, checkout } = customer;
    const emit = host.emit.bind(host);
    host.emit = (emission) => {
      emit(emission);
      if (emission.event === 'billing-complete') checkout.dispose();
    };
    customer.fill('pays');
    await checkout.submit();
    expect(types()).not.toContain('abandoned');
    expect(types().at(-1)).toBe('completed');
  });

  it('is told with the last that was done', async () => {
    const { customer, told, types } = await open(shop(), { flow: 'two-page' });
    customer.checkout.typeEmail(ADA.email);
    customer.checkout.dispose();
    expect(types().at(-1)).toBe('abandoned');
    expect(told('abandoned')).toMatchObject([{ state: 'ready', step: 'details', lastField: 'email', attempts: 0 }]);
  });

  it('is told once', async () => {
    const { customer, told } = await open(shop());
    customer.checkout.dispose();
    customer.checkout.dispose();
    expect(told('abandoned')).toHaveLength(1);
  });

  it('is told of a form that never came', () => {
    const { customer, told } = watch(shop());
    customer.checkout.load();
    customer.checkout.dispose();
    expect(told('abandoned')).toMatchObject([{ state: 'loading', lastField: null, session: null }]);
  });

  it('before anything was loaded is nothing', () => {
    const { customer, types } = watch(shop());
    customer.checkout.dispose();
    expect(types()).toEqual([]);
  });

  it('after the payment is nothing, and neither while money is on its way', async () => {
    const paid = await open(shop());
    paid.customer.fill('pays');
    await paid.customer.checkout.submit();
    paid.customer.checkout.dispose();
    expect(paid.told('abandoned')).toEqual([]);

    const underway = await open(shop());
    underway.customer.fill('unpaid');
    await underway.customer.checkout.submit();
    expect(underway.customer.state.name).toBe('processing');
    underway.customer.checkout.dispose();
    expect(underway.told('abandoned')).toEqual([]);
  });
});

describe('whoever listens', () => {
  it('cannot break a payment by throwing, nor keep the others from hearing', async () => {
    const report = vi.fn<(cause: unknown) => void>();
    vi.stubGlobal('reportError', report);
    const heard: string[] = [];
    const funnel = createFunnel({
      context: () => ({ flow: 'one-page', experiment: null }),
      sinks: [
        () => {
          throw new Error('no network for analytics');
        },
        ({ type }) => heard.push(type),
      ],
      now: Date.now,
    });
    const world = new World(() => 0);
    world.store.subscribe(funnel.onChange);
    world.store.send({ type: 'load' });
    expect(world.state.name).toBe('loading');
    expect(heard).toEqual(['viewed']);
    expect(report).toHaveBeenCalledTimes(1);
  });

  it('cannot put anything into an event', async () => {
    const failures: unknown[] = [];
    const { events } = await open(shop(), {
      analytics: (event) => {
        try {
          Object.assign(event, { email: ADA.email });
        } catch (error) {
          failures.push(error);
        }
      },
    });
    expect(failures).toHaveLength(events.length);
    expect(JSON.stringify(events)).not.toContain(ADA.email);
  });
});

describe('an experiment', () => {
  it('is told by name and variant alone', async () => {
    const assigned = { name: 'pages', variant: 'two-page', unit: 'ada@example.com' };
    const { events } = await open(shop(), { experiment: assigned });
    for (const { experiment } of events) expect(experiment).toEqual({ name: 'pages', variant: 'two-page' });
  });

  it('with a name that could be anything is not told', async () => {
    const { events } = await open(shop(), { experiment: { name: 'Ada’s test', variant: 'a' } });
    for (const { experiment } of events) expect(experiment).toBeNull();
  });
});

describe('a clock', () => {
  const times = fc.oneof(fc.double(), fc.integer(), fc.date().map(Number));

  it('may jump, stop or be none: times stay whole, and time since ready goes on', () => {
    fc.assert(
      fc.property(fc.array(times, { minLength: 12, maxLength: 12 }), fc.array(times, { minLength: 12 }), (now, ran) => {
        const events: FunnelEvent[] = [];
        const funnel = createFunnel({
          context: () => ({ flow: 'two-page', experiment: null }),
          sinks: [(event) => events.push(event)],
          now: () => now.shift() ?? NaN,
          elapsed: () => ran.shift() ?? NaN,
        });
        const world = new World(() => 0);
        world.store.subscribe(funnel.onChange);
        world.store.send({ type: 'load' });
        for (let steps = 0; steps < 8; steps += 1) world.step();
        funnel.onFacts({ ...NO_FACTS, email: ADA.email, method: 'card' });
        funnel.end();
        for (const event of events) expect(funnelEventSchema.safeParse(event).error).toBeUndefined();
        const since = events.flatMap(({ sinceReady }) => sinceReady ?? []);
        expect(since).toEqual([...since].sort((a, b) => a - b));
      }),
    );
  });
});

it('fits the schema and tells once what happens once, whatever happens', () => {
  const walks = fc.array(fc.nat(1_000), { minLength: 5, maxLength: 120, size: 'max' });
  const seen = new Set<string>();
  fc.assert(
    fc.property(walks, (choices) => {
      const events: FunnelEvent[] = [];
      const funnel = createFunnel({
        context: () => ({ flow: 'two-page', experiment: null }),
        sinks: [(event) => events.push(event)],
        now: () => 1_800_000_000_000,
      });
      let choice = 0;
      const world = new World((count) => choice % count);
      world.store.subscribe(funnel.onChange);
      world.store.send({ type: 'load' });
      for (choice of choices) {
        world.step();
        if (choice % 7 === 0) funnel.onFacts({ ...NO_FACTS, email: ADA.email, method: choice % 2 ? 'card' : 'link' });
      }
      funnel.end();
      for (const event of events) {
        seen.add(event.type);
        expect(funnelEventSchema.safeParse(event).error).toBeUndefined();
      }
      for (const visit of new Set(events.map((event) => event.visit))) {
        const own = events.filter((event) => event.visit === visit);
        expect(own.map(({ seq }) => seq)).toEqual(own.map((_, index) => index + 1));
        expect(own[0]?.type).toBe('viewed');
        for (const type of ['viewed', 'ready', 'completed', 'recovered', 'abandoned'] as const)
          expect(own.filter((event) => event.type === type).length, type).toBeLessThanOrEqual(1);
        const fields = own.flatMap((event) => (event.type === 'field_completed' ? [event.field] : []));
        expect(fields).toHaveLength(new Set(fields).size);
      }
    }),
    { numRuns: 300, seed: 7 },
  );
  expect([...seen].sort()).toEqual(funnelEventSchema.def.options.map(({ def }) => def.shape.type.def.values[0]).sort());
});
