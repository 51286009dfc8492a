/** Every input a checkout can be given, in several shapes. */
import type { Answer, CheckoutInput, Command, Occurrence } from '../../../src/core/inputs.js';
import type { CheckoutError } from '../../../src/core/errors.js';
import { sessionStatusSchema } from '../../../src/contract/sessions.js';
import { session, stripeComplete, truth } from './samples.js';

type Shape = Answer extends infer A ? (A extends { attempt: number } ? Omit<A, 'attempt'> : never) : never;

const statuses = sessionStatusSchema.def.values;
const ids = ['cs_1', 'cs_other'] as const;
const errors: readonly CheckoutError[] = [
  { code: 'network.failed', hint: 'refused' },
  { code: 'host.refused', message: 'Not today.' },
  { code: 'config.invalid', hint: 'quantity "0" cannot be bought' },
];

/** What a host or a customer can ask for. */
export const COMMANDS: readonly Command[] = [
  { type: 'load' },
  { type: 'submit' },
  { type: 'submit', wallet: 'google_pay' },
  { type: 'recheck' },
  { type: 'restart' },
  { type: 'go', step: 'details' },
  { type: 'go', step: 'payment' },
  { type: 'promotion.apply' },
  { type: 'promotion.remove' },
  { type: 'items.changed' },
  { type: 'invoice.ask' },
  { type: 'invoice.send' },
  { type: 'invoice.cancel' },
  { type: 'hosted.ask' },
  { type: 'flow.changed', step: 'details' },
  { type: 'flow.changed', step: 'payment' },
];

/** What the page around can do. */
export const OCCURRENCES: readonly Occurrence[] = [
  { type: 'page.visible' },
  { type: 'page.restored' },
  { type: 'frame.failed', error: { code: 'stripe.frame_failed' } },
];

/** Answers, still without the number of the attempt they belong to. */
export const ANSWERS: readonly Shape[] = [
  ...statuses.map((status) => ({ type: 'opened', session: { ...session, status }, step: 'details' }) as const),
  { type: 'opened', session: { ...session, id: 'cs_other' }, step: 'payment' },
  { type: 'remembered', id: 'cs_1' },
  { type: 'remembered', id: 'cs_1', returned: true },
  ...errors.map((error) => ({ type: 'open.failed', error }) as const),
  { type: 'hosted.left', id: 'cs_hosted' },
  { type: 'open.slow' },
  { type: 'open.timeout' },
  { type: 'details.passed' },
  { type: 'check.passed' },
  { type: 'check.invalid', invalid: [] },
  { type: 'check.invalid', invalid: [{ field: 'email' }, { field: 'payment', message: 'Incomplete.' }] },
  ...errors.map((error) => ({ type: 'check.refused', error }) as const),
  { type: 'promotion.done' },
  { type: 'promotion.failed', error: { code: 'promotion.refused', message: 'This code is invalid.' } },
  { type: 'items.updated' },
  ...errors.map((error) => ({ type: 'items.failed', error }) as const),
  ...ids.map((id) => ({ ...stripeComplete, id })),
  { ...stripeComplete, payment: 'none_due', amount: 0 },
  { type: 'confirm.unpaid' },
  { type: 'confirm.declined', declineCode: 'insufficient_funds', message: 'Your card has insufficient funds.' },
  { type: 'confirm.declined', declineCode: null, message: 'Your card was declined.' },
  { type: 'invoice.refused', error: { code: 'invoice.not_offered', message: 'Not by invoice.' } },
  { type: 'confirm.unclear' },
  { type: 'confirm.unclear', message: 'Something went wrong.' },
  ...statuses.flatMap((status) => ids.map((id) => ({ type: 'truth', truth: truth(status, { id }) }) as const)),
  { type: 'truth', truth: truth('open'), shown: 10_500 },
  { type: 'truth', truth: truth('open'), shown: 10_501 },
  { type: 'truth', truth: truth('open', { attempt: 'unfinished' }), shown: null },
  { type: 'truth', truth: truth('open', { amount: null }), shown: 10_500 },
  { type: 'truth', truth: truth('complete', { payment: 'none_due', amount: 0 }) },
  { type: 'truth', truth: truth('failed', { decline: { code: 'card_declined', declineCode: 'lost_card' } }) },
  { type: 'truth.unknown' },
  { type: 'truth.gone' },
  { type: 'ask.due' },
  { type: 'ask.over' },
];

/** The alphabet for a state at this attempt: fresh answers, answers of the attempt before, answers nobody asked for yet. */
export const inputsAt = (attempt: number): readonly CheckoutInput[] => [
  ...COMMANDS,
  ...OCCURRENCES,
  ...[attempt, attempt - 1, attempt + 1].flatMap((number) => ANSWERS.map((answer) => ({ ...answer, attempt: number }))),
];
