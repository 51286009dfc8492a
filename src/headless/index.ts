/**
 * One checkout without a face: bring your own page, keep the rules.
 *
 * @module headless
 */
export { createHttpBackend, type HeadersSource, type HttpBackendOptions } from '../backend/http-backend.js';
export type { CheckoutConfig, ConfigProblem, Payable } from '../core/config.js';
export type { CheckoutEffect, Emission, FocusTarget } from '../core/effects.js';
export type { Answer, CheckoutInput, Command, Finding, Occurrence } from '../core/inputs.js';
export type {
  AskedFields,
  MerchantField,
  Requirement,
  StandardResult,
  StandardSchema,
  TagWishes,
  TaxIdInfo,
} from '../core/extra-fields.js';
export type { CheckoutError } from '../core/errors.js';
export type { Facts } from '../core/facts.js';
export type { Completion } from '../core/outcome.js';
export type {
  ConfirmAnswer,
  ConfirmOptions,
  FieldFrame,
  FrameKind,
  GatewayEvent,
  GatewayOptions,
  GatewaySession,
  Look,
  Font,
  PaymentGateway,
  Result,
} from '../core/ports.js';
export type {
  Action,
  Checking,
  CheckReason,
  CheckoutState,
  Complete,
  Confirming,
  Expired,
  Failed,
  Idle,
  InvalidField,
  Loading,
  Processing,
  Ready,
  StillOpen,
  Unresolved,
  Validating,
} from '../core/state.js';
export type { StoreChange } from '../core/store.js';
export type { Trace, Traced, TracedInput, TracedState, TraceStep } from '../core/trace.js';
export type { Discount, Interval, InvoiceFacts, Recurring, Summary, SummaryLine } from '../core/summary.js';
export { CheckoutSessionsGateway } from '../stripe/checkout-sessions-gateway.js';
export { Checkout } from './checkout.js';
export {
  createAssignment,
  type Assigned,
  type Assignment,
  type AssignmentPorts,
  type AssignmentTag,
} from './assignment.js';
export type { AssignmentPage } from './assignment-unit.js';
export type { Funnel, FunnelContext, FunnelSink } from './funnel.js';
export type {
  ChangeEmission,
  CheckoutHost,
  ExposureEmission,
  HostEmission,
  SubmitQuestion,
  SubmitVerdict,
} from './host.js';
export { createPageFunnel, type PageFunnel, type PageFunnelOptions } from './page-funnel.js';
export { createPurchaseLedger, type LedgerEntry, type PurchaseLedger } from './purchase-ledger.js';
export type { Ports } from './runtime.js';
export type { SafeStorage } from './safe-storage.js';
export { systemClock, type Clock } from './timers.js';
