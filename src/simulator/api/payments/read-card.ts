/** Checks what was typed as a card, as far as no bank is needed for it. */
import { badCardData, cardError } from './card-error.js';
import { declines } from './declines.js';
import { testCardByNumber, type TestCard } from './test-cards.js';

export interface TypedCard {
  readonly number: string;
  readonly exp_month: number;
  readonly exp_year: number;
  readonly cvc?: string | undefined;
}

export interface ReadCard {
  readonly card: TestCard;
  readonly expMonth: number;
  readonly expYear: number;
  readonly cvcGiven: boolean;
}

export function readCard(typed: TypedCard, now: number): ReadCard {
  const number = typed.number.replaceAll(/[\s-]/g, '');
  if (!/^\d{12,19}$/.test(number) || !passesLuhn(number)) {
    throw badCardData('incorrect_number', 'Your card number is incorrect.', 'number');
  }
  const expYear = fullYear(typed.exp_year);
  checkExpiry(typed.exp_month, expYear, new Date(now * 1000));
  const cvc = typed.cvc ?? '';
  const card = testCardByNumber(number);
  const digits = card?.brand === 'amex' ? /^\d{3,4}$/ : /^\d{3}$/;
  if (cvc !== '' && !digits.test(cvc)) throw badCardData('invalid_cvc', "Your card's security code is invalid.", 'cvc');
  if (!card) throw cardError(declines.liveCard);
  return { card, expMonth: typed.exp_month, expYear, cvcGiven: cvc !== '' };
}

function checkExpiry(month: number, year: number, now: Date): void {
  if (month < 1 || month > 12) {
    throw badCardData('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month');
  }
  const thisYear = now.getUTCFullYear();
  if (year < thisYear || year > thisYear + 50) {
    throw badCardData('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year');
  }
  if (year === thisYear && month < now.getUTCMonth() + 1) {
    throw badCardData('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month');
  }
}

/** Two digits mean this century, except those that can only be last century's. */
function fullYear(year: number): number {
  if (year > 99 || year < 0) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
