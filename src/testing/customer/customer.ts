/** A customer in front of a checkout: what they type, what they press, and what came of it. */
import type { Outcome } from '../../core/outcome.js';
import { cards } from '../cards.js';
import type { Hands, Place, Press, Sight } from './hands.js';
import { until } from './until.js';

/** An address as customers type it. */
export interface TypedAddress {
  /** The full name. */
  readonly name?: string;
  /** ISO 3166-1, two letters. */
  readonly country?: string;
  /** Street and number. */
  readonly line1?: string;
  /** Below the street: a flat, a floor. */
  readonly line2?: string;
  /** Empty for addresses without one: what is empty is not typed. */
  readonly city?: string;
  /** As its choices are coded: `NY`. */
  readonly state?: string;
  /** As it is written in that country. */
  readonly postalCode?: string;
}

/** What a card asks for beside its number. */
export interface TypedCard {
  /** `12 / 34` unless given. */
  readonly expiry?: string;
  /** `123` unless given. */
  readonly cvc?: string;
}

/** What came of a payment, and what the customer reads of it. */
export interface Ending {
  /** As `submit()` of the element names it. */
  readonly outcome: Outcome;
  /** The sentences on the form; empty when there are none. */
  readonly says: string;
}

/** A customer of a test. Each promise resolves when it is done, and rejects with what was waited for when it cannot be within ten seconds. */
export interface Customer {
  /** Types an email: `grace@example.com` unless given. */
  fillEmail(email?: string): Promise<void>;
  /** Types an address in the United States; what you give takes the place of its parts. */
  fillAddress(address?: TypedAddress): Promise<void>;
  /** Types a card; see {@link cards} for what becomes of it. */
  fillCard(number?: string, card?: TypedCard): Promise<void>;
  /** Waits until fields can be used, and types email, address and card. */
  fill(number?: string): Promise<void>;
  /** Presses the button in sight: Pay, or Continue. */
  submit(): Promise<void>;
  /** Answers the bank's question of 3-D Secure, once it is asked. */
  answerBank(answer: 'Complete' | 'Fail' | 'Close'): Promise<void>;
  /** Waits until the payment has ended, and says how. */
  outcome(): Promise<Ending>;
}

const ADDRESS = {
  name: 'Grace Hopper',
  country: 'US',
  line1: '12 St James Square',
  city: 'New York',
  state: 'NY',
  postalCode: '10001',
} as const;

/** Names of Stripe's fields. The first line comes before the rest, which is hidden until it is typed. */
const FIELDS = {
  name: 'name',
  country: 'country',
  line1: 'addressLine1',
  line2: 'addressLine2',
  city: 'locality',
  state: 'administrativeArea',
  postalCode: 'postalCode',
} as const;

const PARTS = ['name', 'country', 'line1', 'line2', 'city', 'state', 'postalCode'] as const;

/** Makes a customer of two hands. */
export function toCustomer(hands: Hands): Customer {
  const type = async (place: Place, name: string, value: string): Promise<void> => {
    await until(`a field "${name}" of the ${place}`, () => hands.fill(place, name, value));
  };
  const press = async (what: Press): Promise<void> => {
    await until(`the button "${what}"`, () => hands.press(what));
  };
  const customer: Customer = {
    fillEmail: (email = 'grace@example.com') => type('form', 'email', email),
    fillAddress: async (own = {}) => {
      const address: TypedAddress = { ...ADDRESS, ...own };
      for (const part of PARTS) {
        const value = address[part];
        if (value) await type('address', FIELDS[part], value);
      }
    },
    fillCard: async (number = cards.pays, { expiry = '12 / 34', cvc = '123' } = {}) => {
      await type('payment', 'number', number);
      await type('payment', 'expiry', expiry);
      await type('payment', 'cvc', cvc);
    },
    fill: async (number) => {
      await until('a form that can be used', async () => (await hands.look()).state === 'ready');
      await customer.fillEmail();
      await customer.fillAddress();
      await customer.fillCard(number);
    },
    submit: () => press('submit'),
    answerBank: press,
    outcome: () =>
      until('the end of the payment', async () => {
        const sight = await hands.look();
        const outcome = toOutcome(sight);
        return outcome && { outcome, says: sight.says };
      }),
  };
  return customer;
}

/** What a sight means; null while it is under way. */
function toOutcome({ state, busy, events }: Sight): Outcome | null {
  switch (state) {
    case 'complete':
    case 'processing':
    case 'action':
    case 'unresolved':
    case 'failed':
      return state;
    case 'expired':
      return 'failed';
    case 'ready':
      if (busy) return null;
      if (events.includes('decline')) return 'declined';
      if (events.includes('invalid')) return 'invalid';
      return events.includes('error') ? 'failed' : 'refused';
    case 'idle':
    case 'loading':
    case 'validating':
    case 'confirming':
    case 'checking':
      return null;
  }
}
