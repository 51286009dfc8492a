/** React as the README of @stripe/react-stripe-js writes it, with the email and address that its guide adds. */
import React, { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { loadStripe } from '@stripe/stripe-js';
import {
  BillingAddressElement,
  CheckoutElementsProvider,
  PaymentElement,
  useCheckoutElements,
} from '@stripe/react-stripe-js/checkout';

const stripePromise = loadStripe('pk_test_bench');

const openSession = () =>
  fetch('/create-checkout-session', { method: 'POST' }).then(async (response) => {
    const body = await response.json();
    if (!response.ok) throw new Error(body.error ?? 'Unable to create a Checkout Session.');
    return body.clientSecret;
  });

const EmailInput = ({ checkout }) => {
  const [email, setEmail] = useState('');
  const [error, setError] = useState(null);
  const tell = async () => {
    const result = await checkout.updateEmail(email);
    setError(result.type === 'error' ? result.error.message : null);
  };
  return (
    <>
      <label>
        Email
        <input
          type="email"
          name="email"
          autoComplete="email"
          value={email}
          onChange={({ target }) => setEmail(target.value)}
          onBlur={tell}
        />
      </label>
      <p data-message role="alert">
        {error}
      </p>
    </>
  );
};

const CheckoutForm = () => {
  const result = useCheckoutElements();
  const [errorMessage, setErrorMessage] = useState(null);
  const [isSubmitting, setIsSubmitting] = useState(false);
  const [paid, setPaid] = useState(false);

  const handleSubmit = async (event) => {
    event.preventDefault();
    if (result.type !== 'success' || !result.checkout.canConfirm) return;
    setIsSubmitting(true);
    setErrorMessage(null);
    try {
      const confirmResult = await result.checkout.confirm({ returnUrl: location.href, redirect: 'if_required' });
      if (confirmResult.type === 'error') setErrorMessage(confirmResult.error.message);
      else setPaid(true);
    } catch (error) {
      setErrorMessage(error instanceof Error ? error.message : 'An unexpected error occurred.');
    } finally {
      setIsSubmitting(false);
    }
  };

  if (paid) return <p>Thank you</p>;
  if (result.type === 'loading') return <div>Loading checkout...</div>;
  if (result.type === 'error') return <div>{result.error.message}</div>;

  const { checkout } = result;
  return (
    <>
      <ul>
        {checkout.lineItems.map((lineItem) => (
          <li key={lineItem.id}>
            {lineItem.name}: {lineItem.total.amount}
          </li>
        ))}
      </ul>
      <p>Total: {checkout.total.total.amount}</p>
      <form onSubmit={handleSubmit}>
        <EmailInput checkout={checkout} />
        <BillingAddressElement />
        <PaymentElement options={{ layout: 'accordion' }} />
        <button type="submit" disabled={!checkout.canConfirm || isSubmitting}>
          {isSubmitting ? 'Processing...' : 'Pay'}
        </button>
        {errorMessage && <div>{errorMessage}</div>}
      </form>
    </>
  );
};

const App = ({ options }) => (
  <CheckoutElementsProvider stripe={stripePromise} options={options}>
    <CheckoutForm />
  </CheckoutElementsProvider>
);

let root;
function mount() {
  const options = { clientSecret: openSession(), elementsOptions: { appearance: { theme: 'stripe' } } };
  root = createRoot(document.querySelector('[data-checkout]'));
  root.render(<App options={options} />);
}

window.bench = { mount, unmount: () => root.unmount() };
mount();
