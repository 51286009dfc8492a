/** Code in docs and reference compiles as a reader's would. All in one program: most of the time goes into what they share. */
import { expect, it } from 'vitest';
import { compileBlocks } from '../support/compile-docs.js';
import { fetchCypressTypes } from '../support/cypress-types.js';
import { allBlocks, type Block } from '../support/read-docs.js';
import { readExamples } from '../support/read-examples.js';

/** What a reader of a recipe has installed. */
const TYPES = ['gtag.js', 'node'];

/** What fragments take from the page or the server around them: the element, and what the reader's own shop has. */
const AROUND = {
  'globals.d.ts': `
    import type { BillingCheckout } from 'billing-checkout';
    declare global {
      const checkout: BillingCheckout;
      const stripe: import('stripe').Stripe;
      const yearly: HTMLInputElement;
      const app: any, count: any, database: any, getToken: any, grantSeats: any, log: any, pool: any, AsyncLocalStorage: any, createGuard: any, verify: any, readCaptcha: any, readSession: any,
        reserveSeats: any, showConfirmation: any, track: any, warehouse: any;
    }`,
  'shop.d.ts': `
    export const stripe: import('stripe').Stripe;
    export const grantSeats: any, isHuman: any, isPatient: any, readCustomer: any, sendMail: any, takeBack: any;`,
};

/** Cypress has globals of its own, of the names that other runners export. */
const isOfCypress = ({ text }: Block): boolean => /\bcy\./.test(text);

const examples = readExamples().flatMap((shown) => shown.examples);

it.each([{ languages: ['ts', 'tsx'] }, { languages: ['js'] }])(
  'compiles: $languages',
  ({ languages }) => {
    const blocks = [
      ...languages.flatMap(allBlocks).filter((block) => !isOfCypress(block)),
      ...examples.filter(({ language }) => languages.includes(language)),
    ];
    expect(blocks).not.toHaveLength(0);
    expect(compileBlocks(blocks, { types: TYPES, around: AROUND })).toEqual([]);
  },
  180_000,
);

/** A package that Cypress's types name: without it `cy` would be anything. */
const EMITTER = { 'eventemitter2.d.ts': "declare module 'eventemitter2' { export class EventEmitter2 {} }" };

it('compiles: what is shown for Cypress, and is held to its types', () => {
  const blocks = allBlocks('ts').filter(isOfCypress);
  expect(blocks).toHaveLength(2);
  const wrong = blocks.map((block) => ({ ...block, page: 'wrong', text: block.text.replaceAll('cy.wrap', 'cy.warp') }));
  const reading = { types: ['cypress'], typeRoot: fetchCypressTypes(), around: EMITTER };
  expect(compileBlocks([...blocks, ...wrong], reading)).toEqual([
    expect.stringMatching(/^wrong:.*'warp' does not exist/),
  ]);
}, 120_000);
