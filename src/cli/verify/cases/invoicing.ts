/** `POST /sessions/{id}/invoice`: pay by invoice, where it is offered. */
import { invoicePath } from '../../../contract/routes.js';
import { truthSchema } from '../../../contract/truth.js';
import type { CheckoutSession } from '../../../contract/sessions.js';
import type { Answer } from '../backend-client.js';
import { group } from '../case.js';
import { openOffering } from '../open-offering.js';
import { describe, read, refused, unlessOffered } from '../read-answer.js';
import { openOnes, type Subject } from '../subject.js';
import { check, NotOffered } from '../verdict.js';

const BODY = {
  contract: 1,
  email: 'grace@example.com',
  name: 'Grace Hopper',
  address: { country: 'US', line1: '1 Main Street', city: 'San Francisco', state: 'CA', postal_code: '94107' },
};

const ask = (subject: Subject, id: string, body: object = BODY): Promise<Answer> =>
  subject.ask({ method: 'POST', path: invoicePath(id), body });

/** A session that may be paid by invoice: of the first price that allows it. */
const openOffered = (subject: Subject): Promise<CheckoutSession> =>
  openOffering(
    subject,
    ({ payByInvoice }) => payByInvoice,
    'No price named is sold by invoice (features.payByInvoice).',
  );

export const INVOICING = group('Pay by invoice', [
  {
    id: 'invoice.made',
    promise: 'An open session becomes an invoice: the truth is invoiced, with its page and the day it is due.',
    mend: 'Expire the session, make customer, subscription or invoice with `send_invoice`, send it, and answer the truth.',
    needs: ['truth.open'],
    run: async (subject) => {
      const { id } = await openOffered(subject);
      const truth = read(truthSchema, await ask(subject, id));
      check(
        truth.status === 'invoiced' && truth.payment === 'invoiced',
        `The truth says ${truth.status}, payment ${truth.payment ?? 'null'}.`,
      );
      check(truth.links.invoice !== null, 'The truth has no link to the invoice.');
      check(truth.expectedAt !== null, 'The truth does not say when the invoice is due.');
      const after = await subject.truth(id);
      check(after.status === 'invoiced', `It was invoiced, and GET says ${after.status}.`);
    },
  },
  {
    id: 'invoice.lock',
    promise: 'A session that was turned into an invoice can no longer be paid as well.',
    mend: 'Expire the session at Stripe before the invoice is made: that is the lock.',
    needs: ['invoice.made'],
    run: async (subject) => {
      const made = await subject.watch();
      const { id } = await openOffered(subject);
      read(truthSchema, await ask(subject, id));
      check(!openOnes(await made()).includes(id), 'The session is invoiced, and still open at Stripe.');
    },
  },
  {
    id: 'invoice.once',
    promise: 'Asked twice, also at once, it ends with one invoice.',
    mend: 'Make each object with an idempotency key of the session, and continue where it stopped.',
    needs: ['invoice.made'],
    run: async (subject) => {
      const { id } = await openOffered(subject);
      const newest = (await subject.stripe.invoices.list({ limit: 1 })).data[0]?.id;
      await Promise.all([ask(subject, id), ask(subject, id)]);
      read(truthSchema, await ask(subject, id));
      const { data } = await subject.stripe.invoices.list({ limit: 10, ...(newest && { ending_before: newest }) });
      check(data.length === 1, `It was asked for three times, and there are ${data.length} invoices.`);
    },
  },
  {
    id: 'invoice.refused',
    promise: 'Where it is not offered it is refused: invoice.not_offered.',
    mend: 'Decide by the prices of the session, not by what the page asks.',
    needs: ['truth.open'],
    run: async (subject) => {
      const { id, features } = await subject.open();
      if (features.payByInvoice) throw new NotOffered('The first price named is sold by invoice.');
      const answer = await ask(subject, id);
      unlessOffered(answer, 'request.not_found', 'There is no route to pay by invoice');
      refused(answer, 'invoice.not_offered');
    },
  },
  {
    id: 'invoice.form',
    promise: 'The body is held to the contract: no amount, an email that is one.',
    mend: 'Refuse unknown fields and wrong ones with request.invalid.',
    needs: ['truth.open'],
    run: async (subject) => {
      const { id } = await subject.open();
      for (const change of [{ amount: 1 }, { email: 'nobody' }, { address: { country: 'Germany' } }]) {
        const answer = await ask(subject, id, { ...BODY, ...change });
        unlessOffered(answer, 'request.not_found', 'There is no route to pay by invoice');
        refused(answer, 'request.invalid');
      }
      const { status } = await subject.truth(id);
      check(status === 'open', `${describe(await subject.get(id))} after bad bodies.`);
    },
  },
]);
