/**
 * The element without its registration: define it under a name of your own, or when you want to.
 *
 * @module element
 */
export { BillingCheckout } from './billing-checkout.js';
export { BillingSubmitEvent } from './events.js';
export type {
  BillingEventMap,
  ChangeDetail,
  CompleteDetail,
  DeclineDetail,
  ErrorDetail,
  ExposureDetail,
  InvalidDetail,
  ReadyDetail,
  SessionDetail,
  StepDetail,
  SubmitDetail,
} from './events.js';
export type { FunnelEvent } from '../contract/funnel-events.js';
export type { Item } from '../contract/items.js';
export type { ProblemCode } from '../contract/problems.js';
export type { HeadersSource } from '../backend/http-backend.js';
export type { DefaultValues } from '../core/config.js';
export type { DeclineClass } from '../core/declines.js';
export type { ErrorCode } from '../core/errors.js';
export type { Messages, SentenceKey } from '../core/messages.js';
export type { OwnMessages } from '../core/own-messages.js';
export type { Outcome } from '../core/outcome.js';
export type { Backend, Contact, Font } from '../core/ports.js';
export type { SessionInfo } from '../core/session.js';
export type { Cadence } from '../core/summary.js';
export type { Trace, Traced, TracedInput, TracedState, TraceStep } from '../core/trace.js';
export type { ExperimentInput } from '../experiment/parse-experiment.js';
export type { FunnelSink } from '../headless/funnel.js';
export type { DeclineLook } from '../core/declines.js';
export type { MerchantField, StandardResult, StandardSchema } from '../core/extra-fields.js';
export type { ExtraMessages } from '../core/extra-messages.js';
export type { ExtraField, FieldName, Flow, StateName, Step } from '../core/state.js';
