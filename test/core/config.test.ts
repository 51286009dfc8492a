/** What the tag says, and what is wrong with it. */
import { describe, expect, it } from 'vitest';
import { parseConfig, toHint, type ConfigProblem, type RawConfig } from '../../src/core/config.js';
import { NO_WISHES, type MerchantField } from '../../src/core/extra-fields.js';

const good: RawConfig = {
  publishableKey: 'pk_test_abc',
  endpoint: null,
  price: 'pro_monthly',
  quantity: null,
  items: null,
  savePayment: null,
  billingAddress: null,
  returnUrl: null,
};

const PAGE = 'https://shop.example.com/buy?plan=pro';

const problemsOf = (more: Partial<RawConfig>): readonly ConfigProblem[] => {
  const config = parseConfig({ ...good, ...more }, PAGE);
  return 'publishableKey' in config ? [] : config;
};

describe('a tag that can be used', () => {
  it('gets defaults from its page', () => {
    expect(parseConfig(good, PAGE)).toEqual({
      publishableKey: 'pk_test_abc',
      endpoint: 'https://shop.example.com/billing',
      pays: { kind: 'purchase', items: [{ price: 'pro_monthly', quantity: 1 }] },
      returnUrl: 'https://shop.example.com/buy?plan=pro',
      express: false,
      wishes: NO_WISHES,
    });
  });

  it('says more where it wants to', () => {
    expect(
      parseConfig(
        {
          ...good,
          endpoint: 'https://api.example.com/billing/',
          quantity: 12,
          savePayment: 'never',
          billingAddress: 'auto',
          returnUrl: '/done',
        },
        PAGE,
      ),
    ).toEqual({
      publishableKey: 'pk_test_abc',
      endpoint: 'https://api.example.com/billing',
      pays: { kind: 'purchase', items: [{ price: 'pro_monthly', quantity: 12 }] },
      savePayment: 'never',
      billingAddress: 'auto',
      returnUrl: 'https://shop.example.com/done',
      express: false,
      wishes: NO_WISHES,
    });
  });

  it('asks for more where it says so', () => {
    const fields = [{ name: 'cost_center', label: 'Cost center' }];
    const asks = { adjustableQuantity: true, company: 'optional', taxId: 'required', purchaseOrder: 'off', fields };
    expect(parseConfig({ ...good, ...asks }, PAGE)).toMatchObject({
      wishes: { quantity: true, company: 'optional', taxId: 'required', purchaseOrder: 'off', fields },
    });
  });

  it.each(['1', '999999', 1, 999_999])('takes the quantity %j', (quantity) => {
    expect(problemsOf({ quantity })).toEqual([]);
  });

  it.each([
    [{ invoice: 'in_1abc' }, { kind: 'invoice', invoice: 'in_1abc' }],
    [{ subscription: 'sub_1abc' }, { kind: 'subscription', subscription: 'sub_1abc' }],
    [{ setup: true }, { kind: 'setup' }],
  ])('pays %j instead of a purchase', (more, pays) => {
    expect(parseConfig({ ...good, price: null, ...more }, PAGE)).toMatchObject({ pays });
  });

  it('takes several prices instead of one', () => {
    const items = [
      { price: 'pro_monthly', quantity: 3 },
      { price: 'onboarding', quantity: 1 },
    ];
    expect(parseConfig({ ...good, price: null, items }, PAGE)).toMatchObject({ pays: { items } });
  });
});

