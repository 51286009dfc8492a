/** Routing number, account number and kind of a US bank account. */
import { createInput, createSelectField, setChoices } from '../form/create-input.js';
import { Field } from '../form/field.js';
import { complete, unfinished, type Verdict } from '../form/verdict.js';

interface TypedAccount {
  readonly account_type: 'checking' | 'savings';
  readonly account_number: string;
  readonly routing_number: string;
}

const digits = (value: string): string => value.replaceAll(/\D/g, '');

/** The third, sixth and ninth digit once, the first of three thrice, the second seven times: a multiple of ten. */
function checkRouting(value: string): Verdict {
  const number = digits(value);
  if (number.length < 9) return unfinished(value, 'Your routing number is incomplete.');
  const sum = [...number].reduce((total, digit, index) => total + Number(digit) * ([3, 7, 1][index % 3] ?? 1), 0);
  if (number.length === 9 && sum % 10 === 0) return complete;
  return { state: 'invalid', message: 'Your routing number is invalid.' };
}

export class AccountFields {
  readonly routing: Field<HTMLInputElement>;
  readonly number: Field<HTMLInputElement>;
  readonly kind: Field<HTMLSelectElement>;

  constructor(changed: () => void) {
    const routing = createInput({
      name: 'routingNumber',
      autocomplete: 'off',
      inputmode: 'numeric',
      placeholder: '110000000',
    });
    const number = createInput({
      name: 'accountNumber',
      autocomplete: 'off',
      inputmode: 'numeric',
      placeholder: '000123456789',
    });
    this.routing = new Field(routing, { label: 'Routing number', check: () => checkRouting(routing.value), changed });
    this.number = new Field(number, {
      label: 'Account number',
      check: () =>
        digits(number.value).length < 4 ? unfinished(number.value, 'Your account number is incomplete.') : complete,
      changed,
    });
    this.kind = createSelectField('accountType', 'off', { label: 'Account type', check: () => complete, changed });
    setChoices(this.kind.control, [
      { value: 'checking', label: 'Checking' },
      { value: 'savings', label: 'Savings' },
    ]);
  }

  get all(): readonly Field[] {
    return [this.routing, this.number, this.kind];
  }

  set visible(visible: boolean) {
    for (const field of this.all) field.visible = visible;
  }

  /** Only for the request this frame sends itself. */
  read(): TypedAccount {
    return {
      account_type: this.kind.value === 'savings' ? 'savings' : 'checking',
      account_number: digits(this.number.value),
      routing_number: digits(this.routing.value),
    };
  }
}
