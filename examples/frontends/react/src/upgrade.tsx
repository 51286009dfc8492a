/** The upgrade page: seats are chosen outside the checkout, which follows and loses nothing that was typed. */
import { useState, type ReactNode } from 'react';
import { BillingCheckout } from 'billing-checkout/react';

export function Upgrade(): ReactNode {
  const [seats, setSeats] = useState(3);
  const [paid, setPaid] = useState<string | null>(null);
  return (
    <main>
      <h1>{paid ? 'Welcome aboard' : 'Upgrade to Pro'}</h1>
      <label hidden={paid !== null}>
        Seats{' '}
        <input
          type="number"
          min={1}
          max={500}
          value={seats}
          onChange={(event) => setSeats(event.target.valueAsNumber || 1)}
        />
      </label>
      <BillingCheckout
        publishableKey="pk_test_shop"
        price="pro_monthly"
        quantity={seats}
        onBillingComplete={({ detail }) => setPaid(detail.sessionId)}
      >
        <p slot="legal">Cancel whenever you like.</p>
      </BillingCheckout>
    </main>
  );
}
