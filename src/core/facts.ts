/** What is known beside the state: what was typed, what Stripe says of its fields, what it costs. */
import { isEmail } from '../contract/email.js';
import type { FrameKind } from './ports.js';
import type { FieldName } from './state.js';
import type { Summary } from './summary.js';

/** What is known beside the state. Hosts never see the email. */
export interface Facts {
  readonly summary: Summary | null;
  /** Fields that Stripe shows already. */
  readonly shown: Readonly<Record<FrameKind, boolean>>;
  /** Fields that Stripe calls complete. */
  readonly filled: Readonly<Record<FrameKind, boolean>>;
  /** The kind of payment method chosen, in Stripe's word. */
  readonly method: string | null;
  /** As typed, or as the host knew it. */
  readonly email: string;
  /** The save toggle. Unticked until the customer ticks it. */
  readonly savePayment: boolean;
  /** A promotion code as typed, until Stripe has taken it. */
  readonly promotionCode: string;
  readonly offline: boolean;
}

/** Before anything is known. */
export const NO_FACTS: Facts = {
  summary: null,
  shown: { payment: false, address: false },
  filled: { payment: false, address: false },
  method: null,
  email: '',
  savePayment: false,
  promotionCode: '',
  offline: false,
};

/** Whether a field needs nothing more from the customer. */
export function isFilled(facts: Facts, field: FieldName): boolean {
  return field === 'email' ? isEmail(facts.email) : facts.filled[field];
}
