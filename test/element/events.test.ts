/** Events as hosts hear them, and the question before money moves. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CheckoutError } from '../../src/core/errors.js';
import { BlackBox } from '../../src/core/trace.js';
import { askHost, type BillingSubmitEvent, toEvent, WAIT_UNTIL_MS } from '../../src/element/events.js';
import type { HostEmission } from '../../src/headless/host.js';
import { session } from '../core/support/samples.js';

const { trace } = new BlackBox();

const detailOf = (emission: HostEmission, variant: string | null = null): unknown =>
  (toEvent(emission, { session, trace }, variant) as CustomEvent<unknown> | null)?.detail;

describe('events', () => {
  it('bubble out of every shadow root, and cannot be canceled', () => {
    const event = toEvent({ event: 'billing-ready', submits: 0 }, { session, trace }, null);
    expect(event).toMatchObject({ type: 'billing-ready', bubbles: true, composed: true, cancelable: false });
  });

  it('carry what the reference says', () => {
    const error: CheckoutError = {
      code: 'payment.declined',
      declineCode: 'insufficient_funds',
      declineClass: 'other_method',
      message: 'Your card has insufficient funds.',
    };
    expect(detailOf({ event: 'billing-ready', submits: 0 })).toEqual({
      sessionId: 'cs_1',
      mode: 'subscription',
      livemode: false,
    });
    expect(detailOf({ event: 'billing-decline', error, submits: 3 })).toEqual({
      code: 'insufficient_funds',
      class: 'other_method',
      retry: false,
      attempt: 3,
    });
    expect(
      detailOf({
        event: 'billing-error',
        error: { code: 'stripe.unavailable', hint: 'Wait.', requestId: 'req_1' },
        recoverable: true,
        submits: 0,
      }),
    ).toEqual({ code: 'stripe.unavailable', hint: 'Wait.', requestIds: ['req_1'], recoverable: true, trace });
    expect(detailOf({ event: 'billing-unresolved', id: 'cs_1', submits: 1 })).toEqual({ sessionId: 'cs_1' });
  });

  it('name each field once, and never what was typed', () => {
    const invalid = [
      { field: 'payment', message: 'Your card number 4242 is incomplete.' },
      { field: 'payment' },
      { field: 'email' },
    ] as const;
    expect(detailOf({ event: 'billing-invalid', invalid, submits: 0 })).toEqual({ fields: ['payment', 'email'] });
  });

  it('tell the variant once the form can be used, and who saw it not at all', () => {
    const exposure = { event: 'billing-exposure', name: 'pages', variant: 'one-page', differs: true } as const;
    expect(detailOf({ ...exposure, submits: 0 })).toEqual({ name: 'pages', variant: 'one-page', differs: true });
  });

  it('tell success without links or anything personal', () => {
    const completion = {
      id: 'cs_1',
      mode: 'subscription',
      payment: 'paid',
      amount: 10_500,
      currency: 'usd',
      links: { invoice: 'https://invoice.example.com/secret', receipt: null, verification: null },
      dueAt: null,
      replayed: false,
    } as const;
    expect(detailOf({ event: 'billing-complete', completion, submits: 1 }, 'one-page')).toEqual({
      sessionId: 'cs_1',
      mode: 'subscription',
      payment: 'paid',
      amount: 10_500,
      currency: 'usd',
      variant: 'one-page',
      replayed: false,
    });
  });
});

describe('the host, before money moves', () => {
  const question = { attempt: 1, method: 'card', total: 10_500, currency: 'usd' };
  const ask = (listener?: (event: BillingSubmitEvent) => void) => {
    const target = new EventTarget();
    if (listener)
      target.addEventListener('billing-submit', (event) => {
        listener(event as BillingSubmitEvent);
      });
    return askHost(target, question);
  };

  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('lets it go on when nobody objects', async () => {
    expect(await ask()).toEqual({ go: true });
  });

  it('reads what is about to be paid', async () => {
    let detail: unknown;
    await ask((event) => (detail = event.detail));
    expect(detail).toEqual(question);
  });

  it('stops it with preventDefault()', async () => {
    expect(
      await ask((event) => {
        event.preventDefault();
      }),
    ).toEqual({ go: false });
  });

  it('holds it until every promise has settled', async () => {
    const steps: string[] = [];
    let release!: () => void;
    const verdict = ask((event) => {
      event.waitUntil(Promise.resolve());
      event.waitUntil(new Promise<void>((resolve) => (release = resolve)));
    }).then((answer) => steps.push(JSON.stringify(answer)));
    await vi.advanceTimersByTimeAsync(WAIT_UNTIL_MS - 1);
    expect(steps).toEqual([]);
    release();
    await verdict;
    expect(steps).toEqual(['{"go":true}']);
  });

  it('refuses in its own sentence', async () => {
    expect(
      await ask((event) => {
        event.waitUntil(Promise.reject(new Error('Sold out.')));
      }),
    ).toEqual({
      go: false,
      message: 'Sold out.',
    });
  });

  it.each([new TypeError('x is not a function'), new Error(''), 'no', undefined])(
    'shows customers no bug of its code: %o',
    async (cause) => {
      expect(
        await ask((event) => {
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- hosts reject with anything
          event.waitUntil(Promise.reject(cause));
        }),
      ).toEqual({ go: false });
    },
  );

  it('cannot hold it for ever', async () => {
    const verdict = ask((event) => {
      event.waitUntil(new Promise(() => undefined));
    });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await verdict).toEqual({ go: false });
  });
});
