/**
 * The backend contract: schemas, types and routes that any server can implement.
 *
 * @module contract
 */
export { parseClientReference, toClientReference, type ClientReference } from './client-reference.js';
export { isEmail } from './email.js';
export { minorUnitDecimals } from './minor-units.js';
export {
  isProblemCode,
  PROBLEMS,
  problemSchema,
  type Problem,
  type ProblemCode,
  type ProblemEntry,
} from './problems.js';
export { sessionPath, SESSIONS, WEBHOOKS } from './routes.js';
export { sessionChangeSchema, type SessionChange } from './session-change.js';
export {
  checkoutSessionSchema,
  featuresSchema,
  itemSchema,
  itemsSchema,
  MAX_ITEMS,
  MAX_QUANTITY,
  openRequestSchema,
  sessionIdSchema,
  sessionStatusSchema,
  type CheckoutSession,
  type Features,
  type Item,
  type OpenRequest,
  type SessionStatus,
} from './sessions.js';
export { declineSchema, truthSchema, type Truth } from './truth.js';
export { CONTRACT_VERSION } from './version.js';
