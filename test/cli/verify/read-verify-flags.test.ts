/** The flags of `billing-checkout verify`. */
import { describe, expect, it } from 'vitest';
import { readVerifyFlags, VERIFY_USAGE } from '../../../src/cli/verify/read-verify-flags.js';

const URL = 'http://localhost:3000/billing';

describe('flags', () => {
  it('have defaults that fit a backend on this machine', () => {
    expect(readVerifyFlags([`${URL}/`, '--price', 'pro_monthly'])).toEqual({
      kind: 'verify',
      url: URL,
      prices: [{ key: 'pro_monthly', every: 'month' }],
      quantity: 1,
      command: null,
      wait: 60,
      origin: 'http://localhost:3000',
      customerHeader: null,
      webhookSecret: 'whsec_billing_checkout_verify',
      port: 12_111,
      only: [],
      json: null,
      junit: null,
    });
  });

  it('say how the backend is started, and who is logged in', () => {
    const args = ['--price', 'pro=year', '--price', 'fee=once', '--command', 'node server.mjs', '--only', 'once'];
    const header = ['--customer-header', 'Authorization: Bearer {customer}'];
    expect(readVerifyFlags([URL, ...args, ...header])).toMatchObject({
      prices: [
        { key: 'pro', every: 'year' },
        { key: 'fee', every: 'once' },
      ],
      command: 'node server.mjs',
      port: 0,
      only: ['once'],
      customerHeader: { name: 'Authorization', value: 'Bearer {customer}' },
    });
    expect(readVerifyFlags([URL, '--price', 'pro', '--customer-header', 'X-Customer'])).toMatchObject({
      customerHeader: { name: 'X-Customer', value: '{customer}' },
    });
  });

  it('can be asked for', () => {
    expect(readVerifyFlags(['--help'])).toEqual({ kind: 'help' });
    for (const flag of ['--price', '--command', '--json', '--junit', '--only']) expect(VERIFY_USAGE).toContain(flag);
  });

  it.each([
    [[], 'The endpoint is missing.'],
    [['localhost:3000/billing', '--price', 'pro'], 'is no endpoint. Write one address such as'],
    [[`${URL}?a=1`, '--price', 'pro'], 'is no endpoint.'],
    [[URL, URL, '--price', 'pro'], 'is no endpoint.'],
    [[URL], '--price is missing. Write the lookup key of a price that the backend sells.'],
    [[URL, '--price', 'pro monthly'], '--price: "pro monthly" is no price.'],
    [[URL, '--price', 'pro=weekly'], '--price: "pro=weekly" is no price.'],
    [[URL, '--price', 'pro', '--price', 'pro=year'], '--price names a key twice.'],
    [[URL, '--price', 'pro', '--quantity', '0'], '--quantity is no whole number of 1 or more.'],
    [[URL, '--price', 'pro', '--wait', 'long'], '--wait: write a whole number from 1 to 3600.'],
    [[URL, '--price', 'pro', '--simulator-port', '70000'], '--simulator-port: write a whole number from 0 to 65535.'],
    [[URL, '--price', 'pro', '--origin', 'https://shop.example/'], '--origin: "https://shop.example/" is no origin.'],
    [[URL, '--price', 'pro', '--customer-header', 'Cookie: session=7'], '--customer-header: write a header’s name'],
    [
      [URL, '--price', 'pro', '--webhook-secret', 'sk_test_1'],
      '--webhook-secret: a signing secret starts with whsec_.',
    ],
    [
      [URL, '--price', 'pro', '--only', 'open.gest'],
      '--only: there is no case "open.gest". Cases begin with open, truth',
    ],
    [[URL, '--price', 'pro', '--verbose'], "Unknown option '--verbose'. Run billing-checkout verify --help."],
  ])('that cannot be meant are refused in one line: %j', (args, line) => {
    expect(() => readVerifyFlags(args)).toThrow(line);
    try {
      readVerifyFlags(args);
    } catch (error) {
      expect(String(error)).not.toContain('\n');
    }
  });
});
