/** Invoices by API: drafted, finalized, paid from a server or from a page, or never. */
import { expect, it } from 'vitest';
import type Stripe from 'stripe';
import { browseIntent } from './intent-browser.js';
import { cardData, cards, openAccount, refusal, type SimulatedAccount } from './simulated-account.js';

async function draft(
  { stripe }: SimulatedAccount,
  more: Partial<Stripe.InvoiceCreateParams> = {},
): Promise<{ customer: Stripe.Customer; invoice: Stripe.Invoice }> {
  const customer = await stripe.customers.create({ name: 'Ada', email: 'ada@example.com' });
  await stripe.invoiceItems.create({
    customer: customer.id,
    amount: 4_200,
    currency: 'usd',
    description: 'Consulting',
  });
  const invoice = await stripe.invoices.create({
    customer: customer.id,
    ...(more.collection_method === 'charge_automatically'
      ? {}
      : { collection_method: 'send_invoice', days_until_due: 30 }),
    pending_invoice_items_behavior: 'include',
    ...more,
  });
  return { customer, invoice };
}

async function intentOf({ stripe }: SimulatedAccount, invoice: string): Promise<Stripe.PaymentIntent> {
  const { data } = await stripe.invoicePayments.list({ invoice });
  return stripe.paymentIntents.retrieve(String(data[0]?.payment.payment_intent));
}

const eventTypes = async ({ stripe }: SimulatedAccount): Promise<string[]> =>
  (await stripe.events.list({ limit: 100 })).data.map(({ type }) => type).reverse();

it('drafts an invoice of what is pending, and numbers it when it is finalized', async () => {
  const account = openAccount();
  const { invoice } = await draft(account, { custom_fields: [{ name: 'PO', value: '4711' }] });
  expect(invoice).toMatchObject({ status: 'draft', number: null, amount_due: 4_200, hosted_invoice_url: null });
  expect(invoice.lines.data).toMatchObject([{ description: 'Consulting', amount: 4_200 }]);
  expect(invoice.due_date).toBe(invoice.created + 30 * 86_400);
  const open = await account.stripe.invoices.finalizeInvoice(invoice.id, { expand: ['confirmation_secret'] });
  expect(open).toMatchObject({
    status: 'open',
    amount_remaining: 4_200,
    custom_fields: [{ name: 'PO', value: '4711' }],
  });
  expect(open.number).toMatch(/-0001$/);
  expect(open.confirmation_secret).toMatchObject({ type: 'payment_intent' });
  expect(open.confirmation_secret?.client_secret).toMatch(/^pi_\w+_secret_\w+$/);
  expect(await refusal(account.stripe.invoices.finalizeInvoice(invoice.id))).toMatchObject({ statusCode: 400 });
});

it('is paid from the page by its intent, and tells of it in order', async () => {
  const account = openAccount();
  const { invoice, customer } = await draft(account);
  await account.stripe.invoices.finalizeInvoice(invoice.id);
  const browser = browseIntent(account, await intentOf(account, invoice.id));
  const declined = await browser.confirm({ payment_method_data: cardData(cards.insufficientFunds) });
  expect(declined.error).toMatchObject({ decline_code: 'insufficient_funds' });
  expect(await account.stripe.invoices.retrieve(invoice.id)).toMatchObject({ status: 'open', attempt_count: 1 });
  const paid = await browser.confirm({ payment_method_data: cardData(cards.visa) });
  expect(paid.intent?.status).toBe('succeeded');
  expect(await account.stripe.invoices.retrieve(invoice.id, { expand: ['payments'] })).toMatchObject({
    status: 'paid',
    amount_paid: 4_200,
    amount_remaining: 0,
    customer: customer.id,
    payments: { data: [{ status: 'paid', amount_paid: 4_200, is_default: true }] },
  });
  expect((await eventTypes(account)).slice(3)).toEqual([
    'invoice.finalized',
    'payment_intent.created',
    'payment_intent.payment_failed',
    'invoice.payment_failed',
    'charge.failed',
    'charge.succeeded',
    'payment_intent.succeeded',
    'invoice_payment.paid',
    'invoice.paid',
    'invoice.payment_succeeded',
  ]);
});

it('asks the bank on the page', async () => {
  const account = openAccount();
  const { invoice } = await draft(account);
  await account.stripe.invoices.finalizeInvoice(invoice.id);
  const browser = browseIntent(account, await intentOf(account, invoice.id));
  const { source } = await browser.confirm({ payment_method_data: cardData(cards.challenge) });
  expect((await account.stripe.invoices.retrieve(invoice.id)).status).toBe('open');
  await browser.authenticate({ source, outcome: 'complete' });
  expect((await account.stripe.invoices.retrieve(invoice.id)).status).toBe('paid');
});

