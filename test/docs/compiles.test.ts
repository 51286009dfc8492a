/** Code in the docs compiles as a reader's would. All pages in one program: most of the time goes into what they share. */
import { expect, it } from 'vitest';
import { compileDocs } from '../support/compile-docs.js';
import { blocksOf, PAGES } from '../support/read-docs.js';

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

const withBlocks = (language: string): readonly string[] => PAGES.filter((page) => blocksOf(page, language).length > 0);

it.each(['ts', 'tsx', 'js'] as const)(
  'compiles: %s',
  (language) => {
    expect(compileDocs(withBlocks(language), { language, types: TYPES, around: AROUND })).toEqual([]);
  },
  180_000,
);
