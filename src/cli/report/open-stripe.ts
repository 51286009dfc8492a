/** Makes the official SDK's instance for a command, from the environment. */
import { createHash } from 'node:crypto';
import type Stripe from 'stripe';
import { ReportError } from '../../report/index.js';

export interface OpenedStripe {
  readonly stripe: Stripe;
  /** Tells accounts apart; not the key, and nothing that leads back to it. */
  readonly account: string;
}

const SIMULATOR_KEY = 'sk_test_simulator';

/** `simulator`: address of a local Stripe instead of the real one. Throws a {@link ReportError}. */
export async function openStripe(
  environment: Readonly<Record<string, string | undefined>>,
  simulator: URL | undefined,
): Promise<OpenedStripe> {
  const key = toKey(environment['STRIPE_SECRET_KEY']?.trim() ?? '', simulator);
  const { default: Sdk } = await import('stripe').catch((cause: unknown) => {
    throw new ReportError('usage', 'The package stripe is missing. Run npm install stripe.', { cause });
  });
  const address = simulator && {
    host: simulator.hostname,
    port: simulator.port || (simulator.protocol === 'https:' ? '443' : '80'),
    protocol: simulator.protocol === 'https:' ? ('https' as const) : ('http' as const),
  };
  const digest = createHash('sha256')
    .update(`billing-checkout report\n${simulator?.origin ?? ''}\n${key}`)
    .digest('hex');
  return {
    stripe: new Sdk(key, { ...address, telemetry: false, timeout: 60_000, maxNetworkRetries: simulator ? 1 : 5 }),
    account: digest.slice(0, 16),
  };
}

function toKey(key: string, simulator: URL | undefined): string {
  if (key === '' && simulator) return SIMULATOR_KEY;
  if (key === '') {
    throw new ReportError(
      'usage',
      "STRIPE_SECRET_KEY is not set. Set it to the account's secret key, or write --stripe and a simulator's address.",
    );
  }
  if (key.startsWith('pk_')) {
    throw new ReportError(
      'usage',
      'STRIPE_SECRET_KEY holds a publishable key, which cannot read. Set the secret key (sk_…) or a restricted one (rk_…).',
    );
  }
  if (!/^(?:sk|rk)_(?:test|live)_\w+$/.test(key)) {
    throw new ReportError(
      'usage',
      'STRIPE_SECRET_KEY holds no secret key. It starts with sk_test_, sk_live_, rk_test_ or rk_live_.',
    );
  }
  if (simulator && !/^[sr]k_test_/.test(key)) {
    throw new ReportError(
      'usage',
      `STRIPE_SECRET_KEY holds a live key, which is not sent to ${simulator.host}. Unset it, or leave out --stripe.`,
    );
  }
  return key;
}
