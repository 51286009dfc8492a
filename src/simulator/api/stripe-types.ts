/** The SDK's resource types under short names, and the one place where wire and SDK differ. */
import type { Stripe } from 'stripe';

export type BalanceTransaction = Stripe.BalanceTransaction;
export type Charge = Stripe.Charge;
export type CheckoutSession = Stripe.Checkout.Session;
export type ConfirmationToken = Stripe.ConfirmationToken;
export type Coupon = Stripe.Coupon;
export type Customer = Stripe.Customer;
export type DeletedCustomer = Stripe.DeletedCustomer;
export type CustomerSession = Stripe.CustomerSession;
export type Discount = Stripe.Discount;
export type Dispute = Stripe.Dispute;
export type Invoice = Stripe.Invoice;
export type InvoiceLineItem = Stripe.InvoiceLineItem;
export type InvoiceItem = Stripe.InvoiceItem;
export type InvoicePayment = Stripe.InvoicePayment;
export type Mandate = Stripe.Mandate;
export type LineItem = Stripe.LineItem;
export type PaymentIntent = Stripe.PaymentIntent;
export type PaymentMethod = Stripe.PaymentMethod;
export type Plan = Stripe.Plan;
export type Price = Stripe.Price;
export type Product = Stripe.Product;
export type TaxId = Stripe.TaxId;
export type DeletedTaxId = Stripe.DeletedTaxId;
export type Refund = Stripe.Refund;
export type SetupIntent = Stripe.SetupIntent;
export type PromotionCode = Stripe.PromotionCode;
export type Subscription = Stripe.Subscription;
export type SubscriptionItem = Stripe.SubscriptionItem;
export type TestClock = Stripe.TestHelpers.TestClock;
export type WebhookEndpoint = Stripe.WebhookEndpoint;
export type Address = Stripe.Address;
export type ApiList<T> = Stripe.ApiList<T>;
export type EventType = Stripe.Event.Type;
type Decimal = NonNullable<Price['unit_amount_decimal']>;

/** Decimals travel as strings; the SDK makes its `Decimal` of them on arrival, so the types need this one cast. */
export const decimalOnWire = (value: string): Decimal => value as unknown as Decimal;
