/**
 * The backend contract: schemas, types and routes that any server can implement.
 *
 * @module contract
 */
export { findAddressFault, type AddressFault, type PlaceFault, type RuledAddress } from './address-rules.js';
export { parseAssignment, toAssignmentMetadata, type Assignment } from './assignment.js';
export { parseClientReference, toClientReference, type ClientReference } from './client-reference.js';
export { isEmail } from './email.js';
export {
  FUNNEL_VERSION,
  funnelBatchSchema,
  funnelEventSchema,
  MAX_FUNNEL_BYTES,
  MAX_FUNNEL_EVENTS,
  type FunnelBatch,
  type FunnelEvent,
  type FunnelEventType,
  type StoredFunnelEvent,
} from './funnel-events.js';
export { METADATA } from './metadata.js';
export { minorUnitDecimals } from './minor-units.js';
export {
  isProblemCode,
  PROBLEMS,
  problemSchema,
  type Problem,
  type ProblemCode,
  type ProblemEntry,
  type ProblemSentence,
} from './problems.js';
export { PROBLEM_TITLES } from './problem-titles.js';
export { EVENTS, invoicePath, sessionPath, SESSIONS, WEBHOOKS } from './routes.js';
export { sessionChangeSchema, type SessionChange } from './session-change.js';
export { invoiceRequestSchema, type InvoiceRequest } from './invoice-request.js';
export { MAX_ITEMS, MAX_QUANTITY } from './item-rules.js';
export { isPromotionCode, MAX_PROMOTION_CODE } from './promotion-code.js';
export { itemSchema, itemsSchema, type Item } from './items.js';
export { openRequestSchema, sessionIdSchema, type OpenRequest } from './open-request.js';
export { checkoutSessionSchema } from './checkout-session.js';
export {
  featuresSchema,
  sessionStatusSchema,
  type AddressRules,
  type CheckoutSession,
  type Features,
  type SessionStatus,
} from './sessions.js';
export { toldSummarySchema, type ToldSummary } from './told-summary.js';
export { showsDetails, type Prefilled } from './shows-details.js';
export { declineSchema, truthSchema, type Truth } from './truth.js';
export { CONTRACT_VERSION } from './version.js';
