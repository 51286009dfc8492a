/** What a merchant answers to a dispute: kept until it is submitted, and decided by the published words in it. */
import { z } from 'zod';
import { invalidRequest, notSimulated } from '../http/api-error.js';
import { text } from '../http/params.js';
import type { Account } from '../state/account.js';
import type { Dispute } from '../stripe-types.js';
import { closeDispute, type Verdict } from './close-dispute.js';

/** When the bank answers, in milliseconds of the injected timer. */
const answersAfterMs = 5_000;

/** Characters of all evidence together. */
const most = 150_000;

const long = z.string().min(1, 'parameter_invalid_empty').max(20_000, 'parameter_invalid_string_too_long').optional();
const short = text.optional();

const words = {
  access_activity_log: long,
  billing_address: short,
  cancellation_policy_disclosure: long,
  cancellation_rebuttal: long,
  customer_email_address: short,
  customer_name: short,
  customer_purchase_ip: short,
  duplicate_charge_explanation: long,
  duplicate_charge_id: short,
  product_description: long,
  refund_policy_disclosure: long,
  refund_refusal_explanation: long,
  service_date: short,
  shipping_address: short,
  shipping_carrier: short,
  shipping_date: short,
  shipping_tracking_number: short,
  uncategorized_text: long,
};

/** Files, and evidence for programs of the networks. */
const leftOut = {
  appeal: z.unknown(),
  cancellation_policy: z.unknown(),
  customer_communication: z.unknown(),
  customer_signature: z.unknown(),
  duplicate_charge_documentation: z.unknown(),
  enhanced_evidence: z.unknown(),
  receipt: z.unknown(),
  refund_policy: z.unknown(),
  service_documentation: z.unknown(),
  shipping_documentation: z.unknown(),
  uncategorized_file: z.unknown(),
};

export const evidence = z.strictObject({ ...words, ...leftOut }).partial();
type Evidence = z.output<typeof evidence>;

/** Words that a test's bank understands; about others it thinks for ever. */
const verdicts: Readonly<Record<string, Verdict>> = { winning_evidence: 'won', losing_evidence: 'lost' };

const isInquiry = ({ status }: Dispute): boolean => status.startsWith('warning_');

/** Keeps what was given beside what is there. */
export function addEvidence(dispute: Dispute, given: Evidence): void {
  const refused = Object.keys(leftOut).find((name) => name in given);
  if (refused !== undefined) throw notSimulated(`evidence[${refused}]`);
  const { uncategorized_text: said } = given;
  const param = 'evidence[uncategorized_text]';
  if (said === 'escalate_inquiry_evidence') throw notSimulated(param, 'The escalation of an inquiry');
  if (said === 'winning_evidence' && isInquiry(dispute)) throw notSimulated(param, 'Winning an inquiry');
  const texts = Object.values<unknown>({ ...dispute.evidence, ...given }).filter((value) => typeof value === 'string');
  const length = texts.reduce((sum, value) => sum + value.length, 0);
  if (length > most) {
    throw invalidRequest(`Evidence can have up to ${String(most)} characters in all.`, { param: 'evidence' });
  }
  Object.assign(dispute.evidence, given);
  dispute.evidence_details.has_evidence = true;
}

/** Sends what is there to the bank, once. */
export function submitEvidence(account: Account, dispute: Dispute): void {
  const { evidence_details: details } = dispute;
  const verdict = verdicts[dispute.evidence.uncategorized_text ?? ''];
  const inquiry = isInquiry(dispute);
  dispute.status = inquiry ? 'warning_under_review' : 'under_review';
  details.past_due = details.due_by !== null && account.now() > details.due_by;
  details.submission_count += 1;
  details.submission_method = 'manual';
  if (verdict === undefined) return;
  account.later(answersAfterMs, () => {
    closeDispute(account, dispute, inquiry ? 'warning_closed' : verdict);
  });
}
