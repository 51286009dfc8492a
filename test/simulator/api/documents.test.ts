/** The pages behind an invoice's links: what they say is what the invoice says. */
import { expect, it } from 'vitest';
import { openAccount, type SimulatedAccount } from './simulated-account.js';

async function read({ simulator }: SimulatedAccount, url: string | null | undefined): Promise<string> {
  const response = await simulator.fetch(new Request(url ?? 'http://missing.test/'));
  expect(response.status).toBe(200);
  return (await response.text()).replaceAll(/\s+/g, ' ');
}

it('says what is due, by when and for what, and once it is paid that it is', async () => {
  const account = openAccount();
  const { stripe } = account;
  const { id: customer } = await stripe.customers.create({ payment_method: 'pm_card_visa' });
  const [method] = (await stripe.customers.listPaymentMethods(customer)).data;
  await stripe.invoiceItems.create({ customer, amount: 4_200, currency: 'usd', description: 'Advice <b>& more</b>' });
  const { id } = await stripe.invoices.create({
    customer,
    collection_method: 'send_invoice',
    days_until_due: 30,
    pending_invoice_items_behavior: 'include',
  });
  const open = await stripe.invoices.finalizeInvoice(id);
  const due = new Date((open.due_date ?? 0) * 1000).toISOString().slice(0, 10);
  const page = await read(account, open.hosted_invoice_url);
  expect(page).toContain(`$42.00 due by ${due}.`);
  expect(page).toContain('Advice &lt;b&gt;&amp; more&lt;/b&gt;: $42.00');
  expect(page).not.toContain('paid on');

  const paid = await stripe.invoices.pay(id, { payment_method: method?.id ?? '' });
  expect(await read(account, paid.invoice_pdf)).toMatch(/\$42\.00 paid on \d{4}-\d\d-\d\d\./);
});

it('says that nothing is due of a voided one', async () => {
  const account = openAccount();
  const { stripe } = account;
  const { id: customer } = await stripe.customers.create();
  await stripe.invoiceItems.create({ customer, amount: 4_200, currency: 'usd' });
  const { id } = await stripe.invoices.create({
    customer,
    collection_method: 'send_invoice',
    days_until_due: 30,
    pending_invoice_items_behavior: 'include',
  });
  await stripe.invoices.finalizeInvoice(id);
  const { hosted_invoice_url: url } = await stripe.invoices.voidInvoice(id);
  expect(await read(account, url)).toContain('Nothing is due.');
});
