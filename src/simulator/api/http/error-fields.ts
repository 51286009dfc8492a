/** The `error` member of Stripe's answers. */
import type { BrowserIntent, BrowserSetupIntent } from '../payments/browser-intent.js';
import type { PaymentMethod } from '../stripe-types.js';

export interface StripeErrorFields {
  readonly type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error' | 'rate_limit_error';
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
  readonly decline_code?: string;
  readonly advice_code?: string;
  readonly network_advice_code?: string;
  readonly network_decline_code?: string;
  readonly doc_url?: string;
  readonly request_log_url?: string;
  readonly charge?: string;
  readonly payment_intent?: BrowserIntent;
  readonly payment_method?: PaymentMethod;
  readonly setup_intent?: BrowserSetupIntent;
}
