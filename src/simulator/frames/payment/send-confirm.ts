/** Sends the payment to the API, with what was typed: the only place that ever sends it. */
import type { FrameConfirm } from '../../wire/frame-messages.js';
import { postPaymentPage } from '../../wire/post-payment-page.js';
import type { PaymentPageReply } from '../../wire/post-payment-page.js';
import type { PaymentPageConfirm } from '../../wire/payment-page.js';
import type { TypedMethod } from '../../wire/method-data.js';

export type ConfirmWith =
  | { readonly saved: string }
  /** What was typed, and what of the payer's details. */
  | {
      readonly typed: TypedMethod;
      readonly billing: {
        readonly name?: string;
        readonly email?: string;
        readonly address?: { readonly country?: string; readonly postal_code?: string };
      };
    };

export function sendConfirm(origin: string, confirm: FrameConfirm, method: ConfirmWith): Promise<PaymentPageReply> {
  const body: PaymentPageConfirm = {
    expected_amount: confirm.expectedAmount,
    ...('saved' in method ? { payment_method: method.saved } : { payment_method_data: toMethodData(confirm, method) }),
    ...(confirm.savePaymentMethod === null ? {} : { save_payment_method: confirm.savePaymentMethod }),
    ...(confirm.email === null ? {} : { email: confirm.email }),
    ...(confirm.returnUrl === null ? {} : { return_url: confirm.returnUrl }),
  };
  return postPaymentPage(origin, confirm, '/confirm', body);
}

/** What the customer typed in the frame goes before what the page knows. */
function toMethodData(
  { billing }: FrameConfirm,
  { typed, billing: own }: Extract<ConfirmWith, { typed: TypedMethod }>,
): NonNullable<PaymentPageConfirm['payment_method_data']> {
  const { contact, email, phone } = billing;
  const known = Object.entries(contact?.address ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  const merged = { ...Object.fromEntries(known), ...own.address };
  const name = own.name ?? contact?.name;
  const mail = own.email ?? email;
  return {
    ...typed,
    billing_details: {
      ...(name ? { name } : {}),
      ...(mail === null ? {} : { email: mail }),
      ...(phone === null ? {} : { phone }),
      ...(Object.keys(merged).length === 0 ? {} : { address: merged }),
    },
  };
}
