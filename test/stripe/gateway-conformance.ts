/** What every payment gateway must do, whichever of Stripe's ways it takes. A second gateway passes the same suite. */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { GatewayEvent, GatewayOptions, GatewaySession, PaymentGateway, Result } from '../../src/core/ports.js';
import type { Summary } from '../../src/core/summary.js';
import type { Truth } from '../../src/contract/truth.js';

/** What a gateway needs around it to be looked at. */
export interface GatewayHarness {
  readonly options: GatewayOptions;
  /** Whether Stripe makes fields before there is a secret. */
  readonly early: boolean;
  /** Price of one unit, in the minor unit. */
  readonly unitAmount: number;
  /** A code that is good. Null where this way to pay knows none. */
  readonly promotion: { readonly code: string; readonly percentOff: number } | null;
  /** Before the first test. */
  prepare(): Promise<void>;
  /** After each test: nothing goes wrong any more. */
  mend(): Promise<void>;
  createGateway(): PaymentGateway<HTMLElement>;
  openSession(quantity: number): Promise<GatewaySession>;
  /** Says what the server knows. */
  truth(id: string): Promise<Truth>;
  change(id: string, quantity: number): Promise<Result<unknown>>;
  /** Types an address and a card into the fields. */
  fill(card: 'pays' | 'declined'): Promise<void>;
  /** Types another card over the first. */
  typeCard(card: 'pays' | 'declined'): Promise<void>;
  /** The next question about a promotion code gets no answer. */
  losePromotion(): Promise<void>;
  /** The answer to the next confirmation gets lost, before or after money has moved. */
  loseConfirmation(when: 'before' | 'after'): Promise<void>;
}

