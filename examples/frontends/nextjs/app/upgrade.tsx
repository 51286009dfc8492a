'use client';
/** The part of the page that moves: seats are chosen outside the checkout, which follows and loses nothing that was typed. */
import { useState, type ReactNode } from 'react';
import { BillingCheckout } from 'billing-checkout/react';

interface Props {
  readonly publishableKey: string;
  readonly price: string;
  /** Rendered on the server, shown in the checkout's slots. */
  readonly children: ReactNode;
}

export function Upgrade({ publishableKey, price, children }: Props): ReactNode {
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
          onChange={(event) => {
            setSeats(event.target.valueAsNumber || 1);
          }}
        />
      </label>
      <BillingCheckout
        publishableKey={publishableKey}
        price={price}
        quantity={seats}
        onBillingComplete={({ detail }) => {
          setPaid(detail.sessionId);
        }}
      >
        {children}
      </BillingCheckout>
    </main>
  );
}
