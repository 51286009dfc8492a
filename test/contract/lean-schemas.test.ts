/** The stand-in for zod in the file for pages without a build takes and refuses what zod does, at the same place. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import * as problems from '../../src/contract/problems.js';
import * as sessions from '../../src/contract/sessions.js';
import { truthSchema } from '../../src/contract/truth.js';

interface Verdict {
  readonly success: boolean;
  readonly data?: unknown;
  readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] } | undefined;
}
type Reader = (value: unknown) => Verdict;

const { gatewaySchema, SESSION_SCHEMAS } = sessions;
const zods: Readonly<Record<string, Reader>> = {
  gateway: (value) => gatewaySchema.safeParse(value),
  checkout_session: (value) => SESSION_SCHEMAS.checkout_session.safeParse(value),
  payment_intent: (value) => SESSION_SCHEMAS.payment_intent.safeParse(value),
  setup_intent: (value) => SESSION_SCHEMAS.setup_intent.safeParse(value),
  hosted: (value) => SESSION_SCHEMAS.hosted.safeParse(value),
  problem: (value) => problems.problemSchema.safeParse(value),
  truth: (value) => truthSchema.safeParse(value),
};
let leans: typeof zods;

// The same modules, built as the bundle builds them.
beforeAll(async () => {
  vi.resetModules();
  vi.doMock('zod/mini', () => import('../../src/contract/lean-schemas.js'));
  const built = await import('../../src/contract/sessions.js');
  const { problemSchema } = await import('../../src/contract/problems.js');
  const { truthSchema: truth } = await import('../../src/contract/truth.js');
  expect(built.gatewaySchema).not.toBe(gatewaySchema);
  expect(built.gatewaySchema).not.toHaveProperty('_zod');
  leans = {
    gateway: (value) => built.gatewaySchema.safeParse(value),
    checkout_session: (value) => built.SESSION_SCHEMAS.checkout_session.safeParse(value),
    payment_intent: (value) => built.SESSION_SCHEMAS.payment_intent.safeParse(value),
    setup_intent: (value) => built.SESSION_SCHEMAS.setup_intent.safeParse(value),
    hosted: (value) => built.SESSION_SCHEMAS.hosted.safeParse(value),
    problem: (value) => problemSchema.safeParse(value),
    truth: (value) => truth.safeParse(value),
  };
});

afterAll(() => {
  vi.doUnmock('zod/mini');
});

const requirement = 'optional';
const opened = {
  contract: 1,
  id: 'cs_1',
  status: 'open',
  mode: 'subscription',
  features: {
    email: 'ask',
    billingAddress: 'auto',
    savePayment: 'ask',
    promotionCodes: true,
    quantity: { min: 1, max: 9 },
    company: requirement,
    taxId: requirement,
    purchaseOrder: requirement,
    payByInvoice: false,
    netDays: 30,
    address: { countries: ['DE', 'US'], poBoxes: false, company: true },
    terms: 'https://shop.example/terms',
    hosted: true,
    express: false,
  },
  expiresAt: 1_800_000_000,
  livemode: false,
  updatedCard: { last4: '4242', at: 1_700_000_000 },
};
const cadence = { interval: 'month', count: 1 };
const summary = {
  currency: 'usd',
  lines: [{ id: 'il_1', name: 'Pro', quantity: 2, unitAmount: 100, amount: 200, cadence }],
  subtotal: 200,
  discount: 0,
  discountNames: ['Spring'],
  tax: 0,
  total: 200,
  recurring: { ...cadence, amount: 200 },
  email: null,
  invoice: { number: 'A-1', dueAt: null },
  failure: { declineCode: 'generic_decline', message: null },
};
const intent = { ...opened, clientSecret: 'x', customerSessionClientSecret: 'y', summary };

const GOOD: Readonly<Record<string, unknown>> = {
  gateway: { gateway: 'hosted' },
  checkout_session: { ...opened, gateway: 'checkout_session', clientSecret: null },
  payment_intent: { ...intent, gateway: 'payment_intent' },
  setup_intent: { ...intent, gateway: 'setup_intent' },
  hosted: { ...opened, gateway: 'hosted', url: 'http://checkout.example/c' },
  problem: {
    contract: 1,
    type: 'urn:billing-checkout:problem:price.unknown',
    title: 'No such price',
    status: 422,
    code: 'price.unknown',
    detail: 'Name one.',
    field: 'items.0.price',
    requestId: 'req_1',
  },
  truth: {
    contract: 1,
    id: 'cs_1',
    status: 'complete',
    mode: 'payment',
    payment: 'paid',
    amount: 100,
    currency: 'usd',
    attempt: 'unfinished',
    decline: { code: null, declineCode: 'x', adviceCode: null, networkAdviceCode: '03', networkDeclineCode: '51' },
    links: { invoice: null, receipt: 'https://pay.example/r', verification: null },
    expectedAt: 1,
    method: 'card',
    via: 'hosted',
    livemode: true,
  },
};

const ODD: readonly unknown[] = [
  undefined,
  null,
  true,
  '',
  'open',
  'javascript:alert(1)',
  'https://a.example',
  0,
  -0,
  1.5,
  NaN,
  Infinity,
  2 ** 53,
  [],
  [null],
  {},
  { min: 1 },
  'https',
];

/** The value with every part of it replaced by something odd, taken away, or given something more. */
function* spoil(value: unknown): Generator {
  yield* ODD;
  if (Array.isArray(value)) {
    for (const [index, part] of value.entries()) for (const odd of spoil(part)) yield value.with(index, odd);
    yield [...value, ...value];
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, more: 1 };
    const parts = Object.entries(value);
    for (const [key, part] of parts) {
      yield Object.fromEntries(parts.filter(([name]) => name !== key));
      for (const odd of spoil(part)) yield { ...value, [key]: odd };
    }
  }
}

it.each(Object.keys(GOOD))('reads %s as zod does', (name) => {
  const [zod, lean] = [zods[name], leans[name]];
  if (!zod || !lean) throw new Error(`Nothing reads ${name}.`);
  expect(zod(GOOD[name]).success).toBe(true);
  let refused = 0;
  for (const value of [GOOD[name], ...spoil(GOOD[name])]) {
    const [theirs, ours] = [zod(value), lean(value)];
    const told = JSON.stringify(value);
    expect(ours.success, told).toBe(theirs.success);
    if (theirs.success) {
      expect(ours.data, told).toStrictEqual(theirs.data);
      expect(JSON.stringify(ours.data), told).toBe(JSON.stringify(theirs.data));
    } else {
      refused += 1;
      expect(
        ours.error?.issues.map(({ path }) => path),
        told,
      ).toEqual(theirs.error?.issues.map(({ path }) => path));
    }
  }
  expect(refused).toBeGreaterThan(10);
});

it('keeps nothing that an object was not asked for, and does not take what it inherits', () => {
  for (const read of [zods['problem'], leans['problem']]) {
    const odd: unknown = JSON.parse(
      '{"contract":1,"type":"","title":"","status":1,"code":"","__proto__":{"detail":1}}',
    );
    expect(read?.(odd)).toMatchObject({ success: true });
    expect(read?.(odd).data).not.toHaveProperty('detail');
  }
});
