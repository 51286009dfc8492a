import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { toPageHints } from '../../src/server/index.js';

const { resolve } = createRequire(import.meta.url);

describe('hints for a page with a checkout', () => {
  it('are tags for its head', () => {
    expect(toPageHints().html).toBe(
      [
        '<link rel="preload" href="https://js.stripe.com/endive/stripe.js" as="script" />',
        '<link rel="modulepreload" href="/billing-checkout.js" />',
        '<link rel="preconnect" href="https://api.stripe.com" crossorigin />',
      ].join('\n'),
    );
  });

  it('are a header as well', () => {
    expect(toPageHints({ modules: ['/a.js', 'https://cdn.example/b.js?v=1&w=2'] }).link).toBe(
      [
        '<https://js.stripe.com/endive/stripe.js>; rel=preload; as=script',
        '</a.js>; rel=modulepreload',
        '<https://cdn.example/b.js?v=1&w=2>; rel=modulepreload',
        '<https://api.stripe.com>; rel=preconnect; crossorigin',
      ].join(', '),
    );
  });

  it('carry a nonce where scripts need one, and no markup of anybody', () => {
    const { html } = toPageHints({ modules: ['/a.js?v=1&w=2'], nonce: 'a"b' });
    expect(html.split('\n')).toEqual([
      '<link rel="preload" href="https://js.stripe.com/endive/stripe.js" as="script" nonce="a&quot;b" />',
      '<link rel="modulepreload" href="/a.js?v=1&amp;w=2" nonce="a&quot;b" />',
      '<link rel="preconnect" href="https://api.stripe.com" crossorigin />',
    ]);
  });

  it.each(['', '/a.js"><script>', "/a'.js", '/a .js', '/a>.js'])('refuse %j as a module', (module) => {
    expect(() => toPageHints({ modules: [module] })).toThrow(TypeError);
  });

  it('name Stripe.js as the official loader asks for it: another address would be fetched twice', () => {
    const loader = readFileSync(resolve('@stripe/stripe-js/dist/pure.mjs'), 'utf8');
    const [, train] = /RELEASE_TRAIN = '(\w+)'/.exec(loader) ?? [];
    expect(toPageHints().html).toContain(`href="https://js.stripe.com/${train}/stripe.js"`);
  });
});
