/** Guesses about tax and tax ids. At Stripe tax is computed only where the account is registered. */
import type Stripe from 'stripe';
import { kindOf } from '../../support/answer.js';
import { facts, type CheckGroup } from '../../support/check.js';
import { Clock } from '../../support/clock.js';
import { MountedCheckout } from '../../support/mounted-checkout.js';
import { NUMBERS } from '../../support/numbers.js';
import type { Probe } from '../../support/probe.js';

const BERLIN = { line1: 'Unter den Linden 1', city: 'Berlin', postal_code: '10117', country: 'DE' };
const TAXED = { automatic_tax: { enabled: true }, tax_id_collection: { enabled: true } } as const;

type Address = Readonly<Record<string, string>> & { readonly country: string };

/** A page of a session with automatic tax. */
async function open(probe: Probe, session: Stripe.Checkout.SessionCreateParams = {}): Promise<MountedCheckout> {
  probe.note('Without a tax registration in the country, Stripe computes no tax.');
  return MountedCheckout.open(probe, { session: { ...TAXED, ...session } });
}

const tell = (checkout: MountedCheckout, address: Address): Promise<string> =>
  checkout.page.evaluate(
    (given) =>
      window.kit.outcome(() => window.kit.actions.updateBillingAddress({ name: 'Smoke Test', address: given })),
    address,
  );

const tellTaxId = (checkout: MountedCheckout, value: string, type = 'eu_vat'): Promise<string> =>
  checkout.page.evaluate(
    (given) =>
      window.kit.outcome(() => {
        const info: unknown = { taxId: given, businessName: 'Smoke Limited' };
        return window.kit.actions.updateTaxIdInfo(info as Parameters<typeof window.kit.actions.updateTaxIdInfo>[0]);
      }),
    { type, value },
  );

const read = (checkout: MountedCheckout): Promise<string> =>
  checkout.page.evaluate(() => {
    const { tax, taxAmounts, total } = window.kit.actions.getSession();
    const amounts = (taxAmounts ?? []).map((amount) => amount.minorUnitsAmount).join(' ');
    return `${tax.status}, amounts [${amounts}], total ${total.total.minorUnitsAmount}`;
  });

async function afterAddress(probe: Probe, address: Address): Promise<string> {
  const checkout = await open(probe);
  await tell(checkout, address);
  return read(checkout);
}

async function afterTaxId(probe: Probe, address: Address, value: string): Promise<string> {
  const checkout = await open(probe);
  await tell(checkout, address);
  const outcome = await tellTaxId(checkout, value);
  return `${kindOf(outcome)}, ${await read(checkout)}`;
}

