/** The actions that change the session for the customer. */
import type {
  StripeCheckoutApplyPromotionCodeResult,
  StripeCheckoutContact,
  StripeCheckoutLoadActionsSuccess,
  StripeCheckoutSession,
} from '@stripe/stripe-js';
import type { PaymentPageReply } from '../../wire/post-payment-page.js';
import type { PaymentPage, PaymentPageUpdate } from '../../wire/payment-page.js';
import { IntegrationError } from '../integration-error.js';
import { checkEmail, emailMessages } from './check-email.js';
import type { Checkout } from './checkout.js';
import { fail, toFailure } from './to-error.js';
import type { AnyFailure } from './to-error.js';

type Result = { type: 'success'; session: StripeCheckoutSession } | AnyFailure;
type UpdateAction =
  | `update${'Email' | 'PhoneNumber' | 'BillingAddress' | 'LineItemQuantity' | 'TaxIdInfo'}`
  | 'applyPromotionCode'
  | 'removePromotionCode';

export function toUpdateActions(
  checkout: Checkout,
  page: () => PaymentPage,
): Pick<StripeCheckoutLoadActionsSuccess, UpdateAction> {
  const update = async (body: PaymentPageUpdate): Promise<Result> => {
    const reply = await checkout.connection.update(body);
    return reply.outcome === 'page' ? { type: 'success', session: checkout.toSession(reply.page) } : toFailure(reply);
  };
  return {
    updateEmail: async (email) => {
      assertOpen(page());
      if (!page().config.email_editable) {
        throw new IntegrationError(
          'updateEmail() is not allowed: the email was set by `customer` or `customer_email` when the Checkout Session was created.',
        );
      }
      const verdict = email === null ? 'valid' : checkEmail(email);
      if (verdict !== 'valid') return { type: 'error', error: { code: verdict, message: emailMessages[verdict] } };
      const result = await update({ email: email ?? '' });
      if (result.type === 'success') return result;
      return { type: 'error', error: { code: 'invalidEmail', message: result.error.message } };
    },
    updatePhoneNumber: async (phoneNumber) => {
      assertOpen(page());
      const result = await update({ phone_number: phoneNumber ?? '' });
      if (result.type === 'success') return result;
      throw new IntegrationError(result.error.message);
    },
    updateBillingAddress: async (contact) => {
      assertOpen(page());
      if (checkout.address?.mounted === true) {
        throw new IntegrationError('updateBillingAddress() is not allowed while a Billing Address Element is mounted.');
      }
      return update({ billing_address: contact === null ? '' : toBillingAddress(contact) });
    },
    updateLineItemQuantity: async ({ lineItem, quantity }) => {
      assertOpen(page());
      const item = page().session.lineItems.find(({ id }) => id === lineItem);
      if (item === undefined) throw new IntegrationError(`No such line item: '${lineItem}'`);
      const range = item.adjustableQuantity;
      if (range === null) return fail('The quantity of this line item is not adjustable.');
      if (!Number.isInteger(quantity) || quantity < range.minimum || quantity > range.maximum) {
        return fail(`The quantity must be between ${range.minimum} and ${range.maximum}.`);
      }
      return update({ line_item_quantity: { line_item: lineItem, quantity } });
    },
    applyPromotionCode: async (code) => {
      assertOpen(page());
      if (!page().config.allow_promotion_codes) {
        throw new IntegrationError(
          'applyPromotionCode() is not allowed: the Checkout Session was created without `allow_promotion_codes`.',
        );
      }
      if (typeof code !== 'string' || code === '') {
        throw new IntegrationError('Invalid value for applyPromotionCode(): the code should be a non-empty string.');
      }
      return toApplied(checkout, await checkout.connection.update({ promotion_code: code }));
    },
    removePromotionCode: async () => {
      assertOpen(page());
      if (!page().config.allow_promotion_codes) {
        throw new IntegrationError(
          'removePromotionCode() is not allowed: the Checkout Session was created without `allow_promotion_codes`.',
        );
      }
      return update({ promotion_code: '' });
    },
    updateTaxIdInfo: async (info) => {
      assertOpen(page());
      if (!page().config.tax_id_collection) {
        throw new IntegrationError(
          'updateTaxIdInfo() is not allowed: the Checkout Session was created without `tax_id_collection`.',
        );
      }
      if (info !== null && (!info.taxId.type || !info.taxId.value || !info.businessName)) {
        throw new IntegrationError('Invalid value for updateTaxIdInfo(): taxId and businessName should not be empty.');
      }
      const told = info && { type: info.taxId.type, value: info.taxId.value, business_name: info.businessName };
      const reply = await checkout.connection.update({ tax_id_info: told ?? '' });
      if (reply.outcome === 'page') return { type: 'success', session: checkout.toSession(reply.page) };
      if (reply.outcome === 'refused' && reply.error.code === 'tax_id_invalid') {
        return { type: 'error', error: { message: reply.error.message, code: 'invalidTaxId' } };
      }
      return toFailure(reply);
    },
  };
}

/** Only what is wrong with the code has a code of its own. */
function toApplied(checkout: Checkout, reply: PaymentPageReply): StripeCheckoutApplyPromotionCodeResult {
  if (reply.outcome === 'page') return { type: 'success', session: checkout.toSession(reply.page) };
  if (reply.outcome === 'lost') return toFailure(reply);
  const { code, message } = reply.error;
  if (code === 'promotion_code_invalid') return { type: 'error', error: { message, code: 'invalidCode' } };
  if (code === 'promotion_code_amount_insufficient') {
    return { type: 'error', error: { message, code: 'promotionCodeAmountInsufficient' } };
  }
  return toFailure(reply);
}

export function assertOpen({ session }: PaymentPage): void {
  if (session.status.type !== 'open') throw new IntegrationError('This Checkout Session is no longer active.');
}

export function toBillingAddress({
  name,
  address,
}: StripeCheckoutContact): Exclude<PaymentPageUpdate['billing_address'], undefined | ''> {
  const given = Object.entries(address).filter(([, value]) => typeof value === 'string' && value !== '');
  return { ...(name ? { name } : {}), address: { ...Object.fromEntries(given), country: address.country } };
}