/** Holds a gateway against the port. */
export function conformsToPaymentGateway(name: string, harness: GatewayHarness): void {
  describe(`${name} is a payment gateway`, () => {
    beforeAll(() => harness.prepare());
    afterEach(async () => {
      for (const close of closing.splice(0)) close();
      await harness.mend();
    });

    describe('opening', () => {
      it('shows its fields as early as Stripe makes them', async () => {
        const session = await harness.openSession(2);
        let give!: (session: GatewaySession) => void;
        const visit = begin(harness, new Promise((resolve) => (give = resolve)));
        if (harness.early) await visit.mounted;
        expect(visit.frames()).toEqual(harness.early ? [1, 1] : [0, 0]);
        give(session);
        expect(await visit.started).toMatchObject({ ok: true });
        await visit.mounted;
        expect(visit.frames()).toEqual([1, 1]);
        await visit.hears((event) => event.type === 'frame.ready' && event.frame === 'payment');
        await visit.hears((event) => event.type === 'frame.ready' && event.frame === 'address');
        expect((await harness.truth(session.id)).status).toBe('open');
      });

      it('reads what is bought and what it costs, in our words', async () => {
        const { summary } = await open(harness, 3);
        expect(summary).toMatchObject({
          currency: 'usd',
          total: 3 * harness.unitAmount,
          canConfirm: false,
          lines: [{ quantity: 3, unitAmount: harness.unitAmount, amount: 3 * harness.unitAmount }],
        });
        // Nothing of Stripe's in it: only data travels through a clone.
        expect(structuredClone(summary)).toEqual(summary);
      });

      it('answers a secret that is none with a result', async () => {
        const session = await harness.openSession(1);
        const clientSecret = session.clientSecret.replace(/_secret_.*$/, '_secret_wrong');
        const { started } = begin(harness, Promise.resolve({ ...session, clientSecret }));
        expect(await started).toMatchObject({ ok: false, error: { code: 'stripe.session_refused' } });
      });

      it('does not take a session that is over', async () => {
        const paid = await open(harness);
        await harness.fill('pays');
        await paid.willing();
        expect(await paid.gateway.confirm({ savePayment: null })).toMatchObject({ type: 'complete' });
        paid.gateway.close();
        expect(
          await begin(harness, Promise.resolve({ id: paid.id, clientSecret: paid.clientSecret })).started,
        ).toMatchObject({ ok: false });
      });
    });

    describe('the fields', () => {
      it('say what is missing, in a sentence where Stripe has one for each', async () => {
        const { gateway } = await open(harness);
        const invalid = await gateway.validate();
        expect(new Set(invalid.map(({ field }) => field))).toEqual(new Set(['address', 'payment']));
        for (const { message = 'Shown in the field.' } of invalid) expect(message).toMatch(/\w+ \w+.*\.$/);
      });

      it('tell when they are complete', async () => {
        const visit = await open(harness);
        await harness.fill('pays');
        await visit.hears((event) => event.type === 'payment.changed' && event.complete && event.method === 'card');
        await visit.hears(
          (event) =>
            event.type === 'address.changed' && event.complete && event.contact.address.postal_code === '10001',
        );
        expect(await visit.gateway.validate()).toEqual([]);
      });

      it('say whether the address alone is complete', async () => {
        const visit = await open(harness);
        expect(await visit.gateway.checkAddress()).toBe(false);
        await harness.fill('pays');
        await visit.hears((event) => event.type === 'address.changed' && event.complete);
        expect(await visit.gateway.checkAddress()).toBe(true);
        visit.gateway.close();
        expect(await visit.gateway.checkAddress()).toBe(false);
      });

      it('move to another node when theirs is taken away', async () => {
        const visit = await open(harness);
        const [node] = visit.nodes;
        node.remove();
        const other = document.body.appendChild(document.createElement('div'));
        expect(await visit.gateway.mount('payment', other)).toEqual({ ok: true, value: null });
        expect(other.querySelectorAll('iframe:not([aria-hidden=true])').length).toBeGreaterThan(0);
        other.remove();
      });

      it('that nobody asks for are taken away', async () => {
        const visit = await open(harness);
        visit.gateway.remove('address');
        await expect.poll(() => visit.frames()).toEqual([1, 0]);
      });

      it('answer a node that cannot be used with a result', async () => {
        const visit = await open(harness);
        const detached = await visit.gateway.mount('payment', document.createElement('div'));
        expect(detached).toMatchObject({ ok: false, error: { code: 'stripe.frame_failed' } });
      });
    });

    describe('the email', () => {
      it('is told to Stripe', async () => {
        const visit = await open(harness);
        expect(await visit.gateway.setEmail('grace@example.com')).toEqual({ ok: true, value: null });
        await visit.hears((event) => event.type === 'summary' && event.summary.email === 'grace@example.com');
      });

      it('that is none is answered with a reason', async () => {
        const { gateway } = await open(harness);
        const answer = await gateway.setEmail('nobody');
        expect(answer.ok).toBe(false);
        expect(!answer.ok && (answer.error.message ?? answer.error.hint)).toMatch(/\w+ \w+/);
      });
    });

    describe('paying', () => {
      it('completes, with the total that was read', async () => {
        const visit = await open(harness, 2);
        await harness.fill('pays');
        await visit.willing();
        expect(await visit.gateway.confirm({ savePayment: null })).toEqual({
          type: 'complete',
          id: visit.id,
          payment: 'paid',
          amount: 2 * harness.unitAmount,
          currency: 'usd',
        });
        expect((await harness.truth(visit.id)).status).toBe('complete');
      });

      it('knows a no, with the bank’s code and Stripe’s sentence; the fields stay filled and another card pays', async () => {
        const visit = await open(harness);
        await harness.fill('declined');
        await visit.willing();
        const answer = await visit.gateway.confirm({ savePayment: null });
        expect(answer).toMatchObject({
          type: 'declined',
          declineCode: 'generic_decline',
          message: 'Your card was declined.',
        });
        expect((await harness.truth(visit.id)).status).toBe('open');
        expect(await visit.gateway.validate()).toEqual([]);
        await harness.typeCard('pays');
        await visit.willing();
        expect(await visit.gateway.confirm({ savePayment: null })).toMatchObject({ type: 'complete', id: visit.id });
      });

      it.each(['before', 'after'] as const)(
        'calls an answer lost %s money moved unclear, not declined',
        async (when) => {
          const visit = await open(harness);
          await harness.fill('pays');
          await visit.willing();
          await harness.loseConfirmation(when);
          expect((await visit.gateway.confirm({ savePayment: null })).type).toBe('unclear');
          expect((await harness.truth(visit.id)).status).toBe(when === 'after' ? 'complete' : 'open');
        },
      );

      it('calls what Stripe does not even take unclear: nothing filled in, twice at once, paid already', async () => {
        // Developers are told on the console why.
        const told = vi.spyOn(console, 'error').mockReturnValue();
        const visit = await open(harness);
        expect((await visit.gateway.confirm({ savePayment: null })).type).toBe('unclear');
        await harness.fill('pays');
        await visit.willing();
        const both = await Promise.all([1, 2].map(() => visit.gateway.confirm({ savePayment: null })));
        expect(both.map(({ type }) => type).sort()).toEqual(['complete', 'unclear']);
        expect((await visit.gateway.confirm({ savePayment: null })).type).toBe('unclear');
        expect(told).toHaveBeenCalledWith(expect.stringContaining('[billing-checkout]'), expect.any(String));
        told.mockRestore();
      });
    });

    describe('a promotion code', () => {
      const { promotion, unitAmount } = harness;

      it.runIf(promotion)('lowers the total that is paid, and can be taken away', async () => {
        const { code = '', percentOff = 0 } = promotion ?? {};
        const visit = await open(harness, 4);
        await harness.fill('pays');
        const full = 4 * unitAmount;
        const less = full - Math.round((full * percentOff) / 100);
        expect(await visit.gateway.applyPromotionCode(code)).toMatchObject({
          ok: true,
          value: { subtotal: full, total: less, discounts: [{ code, amount: full - less }] },
        });
        expect(await visit.gateway.removePromotionCode()).toMatchObject({ value: { total: full, discounts: [] } });
        await visit.gateway.applyPromotionCode(code);
        await visit.willing();
        expect(visit.latest().total).toBe(less);
        expect(await visit.gateway.confirm({ savePayment: null })).toMatchObject({ type: 'complete', amount: less });
      });

      it('that is no good is answered with a reason, and nothing changes', async () => {
        const visit = await open(harness, 2);
        const answer = await visit.gateway.applyPromotionCode('NO-SUCH-CODE');
        expect(answer).toMatchObject({ ok: false, error: { code: 'promotion.refused' } });
        if (promotion) expect(!answer.ok && answer.error.message).toMatch(/\w+ \w+.*\.$/);
        expect((await harness.truth(visit.id)).status).toBe('open');
      });

      it.runIf(promotion)('that nobody answered about is unclear, and can be asked about again', async () => {
        const visit = await open(harness, 2);
        await harness.losePromotion();
        const lost = await visit.gateway.applyPromotionCode(promotion?.code ?? '');
        expect(lost).toMatchObject({ ok: false, error: { code: 'promotion.unclear' } });
        expect(await visit.gateway.applyPromotionCode(promotion?.code ?? '')).toMatchObject({ ok: true });
      });

      it('after the end is answered, and asks nobody', async () => {
        const { gateway } = await open(harness);
        gateway.close();
        expect(await gateway.applyPromotionCode(promotion?.code ?? 'ANY')).toMatchObject({ ok: false });
        expect(await gateway.removePromotionCode()).toMatchObject({ ok: false });
      });
    });

    describe('a change at the server', () => {
      it('is waited for and read again; until then nothing can be confirmed', async () => {
        const visit = await open(harness, 2);
        await harness.fill('pays');
        await visit.willing();
        const before = visit.events.length;
        const answer = await visit.gateway.update(async () => {
          expect(visit.latest().canConfirm).toBe(false);
          return harness.change(visit.id, 5);
        });
        expect(answer).toMatchObject({ ok: true, value: { total: 5 * harness.unitAmount } });
        expect(visit.events.slice(before).some(({ type }) => type === 'frame.ready')).toBe(false);
        await visit.willing();
        expect(await visit.gateway.confirm({ savePayment: null })).toMatchObject({
          type: 'complete',
          amount: 5 * harness.unitAmount,
        });
      });

      it('that the server refuses is answered with its reason, and the old session can still be paid', async () => {
        const visit = await open(harness, 2);
        await harness.fill('pays');
        await visit.willing();
        expect(await visit.gateway.update(() => harness.change(visit.id, 100_000))).toMatchObject({
          ok: false,
          error: { code: 'quantity.out_of_range' },
        });
        await visit.willing();
        expect(await visit.gateway.confirm({ savePayment: null })).toMatchObject({
          amount: 2 * harness.unitAmount,
        });
      });
    });

    describe('closing', () => {
      it('is final and silent: no field, no event, no money, and nothing rejects', async () => {
        const visit = await open(harness);
        await harness.fill('pays');
        await visit.willing();
        const heard = visit.events.length;
        visit.gateway.close();
        visit.gateway.close();
        await expect.poll(() => visit.frames()).toEqual([0, 0]);
        expect(await visit.gateway.mount('payment', visit.nodes[0])).toEqual({ ok: true, value: null });
        expect(visit.frames()).toEqual([0, 0]);
        expect((await visit.gateway.confirm({ savePayment: null })).type).toBe('unclear');
        expect(await visit.gateway.validate()).not.toEqual([]);
        await visit.gateway.setEmail('grace@example.com');
        visit.gateway.setLook(harness.options.look);
        visit.gateway.setLocale('fr');
        visit.gateway.focus('payment');
        expect(visit.events).toHaveLength(heard);
        expect((await harness.truth(visit.id)).status).toBe('open');
      });

      it('before the secret has come takes the fields away', async () => {
        const visit = begin(harness, new Promise(() => undefined));
        if (harness.early) await visit.mounted;
        visit.gateway.close();
        await expect.poll(() => visit.frames()).toEqual([0, 0]);
      });
    });
  });
}

