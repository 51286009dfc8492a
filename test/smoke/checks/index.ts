/** All checks, by what they stand for. */
import type { CheckGroup } from '../support/check.js';
import { flows } from './flows.js';
import { billing } from './readme/billing.js';
import { discounts } from './readme/discounts.js';
import { disputes } from './readme/disputes.js';
import { intents } from './readme/intents.js';
import { payments } from './readme/payments.js';
import { requests } from './readme/requests.js';
import { savedCards } from './readme/saved-cards.js';
import { sessions } from './readme/sessions.js';
import { tax } from './readme/tax.js';
import { waysToPay } from './readme/ways-to-pay.js';
import { confirming } from './script/confirming.js';
import { elements } from './script/elements.js';
import { scriptIntents } from './script/intents.js';
import { loading } from './script/loading.js';
import { wallets } from './script/wallets.js';
import { unknowns } from './unknowns.js';

/** One check for each guess in the simulator's README, in the order of its headings. */
export const README_GROUPS: readonly CheckGroup[] = [
  requests,
  sessions,
  savedCards,
  tax,
  discounts,
  payments,
  waysToPay,
  disputes,
  intents,
  billing,
];

/** The same for the README of its Stripe.js. */
export const SCRIPT_GROUPS: readonly CheckGroup[] = [confirming, wallets, scriptIntents, loading, elements];

export const GROUPS: readonly CheckGroup[] = [flows, unknowns, ...README_GROUPS, ...SCRIPT_GROUPS];
