/** Stripe's published test cards and what each does. */
import { declines, type Decline } from './declines.js';

export interface TestCard {
  readonly number: string;
  readonly brand: string;
  readonly funding: 'credit' | 'debit' | 'prepaid';
  readonly country: string;
  /** The ready-made payment method of this card. */
  readonly id?: string;
  /** Refused by every charge. */
  readonly decline?: Decline;
  /** The decline comes only when a security code was given. */
  readonly needsCvc?: true;
  /** Can be attached to a customer although charges fail. */
  readonly attachable?: true;
  /** The customer's bank asks on every payment with the customer present. */
  readonly challenge?: true;
  /** Without the customer: `anytime`, or only once it was set up for that. Else the bank wants to ask and says no. */
  readonly offSession?: 'anytime' | 'once_set_up';
  /** What happens after the customer has passed the challenge. */
  readonly afterChallenge?: Decline;
  readonly checks?: { readonly cvc?: Check; readonly line1?: Check; readonly postal?: Check };
  readonly risk?: 'elevated' | 'highest';
  /** What becomes of a refund that is not simply done: it waits for the bank, or is done and then fails. */
  readonly refund?: 'pending' | 'fails';
  /** Once it is paid, the bank takes the payment back for this reason, or asks about it first. */
  readonly dispute?: 'fraudulent' | 'product_not_received' | 'inquiry';
}

export type Check = 'fail' | 'unavailable';

type Behaviour = Omit<TestCard, 'number' | 'id' | 'brand' | 'funding' | 'country'> &
  Partial<Pick<TestCard, 'funding' | 'country'>>;

const card = (number: string, brand: string, id?: string, more: Behaviour = {}): TestCard => ({
  number,
  brand,
  funding: 'credit',
  country: 'US',
  ...(id ? { id } : {}),
  ...more,
});
const visa = (number: string, id?: string, more?: Behaviour): TestCard => card(number, 'visa', id, more);

const debit = { funding: 'debit' } as const;

const successes: readonly TestCard[] = [
  visa('4242424242424242', 'pm_card_visa'),
  visa('4000056655665556', 'pm_card_visa_debit', debit),
  visa('4000000000007726', 'pm_card_pendingRefund', { refund: 'pending' }),
  visa('4000000000005126', 'pm_card_refundFail', { refund: 'fails' }),
  card('5555555555554444', 'mastercard', 'pm_card_mastercard'),
  card('2223003122003222', 'mastercard'),
  card('5200828282828210', 'mastercard', 'pm_card_mastercard_debit', debit),
  card('5105105105105100', 'mastercard', 'pm_card_mastercard_prepaid', { funding: 'prepaid' }),
  card('378282246310005', 'amex', 'pm_card_amex'),
  card('371449635398431', 'amex'),
  card('6011111111111117', 'discover', 'pm_card_discover'),
  card('6011000990139424', 'discover'),
  card('6011981111111113', 'discover', undefined, debit),
  card('3056930009020004', 'diners', 'pm_card_diners'),
  card('36227206271667', 'diners'),
  card('3566002020360505', 'jcb', 'pm_card_jcb', { country: 'JP' }),
  card('6200000000000005', 'unionpay', 'pm_card_unionpay', { country: 'CN' }),
  card('6200000000000047', 'unionpay', undefined, { ...debit, country: 'CN' }),
  card('6205500000000000004', 'unionpay', undefined, { country: 'CN' }),
];

const disputed: readonly TestCard[] = [
  visa('4000000000000259', 'pm_card_createDispute', { dispute: 'fraudulent' }),
  visa('4000000000002685', 'pm_card_createDisputeProductNotReceived', { dispute: 'product_not_received' }),
  visa('4000000000001976', 'pm_card_createDisputeInquiry', { dispute: 'inquiry' }),
];

const byCountry: readonly TestCard[] = [
  ['4000001240000000', 'CA'],
  ['4000000760000002', 'BR'],
  ['4000004840008001', 'MX'],
  ['4000002760000016', 'DE'],
  ['4000002500000003', 'FR'],
  ['4000008260000000', 'GB'],
  ['4000007240000007', 'ES'],
  ['4000003800000008', 'IT'],
  ['4000005280000002', 'NL'],
  ['4000003560000008', 'IN'],
  ['4000003920000003', 'JP'],
  ['4000000360000006', 'AU'],
  ['4000007020000003', 'SG'],
  ['4000001560000002', 'CN'],
].map(([number = '', country = '']) => visa(number, `pm_card_${country.toLowerCase()}`, { country }));