/** What was begun in a test ends with it. */
const closing: (() => void)[] = [];

interface Visit {
  readonly gateway: PaymentGateway<HTMLElement>;
  readonly started: Promise<Result<Summary>>;
  readonly mounted: Promise<unknown>;
  /** Where the payment field and the address field are. */
  readonly nodes: readonly [HTMLElement, HTMLElement];
  readonly events: readonly GatewayEvent[];
  /** How many fields are seen in each node. */
  frames(): readonly number[];
  hears(wanted: (event: GatewayEvent) => boolean): Promise<void>;
  latest(): Summary;
  /** Resolves when Stripe would take a confirmation. */
  willing(): Promise<void>;
}

/** Starts a gateway and shows its fields, whether or not the secret has come. */
function begin(harness: GatewayHarness, session: Promise<GatewaySession>): Visit {
  const gateway = harness.createGateway();
  const nodes = [document.createElement('div'), document.createElement('div')] as const;
  document.body.append(...nodes);
  const events: GatewayEvent[] = [];
  gateway.subscribe((event) => events.push(event));
  closing.push(() => {
    gateway.close();
    for (const node of nodes) node.remove();
  });
  const started = gateway.start(harness.options, session);
  const mounted = Promise.all([gateway.mount('payment', nodes[0]), gateway.mount('address', nodes[1])]);
  const summaries = (): readonly Summary[] =>
    events.flatMap((event) => (event.type === 'summary' ? [event.summary] : []));
  const latest = (): Summary => {
    const summary = summaries().at(-1);
    if (!summary) throw new Error('No summary has come.');
    return summary;
  };
  return {
    gateway,
    started,
    mounted,
    nodes,
    events,
    frames: () => nodes.map((node) => node.querySelectorAll('iframe[title^="Secure"]').length),
    hears: (wanted) => expect.poll(() => events.some(wanted), { timeout: 5_000, interval: 20 }).toBe(true),
    latest,
    willing: () => expect.poll(() => latest().canConfirm, { timeout: 5_000, interval: 20 }).toBe(true),
  };
}

/** A gateway that is ready to be typed into, its email told. */
async function open(
  harness: GatewayHarness,
  quantity = 1,
): Promise<Visit & Omit<GatewaySession, 'summary'> & { summary: Summary }> {
  const session = await harness.openSession(quantity);
  const visit = begin(harness, Promise.resolve(session));
  const started = await visit.started;
  if (!started.ok) throw new Error(started.error.hint);
  for (const frame of ['payment', 'address'] as const) {
    await visit.hears((event) => event.type === 'frame.ready' && event.frame === frame);
  }
  await visit.gateway.setEmail('ada@example.com');
  return { ...visit, ...session, summary: started.value };
}