describe('a tag that cannot be used', () => {
  it.each<readonly [string, Partial<RawConfig>, RegExp]>([
    ['publishable-key', { publishableKey: null }, /is missing/],
    ['publishable-key', { publishableKey: '' }, /is missing/],
    ['publishable-key', { publishableKey: 'abc' }, /not a publishable key/],
    ['publishable-key', { publishableKey: 'pk_abc' }, /not a publishable key/],
    ['publishable-key', { publishableKey: 'sk_live_secret' }, /secret key.*Revoke/],
    ['publishable-key', { publishableKey: 'rk_live_secret' }, /secret key.*Revoke/],
    ['price', { price: null }, /is missing/],
    ['price', { price: '' }, /is missing/],
    ['price', { price: 'pro monthly' }, /not a lookup key/],
    ['price', { price: 'x'.repeat(201) }, /not a lookup key/],
    ['quantity', { quantity: 0 }, /"0" cannot be bought/],
    ['quantity', { quantity: -1 }, /"-1" cannot be bought/],
    ['quantity', { quantity: 1.5 }, /"1.5" cannot be bought/],
    ['quantity', { quantity: -1.5 }, /"-1.5" cannot be bought/],
    ['quantity', { quantity: 1e9 }, /"1000000000" cannot be bought/],
    ['quantity', { quantity: 1e99 }, /"1e\+99" cannot be bought/],
    ['quantity', { quantity: Number.NaN }, /"NaN" cannot be bought/],
    ['quantity', { quantity: Number.POSITIVE_INFINITY }, /"Infinity" cannot be bought/],
    ['quantity', { quantity: '' }, /"" cannot be bought/],
    ['quantity', { quantity: 'twelve' }, /"twelve" cannot be bought/],
    ['items', { items: [] }, /cannot be used/],
    ['invoice', { invoice: 'in_1' }, /beside price/],
    ['invoice', { price: null, invoice: 'in_1', setup: true }, /beside setup/],
    ['invoice', { price: null, invoice: 'cs_1' }, /is not the id/],
    ['subscription', { price: null, subscription: 'in_1' }, /is not the id/],
    ['items', { items: 'pro_monthly' }, /cannot be used/],
    ['items', { items: [{ price: 'a', quantity: 0 }] }, /at 0\.quantity/],
    ['items', { items: [{ price: 'a', quantity: 1, amount: 5 }] }, /cannot be used/],
    [
      'items',
      {
        items: [
          { price: 'a', quantity: 1 },
          { price: 'a', quantity: 2 },
        ],
      },
      /cannot be used/,
    ],
    ['save-payment', { savePayment: 'yes' }, /"yes" is not known/],
    ['billing-address', { billingAddress: 'optional' }, /"optional" is not known/],
    ['endpoint', { endpoint: 'http://[' }, /not a URL/],
    ['endpoint', { endpoint: '' }, /not a URL/],
    ['endpoint', { endpoint: 'javascript:alert(1)' }, /not a URL/],
    ['endpoint', { endpoint: 'data:application/json,{}' }, /not a URL/],
    ['endpoint', { endpoint: '/billing?shop=1' }, /not a URL of a backend/],
    ['return-url', { returnUrl: 'https://elsewhere.example.com/' }, /this page’s origin/],
    ['return-url', { returnUrl: '//elsewhere.example.com/' }, /this page’s origin/],
    ['return-url', { returnUrl: 'javascript:alert(1)' }, /this page’s origin/],
    ['return-url', { returnUrl: 'http://shop.example.com/' }, /this page’s origin/],
  ])('says so of %s in %j', (attribute, raw, reason) => {
    const problems = problemsOf(raw);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.attribute).toBe(attribute);
    expect(problems[0]?.reason).toMatch(reason);
    expect(problems[0]?.mend).toMatch(/^[A-Z].*\.$/);
  });

  it('never repeats a secret key', () => {
    for (const publishableKey of ['sk_live_hush', 'rk_test_hush', ' sk_live_hush', '"sk_live_hush"']) {
      expect(toHint(problemsOf({ publishableKey }))).not.toContain('hush');
    }
  });

  it('says everything at once, as one sentence after another', () => {
    const problems = problemsOf({ publishableKey: null, quantity: 0, savePayment: 'yes', endpoint: 'javascript:0' });
    expect(problems.map(({ attribute }) => attribute)).toEqual([
      'publishable-key',
      'endpoint',
      'quantity',
      'save-payment',
    ]);
    expect(toHint(problems)).toMatch(
      /^publishable-key is missing\. Use .*\. endpoint .*\. quantity .*\. save-payment .*\.$/,
    );
  });

  it('throws at nothing, wherever the page is', () => {
    for (const pageUrl of ['about:srcdoc', 'file:///C:/shop.html', 'https://shop.example.com/']) {
      expect(() => parseConfig(good, pageUrl)).not.toThrow();
    }
  });
});

describe('fields of the merchant', () => {
  it.each([
    ['no list', 'cost_center'],
    ['no label', [{ name: 'a' }]],
    ['a name that metadata cannot have', [{ name: 'a b', label: 'A' }]],
    ['a name that is too long', [{ name: 'a'.repeat(35), label: 'A' }]],
    [
      'one name twice',
      [
        { name: 'a', label: 'A' },
        { name: 'a', label: 'B' },
      ],
    ],
    ['too many', Array.from({ length: 31 }, (_, index) => ({ name: `a${String(index)}`, label: 'A' }))],
  ])('are refused with %s', (_, fields) => {
    expect(problemsOf({ fields: fields as readonly MerchantField[] }).map(({ attribute }) => attribute)).toEqual([
      'fields',
    ]);
  });
});
