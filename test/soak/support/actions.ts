/** What can happen in a run: customers, faults of the network, webhooks, time. Plain data, so that a failing run shrinks and prints. */
import fc from 'fast-check';

/** Test cards, by what becomes of them. */
export const CARDS = {
  pays: '4242424242424242',
  declined: '4000000000000002',
  funds: '4000000000009995',
  secure: '4000002760003184',
} as const;

/** A card, or the way to pay that leads to a page of the bank's. */
export type Means = keyof typeof CARDS | 'bank';

/** What is sold: a subscription, or one piece that a bank's page may be paid at too. */
export type Goods = 'plan' | 'piece';

/** The wires: browser to server, server to Stripe, Stripe's fields to Stripe. */
export type Wire = 'shop' | 'api' | 'page';

/** What becomes of one request. `lost`: it was done, and its answer is gone; `silent`: nobody ever hears of it again. */
export type Fault = 'refused' | 'lost' | 'silent' | 'failed' | 'cut' | 'twice';

/** Something that happens. `tab` is taken modulo the tabs that are open. */
export type Action =
  | { readonly type: 'card'; readonly tab: number; readonly card: Means }
  /** Fills everything in, and pays. */
  | { readonly type: 'buy'; readonly tab: number; readonly card: Means }
  | { readonly type: 'email'; readonly tab: number; readonly email: string }
  | { readonly type: 'submit' | 'recheck' | 'reload' | 'restart'; readonly tab: number }
  | { readonly type: 'quantity'; readonly tab: number; readonly quantity: number }
  | { readonly type: 'answer'; readonly tab: number; readonly outcome: 'complete' | 'fail' | 'canceled' }
  /**
   * What the customer does at the bank's page, and what the address says that leads back. It may lie: `says` is
   * `redirect_status`, which anybody can write. A tab that is back already only hears of it when it asks.
   */
  | {
      readonly type: 'bank';
      readonly tab: number;
      readonly choice: 'authorize' | 'fail' | 'leave';
      readonly says: 'succeeded' | 'failed' | null;
    }
  | { readonly type: 'open tab' }
  | { readonly type: 'fault'; readonly wire: Wire; readonly fault: Fault }
  | { readonly type: 'webhooks'; readonly order: 'made' | 'reversed'; readonly copies: number }
  | { readonly type: 'wait'; readonly ms: number };

/** What happens, and how long the next one waits: for rest (null), or for so many turns of the event loop. */
export interface Step {
  readonly action: Action;
  readonly turns: number | null;
}

/** A run: who buys, and what happens. */
export interface Run {
  readonly known: boolean;
  readonly goods: Goods;
  /** Tabs that open at once. */
  readonly tabs: number;
  readonly steps: readonly Step[];
}

const tab = fc.nat({ max: 2 });
const record = <T extends Action>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });

const CARD = fc.constantFrom('pays', 'pays', 'secure', 'declined', 'funds');

const withMeans = (card: fc.Arbitrary<Means>) => [
  record(2, fc.record({ type: fc.constant('card'), tab, card })),
  record(7, fc.record({ type: fc.constant('buy'), tab, card })),
];

const MEANS = {
  plan: withMeans(CARD),
  piece: [
    ...withMeans(fc.oneof(CARD, fc.constant('bank'))),
    record(
      5,
      fc.record({
        type: fc.constant('bank'),
        tab,
        choice: fc.constantFrom('authorize', 'fail', 'leave'),
        says: fc.constantFrom(null, 'succeeded', 'failed'),
      }),
    ),
  ],
} as const satisfies Record<Goods, readonly fc.WeightedArbitrary<Action>[]>;

const others = [
  record(
    2,
    fc.record({ type: fc.constant('email'), tab, email: fc.constantFrom('ada@example.com', 'grace@example.com') }),
  ),
  record(4, fc.record({ type: fc.constant('submit'), tab })),
  record(1, fc.record({ type: fc.constantFrom('recheck', 'restart'), tab })),
  record(2, fc.record({ type: fc.constant('reload'), tab })),
  record(1, fc.record({ type: fc.constant('quantity'), tab, quantity: fc.integer({ min: 1, max: 5 }) })),
  record(3, fc.record({ type: fc.constant('answer'), tab, outcome: fc.constantFrom('complete', 'fail', 'canceled') })),
  record(1, fc.constant({ type: 'open tab' } as const)),
  record(
    5,
    fc.record({
      type: fc.constant('fault'),
      wire: fc.constantFrom('shop', 'api', 'page'),
      fault: fc.constantFrom('refused', 'lost', 'silent', 'failed', 'cut', 'twice'),
    }),
  ),
  record(
    1,
    fc.record({
      type: fc.constant('webhooks'),
      order: fc.constantFrom('made', 'reversed'),
      copies: fc.integer({ min: 1, max: 3 }),
    }),
  ),
  record(3, fc.record({ type: fc.constant('wait'), ms: fc.constantFrom(500, 2_500, 11_000, 25_000, 61_000) })),
] as const;

function runOf(goods: Goods): fc.Arbitrary<Run> {
  const action: fc.Arbitrary<Action> = fc.oneof(...MEANS[goods], ...others);
  const step: fc.Arbitrary<Step> = fc.record({ action, turns: fc.option(fc.nat({ max: 40 }), { freq: 2 }) });
  return fc.record({
    known: fc.boolean(),
    goods: fc.constant(goods),
    tabs: fc.constantFrom(1, 1, 2),
    steps: fc.array(step, { minLength: 4, maxLength: 24, size: 'max' }),
  });
}

/** Any run. */
export const anyRun: fc.Arbitrary<Run> = fc.oneof(
  { weight: 2, arbitrary: runOf('plan') },
  { weight: 1, arbitrary: runOf('piece') },
);
