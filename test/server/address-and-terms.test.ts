/** Rules about addresses and terms: told to the browser, held by the server. */
import { describe, expect, it } from 'vitest';
import { openShop, type Shop } from './shop.js';

const details = (more: object) => ({ change: 'details', ...more });

const refusalOf = async (shop: Shop, id: string, more: object): Promise<unknown> =>
  (await shop.send('PATCH', `/sessions/${id}`, { contract: 1, ...details(more) })).json();

describe('rules about addresses', () => {
  it('are told to the browser: what all prices allow', async () => {
    const shop = await openShop({
      features: { countries: ['DE', 'AT', 'CH'] },
      prices: {
        pro_monthly: { quantity: { max: 500 }, countries: ['DE', 'US', 'AT'] },
        team_onboarding: { poBoxes: false },
      },
    });
    const one = await shop.open();
    expect(one).toMatchObject({ features: { address: { countries: ['DE', 'US', 'AT'], poBoxes: true } } });
    const both = await shop.open({
      items: [
        { price: 'pro_monthly', quantity: 1 },
        { price: 'team_onboarding', quantity: 1 },
      ],
    });
    expect(both).toMatchObject({ features: { address: { countries: ['DE', 'AT'], poBoxes: false } } });
  });

  it('want an address to be about, whatever the tag asks', async () => {
    const shop = await openShop({ features: { countries: ['DE'] } });
    expect((await shop.open({ billingAddress: 'auto' })).features.billingAddress).toBe('required');
    const free = await openShop();
    expect((await free.open({ billingAddress: 'auto' })).features.billingAddress).toBe('auto');
  });

  it('are no rules where there are none', async () => {
    const shop = await openShop();
    expect((await shop.open()).features).not.toHaveProperty('address');
  });

  it.each([
    [{ country: 'US' }, 'address.country'],
    [{ country: 'DE', line1: 'Postfach 12' }, 'address.line1'],
  ])('hold at the server: %j', async (address, field) => {
    const shop = await openShop({ features: { countries: ['DE'], poBoxes: false } });
    const { id } = await shop.open();
    expect(await refusalOf(shop, id, { address })).toMatchObject({ status: 422, code: 'address.refused', field });
    expect((await shop.stripe.checkout.sessions.retrieve(id)).metadata).not.toHaveProperty('address');
  });

  it('ask for a company where one price wants its address, and look for it with the address', async () => {
    const shop = await openShop({
      prices: { pro_monthly: { quantity: { max: 500 } }, team_onboarding: { companyAddress: true } },
    });
    expect((await shop.open()).features).not.toHaveProperty('address');
    const { id, features } = await shop.open({
      items: [
        { price: 'pro_monthly', quantity: 1 },
        { price: 'team_onboarding', quantity: 1 },
      ],
    });
    expect(features).toMatchObject({
      address: { countries: null, poBoxes: true, company: true },
      billingAddress: 'required',
      company: 'required',
      express: false,
      hosted: false,
    });
    const address = { country: 'DE', line1: 'Unter den Linden 1' };
    const refusal = { status: 422, code: 'address.refused', field: 'company' };
    expect(await refusalOf(shop, id, { address })).toMatchObject(refusal);
    expect(await shop.change(id, details({ address, company: 'Analytical Engines' }))).toMatchObject({
      status: 'open',
    });
    // Told before, it need not be told again, and cannot be taken back.
    expect(await shop.change(id, details({ address }))).toMatchObject({ status: 'open' });
    expect(await refusalOf(shop, id, { company: '' })).toMatchObject({ code: 'request.invalid', field: 'company' });
  });

  it('let other addresses pass, and nothing of them is kept', async () => {
    const shop = await openShop({ features: { countries: ['DE'], poBoxes: false } });
    const { id } = await shop.open();
    const before = await shop.stripe.checkout.sessions.retrieve(id);
    const address = { country: 'DE', line1: 'Unter den Linden 1' };
    expect(await shop.change(id, details({ address }))).toMatchObject({ status: 'open' });
    expect((await shop.stripe.checkout.sessions.retrieve(id)).metadata).toEqual(before.metadata);
  });
});

describe('what is required of the customer', () => {
  it.each(['company', 'purchaseOrder'] as const)('is no empty %s, whichever price requires it', async (field) => {
    const shop = await openShop({
      prices: { pro_monthly: { quantity: { max: 500 } }, team_onboarding: { [field]: 'required' } },
    });
    const { id } = await shop.open({
      items: [
        { price: 'pro_monthly', quantity: 1 },
        { price: 'team_onboarding', quantity: 1 },
      ],
    });
    for (const empty of ['', ' \u00a0'])
      expect(await refusalOf(shop, id, { [field]: empty })).toMatchObject({
        status: 422,
        code: 'request.invalid',
        field,
      });
    expect(await shop.change(id, details({ [field]: 'A' }))).toMatchObject({ status: 'open' });
    const free = await shop.open({}, { key: 'purchase-2' });
    expect(await shop.change(free.id, details({ [field]: '' }))).toMatchObject({ status: 'open' });
  });
});

describe('terms', () => {
  it('are told to the browser, and when they were agreed to is kept', async () => {
    const shop = await openShop({ features: { termsUrl: 'https://shop.example.com/terms' } });
    const { id, features } = await shop.open();
    expect(features).toMatchObject({ terms: 'https://shop.example.com/terms' });
    const before = Date.now();
    await shop.change(id, details({ terms: true }));
    const { metadata } = await shop.stripe.checkout.sessions.retrieve(id);
    const agreed = Date.parse(metadata?.['terms_agreed_at'] ?? '');
    expect(agreed).toBeGreaterThanOrEqual(before);
    expect(agreed).toBeLessThanOrEqual(Date.now());
  });

  it('cannot be agreed to with anything but true', async () => {
    const shop = await openShop();
    const { id } = await shop.open();
    expect(await refusalOf(shop, id, { terms: 'yes' })).toMatchObject({ status: 422, field: 'terms' });
  });
});

describe('options that make no sense', () => {
  it.each([
    [{ countries: ['Germany'] }, /features.*Germany.*two capital letters/i],
    [{ termsUrl: 'terms.html' }, /features.*terms\.html.*web address/i],
  ])('%j fail when the server is made', async (features, message) => {
    await expect(openShop({ features })).rejects.toThrow(message);
  });
});
