/** A page as the API gives it: an open session of ten dollars, its email known. */
import type { StripeCheckoutAmount } from '@stripe/stripe-js';
import type { PaymentPage, PaymentPageConfig } from '../../../src/simulator/wire/payment-page.js';

const amount = (minorUnitsAmount: number): StripeCheckoutAmount => ({
  minorUnitsAmount,
  amount: `$${(minorUnitsAmount / 100).toFixed(2)}`,
});

export function page(
  session: Partial<PaymentPage['session']> = {},
  config: Partial<PaymentPageConfig> = {},
): PaymentPage {
  return {
    session: {
      id: 'cs_test_1',
      billingAddress: null,
      businessName: null,
      nameCollection: null,
      currency: 'usd',
      currencyOptions: null,
      discountAmounts: null,
      email: 'ada@example.com',
      lastPaymentError: null,
      lineItems: [],
      livemode: false,
      minorUnitsAmountDivisor: 100,
      phoneNumber: null,
      recurring: null,
      savedPaymentMethods: null,
      shipping: null,
      shippingAddress: null,
      shippingOptions: [],
      status: { type: 'open' },
      surcharge: null,
      tax: { status: 'ready' },
      taxAmounts: null,
      taxIdInfo: null,
      total: {
        appliedBalance: amount(0),
        balanceAppliedToNextInvoice: false,
        discount: amount(0),
        shippingRate: amount(0),
        subtotal: amount(1000),
        surcharge: amount(0),
        taxExclusive: amount(0),
        taxInclusive: amount(0),
        total: amount(1000),
      },
      optionalItems: null,
      ...session,
    },
    config: {
      mode: 'payment',
      payment_method_types: ['card'],
      bank_verification: 'automatic',
      has_customer: false,
      email_editable: true,
      payment_method_save: 'disabled',
      payment_method_remove: 'disabled',
      billing_address_collection: 'auto',
      allow_promotion_codes: false,
      tax_id_collection: false,
      phone_number_collection: false,
      return_url: null,
      ...config,
    },
    next_action: null,
  };
}
