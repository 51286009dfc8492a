/** Reads what the tag says. */
import type { AssignmentTag } from '../headless/assignment.js';
import {
  isConfig,
  parseConfig,
  toHint,
  type CheckoutConfig,
  type ConfigProblem,
  type RawConfig,
} from '../core/config.js';
import { warnOnce } from './warn.js';

export { DEFAULT_ENDPOINT } from '../core/config.js';

/** The attributes that decide what is opened. */
export type ConfigSource = RawConfig;

/** What is sold; a change is sent to the server while Stripe's fields stay. */
export const SOLD = ['price', 'quantity', 'items'] as const;

/** What is asked beside contact, address and card. */
export const ASKED = ['adjustableQuantity', 'company', 'taxId', 'purchaseOrder', 'payByInvoice', 'fields'] as const;

/** Checks the attributes; the problems when they cannot be used. */
export const readConfig = (tag: ConfigSource): CheckoutConfig | readonly ConfigProblem[] =>
  parseConfig(tag, location.href);

/** Tells the developer what is wrong with the tag, if anything is. */
export function tellProblems(tag: ConfigSource): void {
  const config = readConfig(tag);
  if (!isConfig(config)) warnOnce(toHint(config));
}

/** What the tag says about an experiment. */
export const readExperiment = ({ experiment, assignedBy, variant, visitorId }: ExperimentSource): AssignmentTag => ({
  experiment,
  assignedBy: assignedBy === 'host' ? 'host' : 'us',
  variant,
  visitorId,
});

/** The attributes that decide about an experiment. */
export type ExperimentSource = Omit<AssignmentTag, 'assignedBy'> & { readonly assignedBy: string | null };

/** What is paid in place of a purchase; another one is another checkout. */
export const toPaid = ({ invoice, subscription, setup }: ConfigSource): string =>
  JSON.stringify([invoice, subscription, setup]);
