/** Country, lines, city, state and postal code; what follows the first line appears once that is typed. */
import type { StripeCheckoutContact } from '@stripe/stripe-js';
import type { AddressChange } from '../../wire/frame-messages.js';
import { guessCountry, toCountryChoices } from '../form/country-choices.js';
import { createInput, createSelectField, setChoices } from '../form/create-input.js';
import { Field } from '../form/field.js';
import { complete, unfinished } from '../form/verdict.js';
import type { Verdict } from '../form/verdict.js';
import { findAddressRule } from './address-rules.js';
import type { AddressRule } from './address-rules.js';
import { RegionField } from './region-field.js';

type Address = AddressChange['value']['address'];

const missing = 'This field is incomplete.';

export class PlaceFields {
  readonly country: Field<HTMLSelectElement>;
  readonly line1: Field<HTMLInputElement>;
  readonly line2: Field<HTMLInputElement>;
  readonly locality: Field<HTMLInputElement>;
  readonly region: RegionField;
  readonly postalCode: Field<HTMLInputElement>;
  #rearranged: () => void = () => {};
  #revealed = false;

  constructor(locale: string, changed: () => void, rearranged: () => void) {
    const typed = (): void => {
      this.#arrange();
      changed();
    };
    const line = (
      name: string,
      label: string,
      autocomplete: string,
      check: () => boolean,
      width?: 'third',
    ): Field<HTMLInputElement> => {
      const input = createInput({ name, autocomplete: `billing ${autocomplete}`, placeholder: label });
      return new Field(input, {
        label,
        changed: typed,
        check: () => (check() ? complete : unfinished(input.value.trim(), missing)),
        ...(width === undefined ? {} : { width }),
      });
    };
    this.country = createSelectField('country', 'billing country', {
      label: 'Country or region',
      check: () => complete,
      changed: typed,
    });
    this.line1 = line('addressLine1', 'Address line 1', 'address-line1', () => this.line1.value !== '');
    this.line2 = line('addressLine2', 'Address line 2', 'address-line2', () => true);
    this.locality = line(
      'locality',
      'City',
      'address-level2',
      () => this.#rule.city?.required !== true || this.locality.value !== '',
      'third',
    );
    this.region = new RegionField(typed);
    this.postalCode = new Field(createInput({ name: 'postalCode', autocomplete: 'billing postal-code' }), {
      label: 'Postal code',
      width: 'third',
      changed: typed,
      check: () => this.#checkPostalCode(),
    });
    this.line2.control.placeholder = 'Apt., suite, unit number, etc. (optional)';
    this.line2.required = false;
    this.line1.control.placeholder = 'Street address';
    setChoices(this.country.control, toCountryChoices(locale));
    this.country.value = guessCountry(locale);
    this.#arrange();
    this.#rearranged = rearranged;
  }

  /** In the order in which the country writes them. */
  get all(): readonly Field[] {
    const { locality, postalCode } = this;
    const region = this.region.current;
    const rest =
      this.#rule.postalCode?.before === true ? [postalCode, locality, region] : [locality, region, postalCode];
    return [this.country, this.line1, this.line2, ...rest];
  }

  set(contact: StripeCheckoutContact): void {
    const { country, line1, line2, city, state, postal_code: postalCode } = contact.address;
    this.country.value = country;
    this.line1.value = line1 ?? '';
    this.line2.value = line2 ?? '';
    this.locality.value = city ?? '';
    this.#arrange();
    this.region.value = state ?? '';
    this.postalCode.value = postalCode ?? '';
  }

  clear(): void {
    for (const field of [this.line1, this.line2, this.locality, this.region.current, this.postalCode]) field.clear();
    this.#revealed = false;
    this.#arrange();
  }

  /** Shows every field, so that what is missing can be seen. */
  reveal(): void {
    this.#revealed = true;
    this.#arrange();
  }

  read(): Address {
    const shown = (field: Field): string => (field.visible ? field.value : '');
    return {
      country: this.country.value,
      line1: this.line1.value,
      line2: shown(this.line2) === '' ? null : this.line2.value,
      city: shown(this.locality),
      state: this.region.value,
      postal_code: shown(this.postalCode),
    };
  }

  get #rule(): AddressRule {
    return findAddressRule(this.country.value);
  }

  #arrange(): void {
    const before = this.all.map(({ node }) => node);
    this.#revealed ||= this.line1.value !== '';
    const { city, state, postalCode } = this.#rule;
    this.line2.visible = this.#revealed;
    this.locality.visible = this.#revealed && city !== null;
    this.locality.label = city?.label ?? '';
    this.locality.required = city?.required ?? false;
    this.locality.control.placeholder = city?.label ?? '';
    this.region.arrange(state, this.#revealed);
    this.postalCode.visible = this.#revealed && postalCode !== null;
    this.postalCode.label = postalCode?.label ?? '';
    this.postalCode.required = postalCode?.required ?? false;
    this.postalCode.control.placeholder = postalCode?.label ?? '';
    const trio = [this.locality, this.region.current, this.postalCode].filter(({ visible }) => visible);
    for (const field of trio) field.width = trio.length === 1 ? 'full' : trio.length === 2 ? 'half' : 'third';
    this.locality.node.classList.toggle('Field--wide', trio.length === 3);
    const after = this.all.map(({ node }) => node);
    if (after.some((node, index) => node !== before[index])) this.#rearranged();
    this.postalCode.recheck();
  }

  #checkPostalCode(): Verdict {
    const { value } = this.postalCode;
    const rule = this.#rule.postalCode;
    if (rule === null || (!rule.required && value === '')) return complete;
    if (value === '') return unfinished('', missing);
    const fits = rule.pattern?.test(value) ?? true;
    return fits
      ? complete
      : {
          state: 'incomplete',
          message: `Your ${rule.label === 'Postal code' ? 'postal code' : rule.label} is invalid.`,
        };
  }
}
