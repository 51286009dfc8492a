/** Situations that a shop gets into by time: an open invoice, a subscription in order, one whose renewal has failed. */

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Seats a customer has. */
const SEATS = 3;

const priceOf = async (stripe, key) => (await stripe.prices.list({ lookup_keys: [key], limit: 1 })).data[0].id;
const monthly = (stripe) => priceOf(stripe, 'pro_monthly');

/** A draft for two days of consulting, due in thirty days. Resolves to where its page is. */
async function invoice(stripe, customer, page = 'open-invoice', { currency = 'usd', ...more } = {}) {
  await stripe.invoiceItems.create({
    customer,
    amount: 98_000,
    currency,
    description: 'Two days of consulting',
  });
  const { id } = await stripe.invoices.create({
    customer,
    collection_method: 'send_invoice',
    days_until_due: 30,
    pending_invoice_items_behavior: 'include',
    currency,
    ...more,
  });
  return { path: `/${page}?invoice=${id}`, customer };
}

/** The same, to be paid from a bank account as well. */
const bankInvoice = (stripe, customer) =>
  invoice(stripe, customer, 'bank-debit-invoice', {
    payment_settings: { payment_method_types: ['card', 'us_bank_account'] },
  });

/** The same in euros, to be paid by SEPA Direct Debit as well. */
const sepaInvoice = (stripe, customer) =>
  invoice(stripe, customer, 'bank-debit-invoice', {
    currency: 'eur',
    payment_settings: { payment_method_types: ['card', 'sepa_debit'] },
  });

/** A new subscriber in the time of a test clock. */
async function subscriber(stripe, card, { key = 'pro_monthly', ...more } = {}) {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: Math.floor(Date.now() / 1000) });
  const { id: customer } = await stripe.customers.create({
    name: 'Grace Hopper',
    email: 'grace@example.com',
    test_clock: clock.id,
  });
  const method = await stripe.paymentMethods.attach(card, { customer });
  await stripe.paymentMethods.update(method.id, { allow_redisplay: 'always' });
  const { id } = await stripe.subscriptions.create({
    customer,
    items: [{ price: await priceOf(stripe, key), quantity: SEATS }],
    default_payment_method: method.id,
    ...more,
  });
  return { clock, customer, id };
}

/** A trial that ended without a payment method: paused. */
async function paused(stripe) {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: Math.floor(Date.now() / 1000) });
  const { id: customer } = await stripe.customers.create({
    name: 'Grace Hopper',
    email: 'grace@example.com',
    test_clock: clock.id,
  });
  const { id } = await stripe.subscriptions.create({
    customer,
    items: [{ price: await monthly(stripe), quantity: SEATS }],
    trial_period_days: 1,
    trial_settings: { end_behavior: { missing_payment_method: 'pause' } },
  });
  await advance(stripe, clock, clock.frozen_time + DAY + 2 * HOUR);
  return { path: `/past-due?subscription=${id}`, customer };
}

/** A subscription in order: its payment method can be replaced. */
async function subscription(stripe) {
  const { customer, id } = await subscriber(stripe, 'pm_card_visa');
  return { path: `/replace-method?subscription=${id}`, customer };
}

/** A subscriber whose card is about to be updated by their bank: in the local Stripe, on its control panel. */
async function renewedCard(stripe) {
  const { customer, id } = await subscriber(stripe, 'pm_card_visa');
  return { path: `/card-updated?subscription=${id}`, customer };
}

/** A subscription whose first charge after the trial was declined: past due. */
async function pastDue(stripe, _customer, more = {}) {
  const { clock, customer, id } = await subscriber(stripe, 'pm_card_chargeCustomerFail', {
    trial_period_days: 1,
    ...more,
  });
  await advance(stripe, clock, clock.frozen_time + DAY + 2 * HOUR);
  return { path: `/past-due?subscription=${id}`, customer };
}

/** The same in euros, whose invoices may be paid by SEPA Direct Debit as well. */
const pastDueInEuros = (stripe, customer) =>
  pastDue(stripe, customer, {
    key: 'team_monthly_eur',
    payment_settings: { payment_method_types: ['card', 'sepa_debit'] },
  });

/** A subscription that was canceled: a new one can be started in its place. */
async function ended(stripe) {
  const { customer, id } = await subscriber(stripe, 'pm_card_visa');
  await stripe.subscriptions.cancel(id);
  return { path: `/past-due?subscription=${id}`, customer };
}

/** Moves a test clock, and waits until Stripe is done. */
async function advance(stripe, { id }, moment) {
  await stripe.testHelpers.testClocks.advance(id, { frozen_time: moment });
  while ((await stripe.testHelpers.testClocks.retrieve(id)).status === 'advancing') {
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

/** By the name at the end of `POST /demo/scenes/…`. Each resolves to a page, and who is shopping there. */
export const SCENES = {
  invoice,
  'bank-invoice': bankInvoice,
  'sepa-invoice': sepaInvoice,
  subscription,
  'card-updated': renewedCard,
  'past-due': pastDue,
  'past-due-in-euros': pastDueInEuros,
  paused,
  ended,
};
