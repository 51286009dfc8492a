/** `PATCH /sessions/{id}`: what may change about an open session. */
import { METADATA, toFieldKey } from '../../../contract/metadata.js';
import type { Features } from '../../../contract/sessions.js';
import { truthSchema } from '../../../contract/truth.js';
import { group } from '../case.js';
import { openOffering } from '../open-offering.js';
import { read, refused } from '../read-answer.js';
import { readAtStripe, toLines, type Subject } from '../subject.js';
import { itemsOf, otherQuantity } from './once.js';
import { makeUnlisted } from './selling.js';
import { check, NotOffered } from '../verdict.js';

/** Another price that a session of the first one may sell instead. */
function otherPrice({ options: { prices, quantity } }: Subject): { readonly price: string; readonly quantity: number } {
  const [first, ...others] = prices;
  const other = others.find(({ every }) => (every === 'once') === (first.every === 'once'));
  if (other === undefined) throw new NotOffered('Only one price is named: add another --price of the same kind.');
  return { price: other.key, quantity };
}

/** How far the clocks of two machines may be apart: seconds. */
const MOST_SKEW = 300;

/** Addresses that the rules do not allow. */
function badAddresses({ address }: Features): readonly object[] {
  const [country = 'US'] = address?.countries ?? [];
  const elsewhere = ['AQ', 'BV'].filter((one) => address?.countries?.includes(one) === false);
  return [
    ...elsewhere.map((one) => ({ country: one, line1: '1 Main Street' })),
    ...(address?.poBoxes === false ? [{ country, line1: 'P.O. Box 12' }] : []),
    // No company has been told yet.
    ...(address?.company === true ? [{ country, line1: '1 Main Street' }] : []),
  ];
}

const PURCHASE_ORDER = 'PO-4711';

