/** How customers behave, in numbers. Round figures of a made-up business: nothing here is measured. */

const SECOND = 1000;
const HOUR = 3_600_000;

/** Cards that pay, by how many have them. All are Stripe's published test numbers. */
export const PAYING_CARDS = [
  [46, '4242424242424242'],
  [12, '4000056655665556'],
  [22, '5555555555554444'],
  [9, '378282246310005'],
  [3, '6011111111111117'],
  [3, '4000008260000000'],
  [2, '4000002760000016'],
  [1, '3566002020360505'],
] as const satisfies Weighted;

/** Cards that are declined, by how often banks say so: of no reason given, no funds, a wrong code, an old card … */
export const DECLINING_CARDS = [
  [38, '4000000000000002'],
  [27, '4000000000009995'],
  [12, '4000000000000127'],
  [7, '4000000000000069'],
  [6, '4000000000006975'],
  [5, '4000000000000119'],
  [2, '4000000000009987'],
  [1, '4000000000009979'],
] as const satisfies Weighted;

/** Stopped by Stripe itself, never sent to a bank. */
export const BLOCKED_CARD = '4100000000000019';

/** Cards whose bank asks the customer, by how many have them. */
export const ASKING_CARDS = [
  [5, '4000002760003184'],
  [3, '4000002500003155'],
  [2, '4000000000003220'],
] as const satisfies Weighted;

type Weighted = readonly (readonly [number, string])[];

export const PRICES = [
  [80, 'pro_monthly'],
  [20, 'pro_yearly'],
] as const satisfies Weighted;

/** Of those who pay. */
export const PAYING = {
  /** Left without trying first, and came back. */
  cameBack: 0.2,
  /** Declines before the payment that passed. */
  declines: [
    [86, 0],
    [11, 1],
    [3, 2],
  ],
  /** Their bank asked. */
  asked: 0.07,
  /** Closed the bank's dialog once, and tried again. */
  closedFirst: 0.01,
} as const;

/** Of those who do not pay. */
export const NOT_PAYING = {
  /** How their last visit ends. */
  ending: [
    [81, 'leaves'],
    [12, 'declined'],
    [5, 'challenge'],
    [2, 'blocked'],
  ],
  /** Page of two at which they leave; with one page both are there at once. */
  leavesAt: [
    [58, 'details'],
    [42, 'payment'],
  ],
  /** Declines until they give up. */
  declines: [
    [62, 1],
    [28, 2],
    [10, 3],
  ],
  /** What becomes of the bank's question. */
  challenge: [
    [45, 'canceled'],
    [35, 'fail'],
    [20, 'unanswered'],
  ],
  cameBack: 0.25,
} as const;

/** The host's assignment did not come in time: the control is shown. */
export const LATE_ASSIGNMENT = 0.004;

/** The host shows the other form after all, in the middle of a visit: a narrower window, say. */
export const SWITCHED = 0.008;

/** Units per purchase: median and spread. */
export const SEATS = { median: 7, spread: 0.9, most: 500 } as const;

/** Median in milliseconds, and spread. */
type Pace = readonly [median: number, spread: number];

/** Each thing a customer does. */
export const PACE = {
  loading: [1.1 * SECOND, 0.4],
  email: [9 * SECOND, 0.5],
  address: [26 * SECOND, 0.5],
  continuing: [3 * SECOND, 0.5],
  card: [24 * SECOND, 0.45],
  deciding: [6 * SECOND, 0.8],
  retrying: [35 * SECOND, 0.7],
  answeringBank: [22 * SECOND, 0.5],
  leaving: [20 * SECOND, 0.9],
  confirming: [1.6 * SECOND, 0.3],
} as const satisfies Record<string, Pace>;

/** Milliseconds until a customer comes back: mean, least, most. Well within a window of seven days. */
export const COMING_BACK = { mean: 20 * HOUR, least: 5 * 60 * SECOND, most: 120 * HOUR } as const;
