import type { Metadata } from 'next';
import Script from 'next/script';
import type { ReactNode } from 'react';
import './page.css';

export const metadata: Metadata = { title: 'Upgrade', icons: 'data:,' };

export default function Layout({ children }: { readonly children: ReactNode }): ReactNode {
  // A local Stripe's own, where there is one. Otherwise the checkout loads Stripe.js from Stripe.
  const local = process.env.STRIPE_JS;
  return (
    <html lang="en">
      <body>
        {local && <Script src={local} strategy="beforeInteractive" />}
        {children}
      </body>
    </html>
  );
}