it('leaves its intent to Billing', async () => {
  const account = openAccount();
  const { stripe } = account;
  const { invoice } = await draft(account);
  await stripe.invoices.finalizeInvoice(invoice.id);
  const { id } = await intentOf(account, invoice.id);
  expect(await refusal(stripe.paymentIntents.update(id, { amount: 100 }))).toMatchObject({ statusCode: 400 });
  expect(await refusal(stripe.paymentIntents.cancel(id))).toMatchObject({ statusCode: 400 });
  expect(await refusal(stripe.invoices.update(invoice.id, { description: 'Other' }))).toMatchObject({
    code: 'invoice_not_editable',
  });
  expect(await stripe.invoices.update(invoice.id, { metadata: { a: 'b' } })).toMatchObject({ metadata: { a: 'b' } });
});

it('is paid from a server with a method of its own customer only', async () => {
  const account = openAccount();
  const { stripe } = account;
  const { invoice, customer } = await draft(account, { collection_method: 'charge_automatically' });
  await stripe.invoices.finalizeInvoice(invoice.id);
  expect(await refusal(stripe.invoices.pay(invoice.id))).toMatchObject({ statusCode: 400, code: 'missing' });
  const other = await stripe.customers.create();
  const foreign = await stripe.paymentMethods.attach('pm_card_visa', { customer: other.id });
  expect(await refusal(stripe.invoices.pay(invoice.id, { payment_method: foreign.id }))).toMatchObject({
    statusCode: 400,
  });
  const failing = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: customer.id });
  expect(await refusal(stripe.invoices.pay(invoice.id, { payment_method: failing.id }))).toMatchObject({
    statusCode: 402,
  });
  const own = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id });
  await stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: own.id } });
  expect(await stripe.invoices.pay(invoice.id)).toMatchObject({ status: 'paid' });
  expect(await refusal(stripe.invoices.pay(invoice.id))).toMatchObject({ code: 'invoice_already_paid' });
});

it('is sent, voided, given up, paid elsewhere, deleted: each only where it may', async () => {
  const account = openAccount();
  const { stripe } = account;
  const sent = await stripe.invoices.sendInvoice((await draft(account)).invoice.id);
  expect(sent.status).toBe('open');
  const voided = await stripe.invoices.voidInvoice(sent.id);
  expect(voided.status).toBe('void');
  expect(await intentOf(account, sent.id)).toMatchObject({ status: 'canceled', cancellation_reason: 'void_invoice' });
  expect(await refusal(stripe.invoices.pay(sent.id))).toMatchObject({ statusCode: 400 });

  const given = await stripe.invoices.finalizeInvoice((await draft(account)).invoice.id);
  expect((await stripe.invoices.markUncollectible(given.id)).status).toBe('uncollectible');
  expect(await stripe.invoices.pay(given.id, { paid_out_of_band: true })).toMatchObject({ status: 'paid' });
  expect((await intentOf(account, given.id)).status).toBe('canceled');

  const { invoice } = await draft(account);
  expect(await refusal(stripe.invoices.voidInvoice(invoice.id))).toMatchObject({ statusCode: 400 });
  expect(await stripe.invoices.del(invoice.id)).toMatchObject({ deleted: true });
  expect(await refusal(stripe.invoices.del(given.id))).toMatchObject({ statusCode: 400 });
});

it('refuses what does not go together', async () => {
  const account = openAccount();
  const { stripe } = account;
  const { id: customer } = await stripe.customers.create();
  expect(await refusal(stripe.invoices.create({ customer, days_until_due: 3 }))).toMatchObject({
    param: 'days_until_due',
  });
  expect(await refusal(stripe.invoices.create({ customer, collection_method: 'send_invoice' }))).toMatchObject({
    param: 'days_until_due',
  });
  expect(await refusal(stripe.invoiceItems.create({ customer, amount: 5 }))).toMatchObject({ param: 'currency' });
  expect(await refusal(stripe.invoices.create({ customer: 'cus_none' }))).toMatchObject({ code: 'resource_missing' });
  const empty = await stripe.invoices.create({ customer });
  expect(await stripe.invoices.finalizeInvoice(empty.id)).toMatchObject({ status: 'paid', amount_due: 0 });
});
