/** What is sold and for how much: the server decides. */
import { MAX_QUANTITY } from '../../../contract/item-rules.js';
import { group } from '../case.js';
import { refused } from '../read-answer.js';
import { refuses } from '../refuses.js';
import { seedPrice } from '../simulated-stripe.js';
import type { Subject } from '../subject.js';
import { NotOffered } from '../verdict.js';

const QUANTITIES: readonly unknown[] = [0, -1, 1.5, '2', null, MAX_QUANTITY + 1];

/** A key of an active price that the backend was not told to sell. */
export async function makeUnlisted({ stripe }: Subject): Promise<string> {
  const key = `verify_not_for_sale_${crypto.randomUUID().slice(0, 8)}`;
  await seedPrice(stripe, { key, every: 'month' }, 1);
  return key;
}

const one = ({ options: { prices, quantity } }: Subject, change: object): object => ({
  price: prices[0].key,
  quantity,
  ...change,
});

export const SELLING = group('What is sold', [
  {
    id: 'sold.unlisted',
    promise: 'A price that Stripe has and the backend does not sell is price.unknown.',
    mend: 'Keep a list of the lookup keys you sell; an active price is not for sale because it is there.',
    needs: ['open.guest'],
    run: async (subject) => {
      const items = [one(subject, { price: await makeUnlisted(subject) })];
      await refuses(subject, () => subject.post({ items }), 'price.unknown');
    },
  },
  {
    id: 'sold.unknown',
    promise: 'A price key that nobody knows is price.unknown.',
    mend: 'Refuse keys that are not on the list before Stripe is asked.',
    needs: ['open.guest'],
    run: async (subject) => {
      for (const price of ['free_lunch', 'constructor']) {
        await refuses(subject, () => subject.post({ items: [one(subject, { price })] }), 'price.unknown');
      }
    },
  },
  {
    id: 'sold.price_id',
    promise: 'A price is named by its lookup key, not by Stripe’s id: `price_…` is price.unknown.',
    mend: 'Look the key up in your list; never pass it on to Stripe as an id.',
    needs: ['open.guest'],
    run: async (subject) => {
      const key = await makeUnlisted(subject);
      const [price] = (await subject.stripe.prices.list({ lookup_keys: [key] })).data;
      await refuses(subject, () => subject.post({ items: [one(subject, { price: price?.id })] }), 'price.unknown');
    },
  },
  {
    id: 'sold.amount',
    promise: 'A page cannot name an amount: `amount`, `unit_amount`, `currency` and `price_data` are unknown fields.',
    mend: 'Refuse fields of an item that the contract does not name with request.invalid.',
    needs: ['open.guest'],
    run: async (subject) => {
      const tampered = [{ amount: 1 }, { unit_amount: 1 }, { currency: 'jpy' }, { price_data: { unit_amount: 1 } }];
      for (const change of tampered) {
        await refuses(subject, () => subject.post({ items: [one(subject, change)] }), 'request.invalid');
      }
      await refuses(subject, () => subject.post({ amount: 1 }), 'request.invalid');
    },
  },
  {
    id: 'sold.quantity',
    promise: 'A quantity is a whole number from 1 to 999999.',
    mend: 'Refuse everything else with request.invalid, before prices are looked up.',
    needs: ['open.guest'],
    run: async (subject) => {
      for (const quantity of QUANTITIES) {
        await refuses(subject, () => subject.post({ items: [one(subject, { quantity })] }), 'request.invalid');
      }
    },
  },
  {
    id: 'sold.limits',
    promise: 'A quantity beyond what may be bought is quantity.out_of_range.',
    mend: 'Check the quantity against the limits you give out in `features.quantity`; without limits exactly one is sold.',
    needs: ['open.guest'],
    run: async (subject) => {
      const { features } = await subject.open();
      const most = features.quantity?.max ?? subject.options.quantity;
      if (most >= MAX_QUANTITY) throw new NotOffered('Any quantity may be bought.');
      const items = [one(subject, { quantity: most + 1 })];
      await refuses(subject, () => subject.post({ items }), 'quantity.out_of_range');
    },
  },
  {
    id: 'sold.lines',
    promise: 'A purchase names one to forty prices, each once.',
    mend: 'Refuse no items, more than forty, and one price twice with request.invalid.',
    needs: ['open.guest'],
    run: async (subject) => {
      const item = one(subject, {});
      const forty = Array.from({ length: 41 }, (_, index) => ({ price: `price_key_${index}`, quantity: 1 }));
      for (const items of [[], [item, item], forty, 'everything', null]) {
        refused(await subject.post({ items }), 'request.invalid');
      }
    },
  },
]);