export const CHANGING = group('Changing a session', [
  {
    id: 'change.quantity',
    promise: 'PATCH with another quantity changes the same session, and answers the truth with the new total.',
    mend: 'Update the lines of the open session at Stripe, and answer from what Stripe says afterwards.',
    needs: ['truth.open'],
    run: async (subject) => {
      const session = await subject.open();
      const quantity = otherQuantity(subject, session);
      const change = { change: 'items', ...itemsOf(subject, quantity) };
      const truth = read(truthSchema, await subject.patch(session.id, change));
      const stored = await readAtStripe(subject, session);
      check(
        toLines(stored).endsWith(`× ${quantity}`),
        `${quantity} were asked for; the session sells ${toLines(stored)}.`,
      );
      check(truth.id === session.id, `The change of ${session.id} was answered with ${truth.id}.`);
      check(truth.amount === stored.amount_total, `The answer says ${truth.amount}, Stripe ${stored.amount_total}.`);
    },
  },
  {
    id: 'change.price',
    promise: 'PATCH with another price sells that instead, in the same session.',
    mend: 'Send all lines of the update: those that stay by id, the new one by price.',
    needs: ['truth.open'],
    run: async (subject) => {
      const session = await subject.open();
      const item = otherPrice(subject);
      read(truthSchema, await subject.patch(session.id, { change: 'items', items: [item] }));
      const lines = toLines(await readAtStripe(subject, session));
      const due = `${item.price} × ${item.quantity}`;
      check(lines === due, `The session sells ${lines}, where ${due} was asked for.`);
    },
  },
  {
    id: 'change.details',
    promise:
      'What the customer says (`purchaseOrder`, `company`, fields of the page) is kept in the session’s metadata.',
    mend: 'Write `purchase_order`, `company` and `field_<name>` to the metadata of the session at Stripe.',
    needs: ['truth.open'],
    run: async (subject) => {
      const session = await subject.open();
      const said = { purchaseOrder: PURCHASE_ORDER, company: 'Analytical Engines', fields: { team: 'Research' } };
      read(truthSchema, await subject.patch(session.id, { change: 'details', ...said }));
      const { metadata } = await readAtStripe(subject, session);
      const kept = [METADATA.purchaseOrder, METADATA.company, toFieldKey('team')].map((key) => metadata?.[key] ?? null);
      check(
        kept.join() === [PURCHASE_ORDER, 'Analytical Engines', 'Research'].join(),
        `Of purchase order, company and field the session keeps: ${kept.map((text) => text ?? 'nothing').join(', ')}.`,
      );
    },
  },
  {
    id: 'change.taken_back',
    promise: 'An empty text takes back what was said, where it is not required.',
    mend: 'Write the empty text to the metadata: Stripe removes the key.',
    needs: ['change.details'],
    run: async (subject) => {
      const why = 'Every price named requires a purchase order number (features.purchaseOrder).';
      const session = await openOffering(subject, (features) => features.purchaseOrder !== 'required', why);
      for (const purchaseOrder of [PURCHASE_ORDER, '']) {
        read(truthSchema, await subject.patch(session.id, { change: 'details', purchaseOrder }));
      }
      const { metadata } = await readAtStripe(subject, session);
      const kept = metadata?.[METADATA.purchaseOrder] ?? '';
      check(kept === '', `The purchase order was taken back, and the session still keeps ${kept}.`);
    },
  },
  {
    id: 'change.terms',
    promise: 'Where there are terms, the customer’s agreement is kept with the time at which the server heard of it.',
    mend: 'Write `terms_agreed_at` to the session’s metadata: ISO 8601, by your own clock.',
    needs: ['truth.open'],
    run: async (subject) => {
      const why = 'No price named has terms to agree to (features.terms).';
      const session = await openOffering(subject, ({ terms }) => terms !== undefined, why);
      read(truthSchema, await subject.patch(session.id, { change: 'details', terms: true }));
      const { metadata } = await readAtStripe(subject, session);
      const agreed = metadata?.[METADATA.terms];
      check(agreed !== undefined, 'The customer agreed, and the session at Stripe does not say when.');
      const seconds = Math.abs(Date.parse(agreed) - Date.now()) / 1000;
      check(seconds < MOST_SKEW, `The customer agreed just now, and the session at Stripe says ${agreed}.`);
    },
  },
  {
    id: 'change.address',
    promise: 'Where there are rules about addresses, one that breaks them is address.refused.',
    mend: 'Hold the `address` of a change against the rules you give out in `features.address`.',
    needs: ['truth.open'],
    run: async (subject) => {
      const why = 'No price named has rules about addresses (features.address).';
      const { id, features } = await openOffering(subject, ({ address }) => address !== undefined, why);
      for (const address of badAddresses(features)) {
        refused(await subject.patch(id, { change: 'details', address }), 'address.refused');
      }
    },
  },
  {
    id: 'change.switched',
    promise: 'PATCH notes that another flow was shown than the one assigned, and the assignment stays.',
    mend: 'Write `billing_switched: "true"` to the session’s metadata, and leave the variant as it is.',
    needs: ['open.experiment'],
    run: async (subject) => {
      const experiment = { name: 'verify', variant: 'two-page', unit: 'visitor-2' };
      const session = await subject.open({ experiment });
      const before = await readAtStripe(subject, session);
      read(truthSchema, await subject.patch(session.id, { change: 'experiment', switched: true }));
      const { metadata } = await readAtStripe(subject, session);
      check(metadata?.[METADATA.switched] === 'true', 'The session at Stripe does not say that it was switched.');
      check(
        metadata[METADATA.variant] === before.metadata?.[METADATA.variant],
        'The switch has changed the variant that the session was assigned.',
      );
    },
  },
  {
    id: 'change.tampered',
    promise:
      'A change is held to the same rules as an opening: no unlisted price, no amount, no quantity beyond the limits.',
    mend: 'Send the items of a change through the same checks as those of an opening.',
    needs: ['truth.open', 'sold.unlisted', 'sold.amount', 'sold.quantity'],
    run: async (subject) => {
      const { prices, quantity } = subject.options;
      const session = await subject.open();
      const before = toLines(await readAtStripe(subject, session));
      const patch = (item: object) =>
        subject.patch(session.id, { change: 'items', items: [{ price: prices[0].key, quantity, ...item }] });
      refused(await patch({ price: await makeUnlisted(subject) }), 'price.unknown');
      refused(await patch({ unit_amount: 1 }), 'request.invalid');
      refused(await patch({ quantity: 0 }), 'request.invalid');
      const after = toLines(await readAtStripe(subject, session));
      check(after === before, `The change was refused, and the session sells ${after} instead of ${before}.`);
    },
  },
  {
    id: 'change.form',
    promise: 'A change that the contract does not name is request.invalid.',
    mend: 'Take `items`, `details` and `experiment`, with the fields of the contract, and refuse everything else.',
    needs: ['truth.open'],
    run: async (subject) => {
      const { id } = await subject.open();
      const changes = [
        {},
        { change: 'owner' },
        { change: 'details', discount: 100 },
        { change: 'details', purchaseOrder: 'x'.repeat(141) },
        { change: 'details', fields: { 'two words': 'x' } },
        { change: 'items', items: [] },
      ];
      for (const change of changes) refused(await subject.patch(id, change), 'request.invalid');
    },
  },
  {
    id: 'change.closed',
    promise: 'A session that was paid cannot be changed: session.closed.',
    mend: 'Look at where the session stands before it is updated; what Stripe refuses because it has ended is session.closed.',
    needs: ['truth.complete'],
    run: async (subject) => {
      const { id } = await subject.buy();
      refused(
        await subject.patch(id, { change: 'items', ...itemsOf(subject, subject.options.quantity) }),
        'session.closed',
      );
      refused(await subject.patch(id, { change: 'details', purchaseOrder: PURCHASE_ORDER }), 'session.closed');
    },
  },
  {
    id: 'change.unknown',
    promise: 'A change of a session that is not there is session.not_found.',
    mend: 'Find the session for its caller before it is changed.',
    needs: ['truth.open'],
    run: async ({ patch }) => {
      const change = { change: 'details', purchaseOrder: PURCHASE_ORDER };
      refused(await patch('cs_test_nobodys', change), 'session.not_found');
    },
  },
]);
