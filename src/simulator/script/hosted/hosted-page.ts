/** Pays a hosted Checkout Session on its own page: shows what is sold, asks for email, address and card, and leads back. */
import type { PaymentPage } from '../../wire/payment-page.js';
import type { PaymentPageReply } from '../../wire/post-payment-page.js';
import { FACTS_ID, type HostedPageFacts } from '../../wire/hosted-page.js';
import { checkEmail, emailMessages } from '../checkout/check-email.js';
import { Checkout } from '../checkout/checkout.js';
import { confirmCheckout } from '../checkout/confirm-checkout.js';
import { connectionMessage } from '../checkout/to-error.js';
import { AddressElement } from '../elements/address-element.js';
import { PaymentElement } from '../elements/payment-element.js';

const find = <T extends HTMLElement>(id: string, kind: new () => T): T => {
  const node = document.getElementById(id);
  if (node instanceof kind) return node;
  throw new Error(`The page has no #${id}.`);
};

const form = find('form', HTMLFormElement);
const email = find('email', HTMLInputElement);
const code = find('code', HTMLInputElement);
const pay = find('pay', HTMLButtonElement);
const problem = find('problem', HTMLParagraphElement);

const facts = readFacts();
const checkout = new Checkout(
  { origin: location.origin, key: facts.key, locale: facts.locale },
  {
    clientSecret: facts.clientSecret,
    appearance: {},
    fonts: [],
    savedPaymentMethod: { enableSave: 'auto' },
    defaultValues: {},
  },
);
let paying = false;

function readFacts(): HostedPageFacts {
  const read: unknown = JSON.parse(find(FACTS_ID, HTMLScriptElement).text);
  if (typeof read !== 'object' || read === null) throw new Error('The page has no facts.');
  const text = (name: string): string => {
    const value: unknown = Reflect.get(read, name);
    return typeof value === 'string' ? value : '';
  };
  return { key: text('key'), clientSecret: text('clientSecret'), locale: text('locale') };
}

/** Drawn from Stripe.js's own view, which notes that the customer has seen the total. */
function show(page: PaymentPage): void {
  const { lineItems, total, recurring } = checkout.toSession(page);
  const rows = lineItems.map(({ name, quantity, subtotal }) => toRow(`${name} × ${String(quantity)}`, subtotal.amount));
  const off = total.discount.minorUnitsAmount > 0 ? [toRow('Discount', `−${total.discount.amount}`)] : [];
  const tax = total.taxExclusive.minorUnitsAmount > 0 ? [toRow('Tax', total.taxExclusive.amount)] : [];
  find('lines', HTMLUListElement).replaceChildren(...rows, ...off, ...tax);
  const due = total.total.amount;
  find('total', HTMLElement).textContent = due;
  pay.textContent = recurring === null ? `Pay ${due}` : recurring.trial === null ? 'Subscribe' : 'Start trial';
}

function toRow(what: string, amount: string): HTMLLIElement {
  const row = document.createElement('li');
  for (const text of [what, amount]) {
    const part = document.createElement('span');
    part.textContent = text;
    row.append(part);
  }
  return row;
}

function complain(message: string): void {
  problem.textContent = message;
  if (message !== '') problem.focus();
}

function take(reply: PaymentPageReply): void {
  if (reply.outcome === 'page') complain('');
  else complain(reply.outcome === 'lost' ? connectionMessage : reply.error.message);
}

async function open(): Promise<void> {
  const opened = await checkout.opened;
  if ('failure' in opened) {
    complain(opened.failure.message ?? connectionMessage);
    return;
  }
  const { page, credentials } = opened;
  show(page);
  checkout.onChange(() => {
    const { page: now } = checkout.connection;
    if (now) show(now);
  });
  email.value = page.session.email ?? '';
  email.readOnly = !page.config.email_editable;
  find('promotion', HTMLElement).hidden = !page.config.allow_promotion_codes;
  if (page.config.billing_address_collection === 'required') {
    const place = find('address', HTMLElement);
    place.hidden = false;
    const address = new AddressElement(checkout, {});
    checkout.setAddress(address);
    address.mount(place);
  }
  const payment = new PaymentElement(checkout, {});
  checkout.setPayment(payment);
  payment.once('ready', () => {
    pay.disabled = false;
  });
  payment.mount(find('payment', HTMLElement));
  find('apply', HTMLButtonElement).addEventListener('click', () => {
    void checkout.connection.update({ promotion_code: code.value.trim() }).then(take);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!paying) void submit(credentials, page.config.email_editable);
  });
}

async function submit(credentials: Parameters<typeof confirmCheckout>[1], asksEmail: boolean): Promise<void> {
  const typed = email.value.trim();
  const verdict = checkEmail(typed);
  if (asksEmail && verdict !== 'valid') {
    complain(emailMessages[verdict]);
    email.focus();
    return;
  }
  busy(true);
  complain('');
  try {
    if (asksEmail) await checkout.connection.update({ email: typed });
    await checkout.flushAddress();
    const result = await confirmCheckout(checkout, credentials, currentPage);
    if (result.type === 'error') complain(result.error.message);
  } catch (error) {
    complain(error instanceof Error ? error.message : connectionMessage);
  }
  busy(false);
}

function currentPage(): PaymentPage {
  const { page } = checkout.connection;
  if (page === null) throw new Error(connectionMessage);
  return page;
}

function busy(now: boolean): void {
  paying = now;
  pay.setAttribute('aria-disabled', String(now));
}

void open();
