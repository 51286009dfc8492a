/** Whether `confirm()` would be taken now, without arguments. */
import type { PaymentPage } from '../../wire/payment-page.js';

export interface Confirmable {
  readonly connection: { readonly pending: boolean };
  readonly confirming: boolean;
  readonly payment: { readonly complete: boolean } | null;
  readonly address: {
    readonly mounted: boolean;
    readonly complete: boolean;
    readonly value: { readonly phone?: string };
  } | null;
}

export function canConfirm({ session, config }: PaymentPage, checkout: Confirmable): boolean {
  if (session.status.type !== 'open' || checkout.connection.pending || checkout.confirming) return false;
  if (checkout.payment?.complete !== true) return false;
  if (checkout.address?.mounted === true && !checkout.address.complete) return false;
  if (config.billing_address_collection === 'required' && session.billingAddress === null) return false;
  const phone = session.phoneNumber ?? checkout.address?.value.phone ?? '';
  if (config.phone_number_collection && phone === '') return false;
  return session.email !== null;
}
