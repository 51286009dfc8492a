/** Answer of every browser route: the snapshot, what the session allows, what the bank asks. */
import { fixedEmail } from '../checkout/session-email.js';
import type { SessionRecord } from '../checkout/session-record.js';
import { offeredBySession } from '../payments/offered-types.js';
import type { Account } from '../state/account.js';
import type { PageAction, PaymentPage } from '../../wire/payment-page.js';
import { pageSnapshot } from './page-snapshot.js';

export function toPage(account: Account, record: SessionRecord, action: PageAction | null = null): PaymentPage {
  const { session } = record;
  const saved = session.saved_payment_method_options;
  return {
    session: pageSnapshot(account, record),
    config: {
      mode: session.mode === 'subscription' ? 'subscription' : 'payment',
      payment_method_types: session.payment_method_types,
      bank_verification: offeredBySession(record).verification,
      has_customer: session.customer !== null,
      email_editable: fixedEmail(account, record) === null,
      payment_method_save: saved?.payment_method_save === 'enabled' ? 'enabled' : 'disabled',
      payment_method_remove: saved?.payment_method_remove === 'enabled' ? 'enabled' : 'disabled',
      billing_address_collection: session.billing_address_collection === 'required' ? 'required' : 'auto',
      allow_promotion_codes: session.allow_promotion_codes ?? false,
      tax_id_collection: session.tax_id_collection?.enabled ?? false,
      phone_number_collection: session.phone_number_collection?.enabled ?? false,
      return_url: session.return_url ?? session.success_url,
    },
    next_action: action,
  };
}
