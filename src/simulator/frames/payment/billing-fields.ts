/** Country and ZIP code, which the payment frame asks for when no address element does. */
import { createInput, createSelectField, setChoices } from '../form/create-input.js';
import { guessCountry, toCountryChoices } from '../form/country-choices.js';
import { Field } from '../form/field.js';
import { complete, unfinished } from '../form/verdict.js';
import type { PaymentSetup } from '../../wire/frame-messages.js';

export class BillingFields {
  readonly country: Field<HTMLSelectElement>;
  readonly postalCode: Field<HTMLInputElement>;
  #shown: PaymentSetup['billingFields'] = { country: true, postalCode: true };

  constructor(setup: PaymentSetup, changed: () => void) {
    const postalCode = createInput({
      name: 'postalCode',
      autocomplete: 'billing postal-code',
      inputmode: 'text',
      placeholder: '12345',
    });
    this.country = createSelectField('country', 'billing country', {
      label: 'Country',
      width: 'half',
      check: () => complete,
      changed: () => {
        this.#arrange();
        changed();
      },
    });
    this.postalCode = new Field(postalCode, {
      label: 'ZIP code',
      width: 'half',
      check: () =>
        /^\d{5}(-?\d{4})?$/.test(postalCode.value.trim())
          ? complete
          : unfinished(postalCode.value, 'Your ZIP code is incomplete.'),
      changed,
    });
    setChoices(this.country.control, toCountryChoices(setup.locale));
    this.country.value = setup.defaultAddress.country ?? guessCountry(setup.locale);
    this.postalCode.value = setup.defaultAddress.postalCode ?? '';
    this.update(setup);
  }

  get all(): readonly Field[] {
    return [this.country, this.postalCode];
  }

  update(setup: PaymentSetup): void {
    this.#shown = setup.billingFields;
    this.#arrange();
  }

  /** Empty where an address element asks. */
  read(): { readonly country?: string; readonly postal_code?: string } {
    return {
      ...(this.country.visible ? { country: this.country.value } : {}),
      ...(this.postalCode.visible ? { postal_code: this.postalCode.value } : {}),
    };
  }

  /** Since 2025 only cards of the United States are asked for a postal code. */
  #arrange(): void {
    this.country.visible = this.#shown.country;
    this.postalCode.visible = this.#shown.postalCode && this.country.value === 'US';
    this.country.width = this.postalCode.visible ? 'half' : 'full';
    this.postalCode.width = this.country.visible ? 'half' : 'full';
  }
}
