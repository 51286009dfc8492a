/** What `confirm()` refuses as a mistake of the page, before anything is sent. */
import type { StripeCheckoutLoadActionsSuccess } from '@stripe/stripe-js';
import type { PaymentPage } from '../../wire/payment-page.js';
import { refuseUnknownOptions } from '../elements/refuse-unknown-options.js';
import { IntegrationError } from '../integration-error.js';
import { checkEmail } from './check-email.js';
import type { Checkout } from './checkout.js';
import { assertOpen } from './to-update-actions.js';

export type ConfirmArguments = NonNullable<Parameters<StripeCheckoutLoadActionsSuccess['confirm']>[0]>;

const known = [
  'returnUrl',
  'redirect',
  'paymentMethod',
  'savePaymentMethod',
  'email',
  'phoneNumber',
  'billingAddress',
  'shippingAddress',
  'expressCheckoutConfirmEvent',
  'formConfirmEvent',
  'onRequiresApproval',
];
const absent = ['shippingAddress', 'formConfirmEvent', 'onRequiresApproval'] as const;

export function assertConfirmable(checkout: Checkout, page: PaymentPage, args: ConfirmArguments): void {
  refuseUnknownOptions('confirm()', args, known);
  for (const name of absent)
    if (args[name] !== undefined) throw new IntegrationError(`confirm({${name}}) is not simulated.`);
  if (checkout.confirming) throw new IntegrationError('confirm() was called while another confirm() is still running.');
  assertOpen(page);
  if (!checkout.reads.complete) {
    throw new IntegrationError(
      'The total was never read. Show the customer session.total.total.amount (or minorUnitsAmount with currency and minorUnitsAmountDivisor) before you call confirm().',
    );
  }
  if (checkout.connection.pending)
    throw new IntegrationError(
      'confirm() was called while an update is pending. Wait until session.canConfirm is true.',
    );
  assertReturnUrl(page, args);
  assertSaving(page, args);
  assertEmail(page, args);
  if (args.expressCheckoutConfirmEvent !== undefined) {
    assertExpress(checkout, args);
    return;
  }
  if (args.paymentMethod === undefined && checkout.payment?.mounted !== true) {
    throw new IntegrationError(
      'Invalid value for confirm(): there should be a mounted Payment Element or a paymentMethod.',
    );
  }
  assertBillingAddress(checkout, page, args);
  if (args.billingAddress !== undefined && checkout.address?.mounted === true) {
    throw new IntegrationError('confirm({billingAddress}) is not allowed while a Billing Address Element is mounted.');
  }
}

/** A wallet brings its own card and billing details; its event pays once. */
function assertExpress({ express }: Checkout, args: ConfirmArguments): void {
  for (const name of ['paymentMethod', 'savePaymentMethod', 'billingAddress'] as const) {
    if (args[name] !== undefined)
      throw new IntegrationError(`confirm({${name}}) is not allowed together with expressCheckoutConfirmEvent.`);
  }
  if (args.expressCheckoutConfirmEvent === undefined || express?.holds(args.expressCheckoutConfirmEvent) !== true) {
    throw new IntegrationError(
      'Invalid value for confirm(): expressCheckoutConfirmEvent should be the event of the `confirm` of a mounted Express Checkout Element, and can be used once.',
    );
  }
}

/** What the page hides with `fields: 'never'` it has to give. */
function assertBillingAddress({ payment, address }: Checkout, { session }: PaymentPage, args: ConfirmArguments): void {
  if (payment?.mounted !== true || !payment.hidesCountry || args.paymentMethod !== undefined) return;
  if (address?.mounted === true || args.billingAddress !== undefined || session.billingAddress !== null) return;
  throw new IntegrationError(
    'You specified "never" for fields.billing_details.address when creating the payment Element, but did not pass billingAddress when calling confirm(). ' +
      'If you opt out of collecting data via the payment Element using the fields option, the data must be passed in when calling confirm().',
  );
}

function assertReturnUrl({ config }: PaymentPage, { returnUrl, redirect = 'always' }: ConfirmArguments): void {
  if (redirect !== 'always' && redirect !== 'if_required') {
    throw new IntegrationError("Invalid value for confirm(): redirect should be 'always' or 'if_required'.");
  }
  if (returnUrl !== undefined && config.return_url !== null) {
    throw new IntegrationError(
      'confirm({returnUrl}) is not allowed: the Checkout Session was created with a `return_url`.',
    );
  }
  if (returnUrl !== undefined && !URL.canParse(returnUrl)) {
    throw new IntegrationError(
      `Invalid value for confirm(): returnUrl should be an absolute URL. You specified: ${returnUrl}.`,
    );
  }
  if (redirect === 'always' && returnUrl === undefined && config.return_url === null) {
    throw new IntegrationError('confirm() needs a returnUrl: the Checkout Session was created without a `return_url`.');
  }
}

/** Whether there is, or will be, a customer to save it for is known to the API, which refuses. */
function assertSaving({ config }: PaymentPage, { savePaymentMethod }: ConfirmArguments): void {
  if (savePaymentMethod === undefined) return;
  if (config.payment_method_save !== 'enabled') {
    throw new IntegrationError(
      'confirm({savePaymentMethod}) is not allowed: `saved_payment_method_options.payment_method_save` is not enabled.',
    );
  }
}

function assertEmail({ session, config }: PaymentPage, { email, expressCheckoutConfirmEvent }: ConfirmArguments): void {
  if (email !== undefined && !config.email_editable) {
    throw new IntegrationError(
      'confirm({email}) is not allowed: the email was set by `customer` or `customer_email` when the Checkout Session was created.',
    );
  }
  if (email !== undefined && checkEmail(email) !== 'valid') {
    throw new IntegrationError(`Invalid value for confirm(): email should be an email address.`);
  }
  if (email === undefined && session.email === null && expressCheckoutConfirmEvent === undefined) {
    throw new IntegrationError(
      'An email is needed before confirm(): use updateEmail(), confirm({email}) or `customer_email`.',
    );
  }
}
