/** Every state that customers meet, by name. */
import type { Summary, SummaryLine } from '../core/summary.js';
import type { ShownState } from './shown-state.js';

/** 1 March 2027, in seconds. */
const DAY = 1_803_902_400;

const monthly = { interval: 'month', count: 1 } as const;

const line = (id: number, name: string, amount: number, recurs: boolean): SummaryLine => ({
  id: `li_${id}`,
  name,
  description: null,
  quantity: 1,
  unitAmount: amount,
  amount,
  cadence: recurs ? monthly : null,
});

/** Twenty lines that recur and twenty that do not. */
const FORTY: readonly SummaryLine[] = Array.from({ length: 40 }, (_, index) =>
  line(index, index < 20 ? `Module ${index + 1}` : `Setup of module ${index - 19}`, 1000 + index, index < 20),
);

const sum = (lines: readonly SummaryLine[]): number => lines.reduce((total, { amount }) => total + amount, 0);

const DISCOUNT: Partial<Summary> = {
  discount: 980,
  discounts: [{ label: 'Spring sale', code: 'SPRING', amount: 980, lasts: 3 }],
  total: 3920,
  recurring: { ...monthly, amount: 3920, discount: 980, trialEnd: null },
};

const BUSINESS = { company: 'required', taxId: 'optional', purchaseOrder: 'optional' } as const;

const links = { invoice: 'https://example.com/invoice', receipt: 'https://example.com/receipt', verification: null };

/**
 * Every state that customers meet, by name: each state of the table, and within `ready` each thing that may stand on the form.
 * What is named after page two of two shows the whole form where the flow is one page.
 */
