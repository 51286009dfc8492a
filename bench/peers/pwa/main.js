/**
 * stripe-pwa-elements in its way for Checkout Sessions: `<stripe-payment-element>` and `initStripeWithCheckoutSession()`. Its address
 * field only works with `stripe.elements()`, so this form has none. Built from its `dist/components`, which leaves out what is unused.
 */
import { defineCustomElement } from 'stripe-pwa-elements/dist/components/stripe-payment-element.js';

defineCustomElement();

async function mount() {
  const place = document.querySelector('[data-checkout]');
  place.innerHTML = '<label>Email <input name="email" type="email" autocomplete="email" /></label><p></p>';
  const element = document.createElement('stripe-payment-element');
  element.handleSubmit = async (event, { checkout }) => {
    event.preventDefault();
    const { actions } = await checkout.loadActions();
    // Stripe wants the customer to have been shown it.
    place.querySelector('p').textContent = `Total ${actions.getSession().total.total.amount}`;
    const told = await actions.updateEmail(place.querySelector('[name=email]').value);
    if (told.type === 'error') throw new Error(told.error.message);
    const answer = await actions.confirm({ redirect: 'if_required', returnUrl: location.href });
    if (answer.type === 'error') throw new Error(answer.error.message);
    place.textContent = 'Thank you';
  };
  place.append(element);
  const response = await fetch('/create-checkout-session?address=auto', { method: 'POST' });
  const { clientSecret } = await response.json();
  await element.initStripeWithCheckoutSession('pk_test_bench', clientSecret);
}

window.bench = { mount, unmount: () => document.querySelector('[data-checkout]').replaceChildren() };
void mount();
