/** Rendered on the server: the price is read from Stripe, and nothing is said of it in the browser but its key. */
import type { ReactNode } from 'react';
import { findPrice, PRICE } from './shop';
import { Upgrade } from './upgrade';

export const dynamic = 'force-dynamic';

export default async function Page(): Promise<ReactNode> {
  const { name, perMonth } = await findPrice();
  return (
    <Upgrade publishableKey={process.env.STRIPE_PUBLISHABLE_KEY ?? 'pk_test_shop'} price={PRICE}>
      <p slot="legal">
        {name} is {perMonth} a seat and month. Cancel whenever you like.
      </p>
    </Upgrade>
  );
}