export const STATES = {
  idle: { name: 'idle' },
  loading: { name: 'loading' },
  'loading-slow': { name: 'loading', slow: true },

  ready: { name: 'ready' },
  'ready-known-customer': { name: 'ready', features: { email: 'known', billingAddress: 'auto' } },
  'ready-filled': { name: 'ready', step: 'payment', method: 'card', savePayment: true },
  'ready-bank-account': { name: 'ready', step: 'payment', method: 'us_bank_account' },
  'ready-saved-card': {
    name: 'ready',
    step: 'payment',
    features: { email: 'known', billingAddress: 'auto' },
    method: 'card',
    saved: true,
  },
  'ready-card-updated': { name: 'ready', step: 'payment', updatedCard: { last4: '4242', at: DAY } },
  'ready-saved-always': { name: 'ready', step: 'payment', features: { savePayment: 'always' } },
  'ready-one-time': {
    name: 'ready',
    step: 'payment',
    mode: 'payment',
    summary: { lines: [line(1, 'Setup', 4900, false)] },
  },
  'ready-keeps-method': { name: 'ready', step: 'payment', mode: 'setup', features: { savePayment: 'never' } },
  'ready-trial': {
    name: 'ready',
    step: 'payment',
    summary: { total: 0, recurring: { ...monthly, amount: 4900, discount: 0, trialEnd: DAY } },
  },
  'ready-tax-pending': { name: 'ready', summary: { taxPending: true } },
  'ready-tax': { name: 'ready', step: 'payment', summary: { tax: 931, total: 5831 } },
  'ready-reverse-charge': { name: 'ready', step: 'payment', summary: { reverseCharge: true } },
  'ready-invoice': {
    name: 'ready',
    step: 'payment',
    mode: 'payment',
    features: { email: 'known', savePayment: 'never' },
    summary: {
      invoice: {
        number: 'A1B2-0001',
        dueAt: DAY,
        failure: { declineCode: 'expired_card', message: 'Your card has expired.' },
      },
    },
  },
  'ready-seats': { name: 'ready', features: { quantity: { min: 1, max: 500 } } },
  'ready-seats-invalid': { name: 'ready', features: { quantity: { min: 1, max: 500 } }, typed: { quantity: '501' } },
  'ready-promotion': { name: 'ready', features: { promotionCodes: true } },
  'ready-promotion-refused': {
    name: 'ready',
    features: { promotionCodes: true },
    promotion: { code: 'promotion.refused', message: 'This code is invalid.' },
  },
  'ready-promotion-waiting': { name: 'ready', features: { promotionCodes: true }, waiting: 'promotion' },
  'ready-promotion-taken': { name: 'ready', features: { promotionCodes: true }, summary: DISCOUNT },
  'ready-business': {
    name: 'ready',
    features: BUSINESS,
    fields: [{ name: 'team', label: 'Team', required: true }],
    typed: { tax_type: 'DE eu_vat' },
  },
  'ready-business-invalid': {
    name: 'ready',
    features: BUSINESS,
    fields: [{ name: 'team', label: 'Team', required: true }],
    typed: { tax_type: 'DE eu_vat', tax_id: 'DE1' },
    invalid: [{ field: 'company' }, { field: 'tax_id' }, { field: 'fields', name: 'team' }],
  },
  'ready-email-wrong': { name: 'ready', typed: { email: 'ada' } },
  'ready-email-suggested': {
    name: 'ready',
    typed: { email: 'ada@gmial.com' },
    emailSuggestion: 'ada@gmail.com',
  },
  'ready-address-refused': {
    name: 'ready',
    features: { address: { countries: ['DE', 'AT'], poBoxes: true } },
    address: { country: 'US', line1: '12 St James Square', city: 'New York', state: 'NY', postal_code: '10001' },
  },
  'ready-post-office-box': {
    name: 'ready',
    features: { address: { countries: null, poBoxes: false } },
    address: { country: 'US', line1: 'PO Box 12', city: 'New York', state: 'NY', postal_code: '10001' },
  },
  'ready-company-address': {
    name: 'ready',
    features: { company: 'required', address: { countries: null, poBoxes: true, company: true } },
    address: { country: 'US', line1: '12 St James Square', city: 'New York', state: 'NY', postal_code: '10001' },
    typed: { company: ' ' },
  },
  'ready-terms': { name: 'ready', step: 'payment', features: { terms: 'https://example.com/terms' } },
  'ready-terms-invalid': {
    name: 'ready',
    features: { terms: 'https://example.com/terms' },
    invalid: [{ field: 'terms' }],
  },
  'ready-by-invoice': {
    name: 'ready',
    step: 'payment',
    features: { payByInvoice: true, netDays: 30 },
  },
  'ready-by-invoice-opened': {
    name: 'ready',
    step: 'payment',
    features: { payByInvoice: true, netDays: 30 },
    address: { country: 'US', line1: '12 St James Square', city: 'New York', state: 'NY', postal_code: '10001' },
    invoice: true,
  },
  'ready-long': {
    name: 'ready',
    step: 'payment',
    summary: {
      lines: [line(1, 'Enterprise collaboration suite with compliance export archive', 123_456_789, true)],
      subtotal: 123_456_789,
      total: 123_456_789,
      recurring: { ...monthly, amount: 123_456_789, discount: 0, trialEnd: null },
    },
  },
  'ready-forty-lines': {
    name: 'ready',
    step: 'payment',
    summary: {
      lines: FORTY,
      subtotal: sum(FORTY),
      total: sum(FORTY),
      recurring: { ...monthly, amount: sum(FORTY.slice(0, 20)), discount: 0, trialEnd: null },
    },
  },
  'ready-invalid': { name: 'ready', invalid: [{ field: 'email' }, { field: 'address' }, { field: 'payment' }] },
  'ready-invalid-payment': {
    name: 'ready',
    invalid: [{ field: 'payment', message: 'Your card number is incomplete.' }],
  },
  'ready-declined': {
    name: 'ready',
    error: {
      code: 'payment.declined',
      declineCode: 'insufficient_funds',
      message: 'Your card has insufficient funds.',
    },
  },
  'ready-declined-code': {
    name: 'ready',
    error: {
      code: 'payment.declined',
      declineCode: 'incorrect_cvc',
      message: 'Your card’s security code is incorrect.',
    },
  },
  'ready-declined-unknown': {
    name: 'ready',
    error: { code: 'payment.declined', declineCode: null, message: 'Your card was declined.' },
  },
  'ready-not-made': { name: 'ready', error: { code: 'payment.not_made' } },
  'ready-total-changed': { name: 'ready', error: { code: 'payment.total_changed' } },
  'ready-offline': { name: 'ready', error: { code: 'network.offline' } },
  'ready-refused-by-host': { name: 'ready', error: { code: 'host.refused', message: 'Please choose a team first.' } },
  'ready-waiting': { name: 'ready', step: 'payment', waiting: 'items' },

  validating: { name: 'validating' },
  confirming: { name: 'confirming' },
  'confirming-bank': { name: 'confirming', waitingForBank: true },
  checking: { name: 'checking' },
  'checking-form': { name: 'checking', form: true },

  action: { name: 'action' },
  'action-verify': {
    name: 'action',
    truth: { expectedAt: DAY, links: { ...links, verification: 'https://example.com/verify' } },
  },
  processing: { name: 'processing' },
  'processing-until': { name: 'processing', truth: { expectedAt: DAY, method: 'us_bank_account' } },
  complete: { name: 'complete' },
  'complete-links': { name: 'complete', truth: { links } },
  'complete-none-due': { name: 'complete', truth: { payment: 'none_due', amount: 0 } },
  'complete-invoiced': { name: 'complete', truth: { status: 'invoiced', payment: 'invoiced' } },
  'complete-kept': { name: 'complete', truth: { mode: 'setup', payment: 'none_due', amount: null, currency: null } },
  'complete-amount-unknown': { name: 'complete', truth: { amount: null } },
  unresolved: { name: 'unresolved' },
  expired: { name: 'expired' },
  failed: { name: 'failed', error: { code: 'network.failed' } },
  'failed-blocked': { name: 'failed', error: { code: 'stripe.load_failed' } },
  'failed-set-up': { name: 'failed', error: { code: 'price.unknown' } },
  'failed-debit': { name: 'failed', error: { code: 'payment.failed', declineCode: 'insufficient_funds' } },
  'failed-not-kept': { name: 'failed', error: { code: 'payment.not_kept' } },
} as const satisfies Readonly<Record<string, ShownState>>;

/** The name of one of {@link STATES}. */
export type ShownStateId = keyof typeof STATES;
