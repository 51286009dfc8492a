/** All cases, in the order they are run: what the others need comes first, what looks at all answers comes last. */
import type { CaseGroup } from './case.js';
import { BILLING } from './cases/billing.js';
import { BODIES } from './cases/bodies.js';
import { CHANGING } from './cases/changing.js';
import { FUNNEL } from './cases/events.js';
import { EVERY } from './cases/every.js';
import { HOSTED } from './cases/hosted.js';
import { INVOICING } from './cases/invoicing.js';
import { ONCE } from './cases/once.js';
import { OPENING } from './cases/opening.js';
import { ORIGINS } from './cases/origins.js';
import { OWNERS } from './cases/owners.js';
import { SELLING } from './cases/selling.js';
import { TROUBLE } from './cases/trouble.js';
import { TRUTH } from './cases/truth.js';
import { HOOKS } from './cases/webhooks.js';

export const GROUPS: readonly CaseGroup[] = [
  OPENING,
  TRUTH,
  ONCE,
  SELLING,
  CHANGING,
  BODIES,
  ORIGINS,
  OWNERS,
  BILLING,
  INVOICING,
  HOSTED,
  FUNNEL,
  HOOKS,
  TROUBLE,
  EVERY,
];
