/** What a page says about Stripe's fields, over what the tokens say. */
import { describe, expect, it } from 'vitest';
import { overrideLook } from '../../src/core/override-look.js';
import type { Look } from '../../src/core/ports.js';

const LOOK: Look = {
  theme: 'stripe',
  variables: { colorPrimary: 'rgba(1, 2, 3, 1)', borderRadius: '10px' },
  rules: { '.AccordionItem': { borderColor: 'rgba(4, 5, 6, 1)', boxShadow: 'none' } },
};

function override(appearance: unknown, fonts: unknown = null): { readonly look: Look; readonly said: string[] } {
  const said: string[] = [];
  return { look: overrideLook(LOOK, { appearance, fonts }, (hint) => said.push(hint)), said };
}

it.each([[null], [undefined], [{}], [{ theme: undefined, variables: { colorText: undefined } }]])(
  'stays as it is with %j',
  (appearance) => {
    expect(override(appearance)).toEqual({ look: LOOK, said: [] });
  },
);

it('is merged name by name, and changes nothing of ours', () => {
  const before = structuredClone(LOOK);
  const { look, said } = override({
    theme: 'flat',
    labels: 'floating',
    inputs: 'condensed',
    disableAnimations: true,
    variables: { borderRadius: '0', tabSpacing: '2px' },
    rules: { '.AccordionItem': { boxShadow: '0 1px 2px #0003' }, '.Label': { textTransform: 'uppercase' } },
  });
  expect(look).toEqual({
    theme: 'flat',
    labels: 'floating',
    inputs: 'condensed',
    disableAnimations: true,
    variables: { colorPrimary: 'rgba(1, 2, 3, 1)', borderRadius: '0', tabSpacing: '2px' },
    rules: {
      '.AccordionItem': { borderColor: 'rgba(4, 5, 6, 1)', boxShadow: '0 1px 2px #0003' },
      '.Label': { textTransform: 'uppercase' },
    },
  });
  expect(said).toEqual([]);
  expect(LOOK).toEqual(before);
});

describe('what is no Appearance is left out, and named in one sentence', () => {
  it.each([
    ['night', 'appearance'],
    [['night'], 'appearance'],
    [7, 'appearance'],
    [{ theme: 'dark' }, 'theme'],
    [{ labels: 1 }, 'labels'],
    [{ disableAnimations: 'yes' }, 'disableAnimations'],
    [{ colorPrimary: '#fff' }, 'colorPrimary'],
    [{ toString: () => '' }, 'toString'],
    [{ variables: 'red' }, 'variables'],
    [{ variables: { fontSizeBase: 16 } }, 'variables.fontSizeBase'],
    [{ rules: { '.Input': 'red' } }, 'rules .Input'],
    [{ rules: { '.Input': { padding: 4 } } }, 'rules .Input.padding'],
    [{ rules: [], variables: [] }, 'rules, variables'],
  ])('%j', (appearance, names) => {
    const { look, said } = override(appearance);
    expect(said).toEqual([`Stripe's Appearance does not take this, it is left out: ${names}.`]);
    expect(look.variables).toEqual(LOOK.variables);
    expect(look.theme).toBe('stripe');
  });

  it('beside what is one', () => {
    const { look, said } = override({ theme: 'flat', variables: { borderRadius: 4, colorText: '#222' } });
    expect(look).toMatchObject({ theme: 'flat', variables: { borderRadius: '10px', colorText: '#222' } });
    expect(said).toHaveLength(1);
  });
});

describe('fonts', () => {
  it.each([
    [[{ cssSrc: 'https://example.com/brand.css' }]],
    [[{ family: 'Brand', src: 'url(https://example.com/brand.woff2)', weight: '500' }]],
    [[]],
  ])('%j go along', (fonts) => {
    expect(override(null, fonts)).toEqual({ look: { ...LOOK, fonts }, said: [] });
  });

  it.each([['Georgia'], [[{}]], [[null]], [[{ family: 'Brand' }]], [[{ cssSrc: 1 }]], [{ cssSrc: 'x' }]])(
    '%j would have the checkout refused, so they stay out',
    (fonts) => {
      const { look, said } = override(null, fonts);
      expect(look).toEqual(LOOK);
      expect(said).toEqual(["Stripe's Appearance does not take this, it is left out: fonts."]);
    },
  );
});
