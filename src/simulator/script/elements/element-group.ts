/** What an element may ask of the checkout, or the group, that it belongs to. */
import type { Appearance, StripeError } from '@stripe/stripe-js';
import type { AddressChange, Font } from '../../wire/frame-messages.js';
import type { PaymentPage } from '../../wire/payment-page.js';

/** The part of a checkout that its elements look at; a group of an intent has no more than that. */
export interface GroupPage {
  readonly session: Pick<PaymentPage['session'], 'billingAddress' | 'savedPaymentMethods'>;
  readonly config: Pick<
    PaymentPage['config'],
    'mode' | 'payment_method_save' | 'payment_method_types' | 'bank_verification'
  > &
    Partial<Pick<PaymentPage['config'], 'payment_method_remove'>>;
}

export interface ElementGroup {
  readonly origin: string;
  readonly locale: string;
  readonly appearance: Appearance;
  readonly fonts: readonly Font[];
  /** Null until the client secret is known and the API has answered. */
  readonly page: GroupPage | null;
  readonly failure: StripeError | null;
  readonly savedPaymentMethod: { readonly enableSave?: 'auto' | 'never'; readonly enableRedisplay?: 'auto' | 'never' };
  /** Billing details the page gave at the start. */
  readonly defaults: { readonly billingAddress: AddressDefault | null };
  readonly collectsBillingAddress: boolean;
  /** Whether the payment element asks for an email where a method wants one; a Checkout Session has its own. */
  readonly asksEmail: boolean;
  /** Mounted, unmounted or typed into. */
  elementChanged(): void;
  addressChanged(change: AddressChange): void;
  /** Takes a saved method away for good; resolves to what is wrong, or null. Absent where nothing can be removed. */
  removeSaved?(id: string): Promise<string | null>;
}

export type AddressDefault = NonNullable<PaymentPage['session']['billingAddress']>;
