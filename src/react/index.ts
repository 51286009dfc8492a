/**
 * `<billing-checkout>` as a component of React 18 and 19, typed, for browsers and for rendering on a server.
 *
 * @module react
 */
'use client';

export { BillingCheckout, type BillingCheckoutProps } from './billing-checkout.js';
