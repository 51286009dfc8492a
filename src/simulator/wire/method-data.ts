/** What the payment frame sends of a new way to pay; the only message that carries numbers. */
import type { TestBank } from './test-banks.js';
import type { WalletCard, WalletType } from './wallets.js';

/** Ways to pay that are simulated. */
export const methodTypes = ['card', 'us_bank_account', 'sepa_debit', 'ideal'] as const;
export type MethodType = (typeof methodTypes)[number];

export type TypedMethod =
  | {
      readonly type: 'card';
      readonly card: {
        readonly number: string;
        readonly exp_month: number;
        readonly exp_year: number;
        readonly cvc: string;
      };
    }
  | {
      readonly type: 'us_bank_account';
      readonly us_bank_account:
        | {
            readonly account_holder_type: 'company' | 'individual';
            readonly account_type: 'checking' | 'savings';
            readonly account_number: string;
            readonly routing_number: string;
          }
        | {
            readonly account_holder_type: 'company' | 'individual';
            readonly account_type: 'checking' | 'savings';
            readonly financial_connections_account: TestBank['id'];
          };
    }
  | { readonly type: 'sepa_debit'; readonly sepa_debit: { readonly iban: string } }
  /** A card that a wallet gave. */
  | { readonly type: 'card'; readonly wallet: { readonly type: WalletType; readonly card: WalletCard['id'] } }
  | { readonly type: 'ideal' };
