/** Registers `<billing-checkout>`, once per page whoever loads it first. */
import { BillingCheckout } from './element/billing-checkout.js';

declare global {
  interface HTMLElementTagNameMap {
    'billing-checkout': BillingCheckout;
  }
}

if (!customElements.get('billing-checkout')) customElements.define('billing-checkout', BillingCheckout);