const declining: readonly TestCard[] = [
  visa('4000000000000002', 'pm_card_visa_chargeDeclined', { decline: declines.generic }),
  visa('4000000000009995', 'pm_card_visa_chargeDeclinedInsufficientFunds', { decline: declines.insufficientFunds }),
  visa('4000000000009987', 'pm_card_visa_chargeDeclinedLostCard', { decline: declines.lost }),
  visa('4000000000009979', 'pm_card_visa_chargeDeclinedStolenCard', { decline: declines.stolen }),
  visa('4000000000000069', 'pm_card_chargeDeclinedExpiredCard', { decline: declines.expired }),
  visa('4000000000000127', 'pm_card_chargeDeclinedIncorrectCvc', { decline: declines.incorrectCvc, needsCvc: true }),
  visa('4000000000000119', 'pm_card_chargeDeclinedProcessingError', { decline: declines.processingError }),
  visa('4000000000006975', 'pm_card_visa_chargeDeclinedVelocityLimitExceeded', { decline: declines.velocity }),
  visa('4000000000000341', 'pm_card_chargeCustomerFail', { decline: declines.generic, attachable: true }),
];

const risky: readonly TestCard[] = [
  visa('4100000000000019', 'pm_card_radarBlock', { decline: declines.fraudulent, risk: 'highest' }),
  visa('4000000000004954', 'pm_card_riskLevelHighest', { decline: declines.fraudulent, risk: 'highest' }),
  visa('4000000000009235', 'pm_card_riskLevelElevated', { risk: 'elevated' }),
  visa('4000000000000101', 'pm_card_cvcCheckFail', { checks: { cvc: 'fail' } }),
  visa('4000000000000036', 'pm_card_avsZipFail', { checks: { postal: 'fail' } }),
  visa('4000000000000028', 'pm_card_avsLine1Fail', { checks: { line1: 'fail' } }),
  visa('4000000000000010', 'pm_card_avsFail', { checks: { line1: 'fail', postal: 'fail' } }),
  visa('4000000000000044', 'pm_card_avsUnchecked', {
    checks: { cvc: 'unavailable', line1: 'unavailable', postal: 'unavailable' },
  }),
  visa('4000058400307872', 'pm_card_cvcCheckFailElevatedRisk', { checks: { cvc: 'fail' }, risk: 'elevated' }),
  visa('4000058400306072', 'pm_card_avsZipFailElevatedRisk', { checks: { postal: 'fail' }, risk: 'elevated' }),
];

const threeDSecure: readonly TestCard[] = [
  visa('4000002500003155', 'pm_card_authenticationRequiredOnSetup', {
    challenge: true,
    offSession: 'once_set_up',
    country: 'FR',
  }),
  visa('4000002760003184', 'pm_card_authenticationRequired', { challenge: true, country: 'DE' }),
  visa('4000003800000446', 'pm_card_authenticationRequiredSetupForOffSession', {
    challenge: true,
    offSession: 'anytime',
    country: 'IT',
  }),
  visa('4000008260003178', 'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds', {
    challenge: true,
    afterChallenge: declines.insufficientFunds,
    country: 'GB',
  }),
  visa('4000000000003220', 'pm_card_threeDSecure2Required', { challenge: true }),
  visa('4000008400001629', 'pm_card_threeDSecureRequiredChargeDeclined', {
    challenge: true,
    afterChallenge: declines.generic,
  }),
  visa('4000008400001280', 'pm_card_threeDSecureRequiredProcessingError', { decline: declines.generic }),
  visa('4000000000003055', 'pm_card_threeDSecureOptional'),
  visa('4000000000003097', 'pm_card_threeDSecureOptionalProcessingError'),
];

const all = [...successes, ...disputed, ...byCountry, ...declining, ...risky, ...threeDSecure];
const byNumber = new Map(all.map((item) => [item.number, item]));
const byId = new Map(all.flatMap((item) => (item.id ? [[item.id, item] as const] : [])));

export const testCardByNumber = (number: string): TestCard | undefined => byNumber.get(number);
export const testCardById = (id: string): TestCard | undefined => byId.get(id);
