// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from '@testing-library/user-event';
import { within } from '@testing-library/dom';
import { AddressForm } from '../../../../src/simulator/frames/address/address-form.js';
import type { AddressSetup, FromFrame } from '../../../../src/simulator/wire/frame-messages.js';

const setup: AddressSetup = {
  kind: 'address',
  locale: 'en-US',
  name: 'full',
  phone: false,
  contacts: [],
  defaultContact: null,
};

function openForm(change: Partial<AddressSetup> = {}) {
  const said: FromFrame[] = [];
  const form = new AddressForm({ ...setup, ...change }, (message) => said.push(message));
  document.body.append(form.node);
  const last = () => said.findLast((message) => message.type === 'address-change')?.change;
  return { form, said, last, queries: within(form.node), user: userEvent.setup() };
}

describe('address form', () => {
  beforeEach(() => document.body.replaceChildren());

  it('asks for city, state and ZIP once the first line is typed', async () => {
    const { queries, user } = openForm();
    expect(queries.getByLabelText('City')).not.toBeVisible();
    await user.type(queries.getByLabelText('Address line 1'), '12 Main St');
    expect(queries.getByLabelText('City')).toBeVisible();
    expect(queries.getByLabelText('State')).toBeVisible();
    expect(queries.getByLabelText('ZIP code')).toBeVisible();
  });

  it('is complete when everything the country needs is there', async () => {
    const { queries, user, last } = openForm();
    await user.type(queries.getByLabelText('Full name'), 'Ada Lovelace');
    await user.type(queries.getByLabelText('Address line 1'), '12 Main St');
    await user.type(queries.getByLabelText('City'), 'Springfield');
    await user.selectOptions(queries.getByLabelText('State'), 'IL');
    expect(last()?.complete).toBe(false);
    await user.type(queries.getByLabelText('ZIP code'), '62704');
    expect(last()).toEqual({
      empty: false,
      complete: true,
      isNewAddress: true,
      value: {
        name: 'Ada Lovelace',
        address: {
          line1: '12 Main St',
          line2: null,
          city: 'Springfield',
          state: 'IL',
          postal_code: '62704',
          country: 'US',
        },
      },
    });
  });

  it('follows the country in fields and order', async () => {
    const { queries, user } = openForm();
    await user.type(queries.getByLabelText('Address line 1'), 'Marienplatz 1');
    await user.selectOptions(queries.getByLabelText('Country or region'), 'DE');
    expect(queries.queryByLabelText('State')).toBeNull();
    const order = queries.getByLabelText('Postal code').compareDocumentPosition(queries.getByLabelText('City'));
    expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('starts from what is known', () => {
    const address = { country: 'GB', line1: '10 Downing Street', city: 'London', postal_code: 'SW1A 2AA', state: null };
    const { last } = openForm({ defaultContact: { name: 'Ada', address } });
    expect(last()?.complete).toBe(true);
    expect(last()?.value.address.postal_code).toBe('SW1A 2AA');
  });

  it('names what is missing and goes there when asked', async () => {
    const { form, queries } = openForm();
    await expect(form.answer({ name: 'validate' })).resolves.toEqual({
      name: 'validate',
      problem: 'This field is incomplete.',
    });
    expect(queries.getByLabelText('Full name')).toHaveFocus();
    expect(queries.getByLabelText('Full name')).toHaveAccessibleDescription('This field is incomplete.');
  });

  it('splits the name where the page wants that', async () => {
    const { queries, user, last } = openForm({ name: 'split' });
    await user.type(queries.getByLabelText('First name'), 'Ada');
    await user.type(queries.getByLabelText('Last name'), 'Lovelace');
    expect(last()?.value).toMatchObject({ name: 'Ada Lovelace', firstName: 'Ada', lastName: 'Lovelace' });
  });

  it('offers known contacts', async () => {
    const address = { line1: '1 A St', city: 'Rome', state: 'RM', postal_code: '00100', country: 'IT' };
    const { queries, user, last } = openForm({ contacts: [{ name: 'Ada', address }] });
    expect(last()).toMatchObject({ complete: true, isNewAddress: false });
    await user.click(queries.getByLabelText('Add new address'));
    expect(last()).toMatchObject({ complete: false, isNewAddress: true });
  });
});
