/** How a catalog is parted into files: what the form says, and what is said only once something went wrong or is over. */
import type { Messages } from './messages.js';

/** What a form that pays never says. */
export const LATER_KEYS = [
  'errors',
  'declineAdvice',
  'declineLook',
  'addressCountry',
  'addressPoBox',
  'notCharged',
  'tryAgain',
  'startAgain',
  'checkAgain',
  'copyDetails',
  'detailsCopied',
  'detailsSelected',
  'payHosted',
  'payHostedHint',
  'leaving',
  'failedTitle',
  'paymentFailedTitle',
  'notKeptTitle',
  'expiredTitle',
  'expired',
  'completeTitle',
  'completePaid',
  'completeNoneDue',
  'completeInvoiced',
  'completeInvoicedBy',
  'completeKept',
  'completeReplayed',
  'receipt',
  'invoice',
  'processingTitle',
  'processing',
  'processingBy',
  'actionTitle',
  'action',
  'actionFrom',
  'verify',
  'unresolvedTitle',
  'unresolved',
] as const satisfies readonly (keyof Messages)[];

/** What is said once something went wrong, or is over. */
export type LaterMessages = Pick<Messages, (typeof LATER_KEYS)[number]>;

/** What the form says. */
export type FormMessages = Omit<Messages, keyof LaterMessages>;