export const tax: CheckGroup = {
  title: 'Tax',
  checks: [
    {
      name: 'tax-at-whose-address',
      about:
        "With `customer_update[address]: 'auto'` a known customer's own address is not used: the page's is waited for. Without it the customer's is used until one is typed.",
      simulator:
        'auto: requires_billing_address, amounts [], total 1000; not updated: ready, amounts [190], total 1190',
      run: async (probe) => {
        const { id: customer } = await probe.customer({ name: 'Smoke Test', address: BERLIN });
        const name = { name: 'auto' } as const;
        const auto = await open(probe, { customer, customer_update: { ...name, address: 'auto' } });
        const kept = await open(probe, { customer, customer_update: name });
        return facts({ auto: await read(auto), 'not updated': await read(kept) });
      },
    },
    {
      name: 'tax-by-country',
      about: 'A country alone is enough, in the United States with a state or a postal code.',
      simulator:
        'DE: ready, amounts [190], total 1190; US: requires_billing_address, amounts [], total 1000; US, NY: ready, amounts [40], total 1040',
      run: async (probe) =>
        facts({
          DE: await afterAddress(probe, { country: 'DE' }),
          US: await afterAddress(probe, { country: 'US' }),
          'US, NY': await afterAddress(probe, { country: 'US', state: 'NY' }),
        }),
    },
    {
      name: 'reverse-charge',
      about:
        "The charge is reversed with an `eu_vat` id of the address's country, from its form alone, except in Ireland. The page then sees one tax amount of 0 at 0 %. An id of zeros has the right form and is refused, as one that no authority knows.",
      simulator:
        'DE with an id of DE: success, ready, amounts [0], total 1000; DE with an id of FR: success, ready, amounts [190], total 1190; zeros: error invalidTaxId, ready, amounts [190], total 1190; IE: success, ready, amounts [230], total 1230',
      run: async (probe) =>
        facts({
          'DE with an id of DE': await afterTaxId(probe, BERLIN, 'DE123456789'),
          'DE with an id of FR': await afterTaxId(probe, BERLIN, 'FRAB123456789'),
          zeros: await afterTaxId(probe, BERLIN, 'DE000000000'),
          IE: await afterTaxId(
            probe,
            { line1: '1 Dame Street', city: 'Dublin', postal_code: 'D02 Y449', country: 'IE' },
            'IE1234567WA',
          ),
        }),
    },
    {
      name: 'tax-rounding-and-ids',
      about:
        'Tax is rounded line by line. Ids of types without a form here are refused. `verification` stays as it was made.',
      simulator: 'three times 1.03: ready, amounts [60], total 369; th_vat: error null; verification: pending',
      run: async (probe) => {
        const product = await probe.product();
        const line = { price_data: { currency: 'usd', product, unit_amount: 103 }, quantity: 1 };
        const checkout = await open(probe, { line_items: [line, line, line] });
        await tell(checkout, BERLIN);
        const summed = await read(checkout);
        const odd = await tellTaxId(checkout, '1234567890123', 'th_vat');
        probe.note(odd);
        const { id } = await probe.customer();
        const made = await probe.stripe.customers.createTaxId(id, { type: 'eu_vat', value: 'DE123456789' });
        return facts({ 'three times 1.03': summed, th_vat: kindOf(odd), verification: made.verification?.status });
      },
    },
    {
      name: 'tax-id-kept',
      about: "A typed tax id becomes the customer's when the session completes, its name their `business_name`.",
      simulator: 'paid: success; ids before and after: 0 and 1; business_name: Smoke Limited',
      run: async (probe) => {
        const { id: customer } = await probe.customer();
        const checkout = await open(probe, { customer, customer_update: { name: 'auto', address: 'auto' } });
        await tell(checkout, BERLIN);
        await tellTaxId(checkout, 'DE123456789');
        const before = (await probe.stripe.customers.listTaxIds(customer)).data.length;
        const outcome = await checkout.pay(NUMBERS.pays);
        const after = await probe.stripe.customers.listTaxIds(customer);
        const kept = await probe.stripe.customers.retrieve(customer);
        return facts({
          paid: kindOf(outcome),
          'ids before and after': `${before} and ${after.data.length}`,
          business_name: 'business_name' in kept ? kept.business_name : null,
        });
      },
    },
    {
      name: 'tax-after-the-first-invoice',
      about:
        "A renewal is taxed at the customer's address and with their tax ids of that day; items without a price are not. Without a place it is not taxed, and its `automatic_tax` says `requires_location_inputs`.",
      simulator:
        'paid: success; tax of the first: 190; tax of the second: 190; without a place: requires_location_inputs, 0',
      run: async (probe) => {
        const clock = await Clock.start(probe);
        const checkout = await open(probe, {
          mode: 'subscription',
          customer: clock.customer,
          customer_update: { name: 'auto', address: 'auto' },
        });
        await tell(checkout, BERLIN);
        const outcome = await checkout.pay(NUMBERS.pays);
        const taxes = async (): Promise<number> =>
          ((await clock.lastInvoice()).total_taxes ?? []).reduce((sum, { amount }) => sum + amount, 0);
        const first = await taxes();
        await clock.advance(31.5);
        const second = await taxes();
        await probe.stripe.customers.update(clock.customer, { address: '' });
        await clock.advance(62.5);
        const { automatic_tax: placeless } = await clock.lastInvoice();
        return facts({
          paid: kindOf(outcome),
          'tax of the first': first,
          'tax of the second': second,
          'without a place': `${String(placeless.status)}, ${String(await taxes())}`,
        });
      },
    },
  ],
};
