/** A page that holds the client secret of an intent, without Stripe.js. */
import { stringify } from 'qs-esm';
import type Stripe from 'stripe';
import { elementsSessionPath, intentPath, type IntentConfirm } from '../../../src/simulator/wire/intents.js';
import { origin, type PageError, type SimulatedAccount } from './simulated-account.js';

type AnyIntent = Stripe.PaymentIntent | Stripe.SetupIntent;

export interface IntentAnswer {
  readonly status: number;
  readonly intent: AnyIntent | undefined;
  readonly error: (PageError & { readonly setup_intent?: Stripe.SetupIntent }) | undefined;
  /** Name of the challenge that waits, or nothing. */
  readonly source: string;
}

export interface IntentBrowser {
  readonly retrieve: () => Promise<IntentAnswer>;
  readonly confirm: (body: Omit<Partial<IntentConfirm>, 'client_secret'>) => Promise<IntentAnswer>;
  readonly authenticate: (body: { source: string; outcome: 'complete' | 'fail' | 'canceled' }) => Promise<IntentAnswer>;
  /** What Stripe.js asks when it makes its fields. */
  readonly open: () => Promise<unknown>;
}

/** A page of the account, with the secret of the intent. */
export function browseIntent(
  { simulator, name }: Pick<SimulatedAccount, 'simulator' | 'name'>,
  { id, object, client_secret }: AnyIntent,
): IntentBrowser {
  const common = { key: `pk_test_${name}`, client_secret };
  const path = intentPath(object, id);
  const get = (url: string, query: object): Promise<Response> =>
    simulator.fetch(new Request(`${origin}${url}?${stringify({ ...common, ...query })}`));
  const post = async (route: string, body: object): Promise<IntentAnswer> => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const init = { method: 'POST', headers, body: stringify({ ...common, ...body }) };
    return toAnswer(await simulator.fetch(new Request(`${origin}${path}${route}`, init)));
  };
  return {
    retrieve: async () => toAnswer(await get(path, {})),
    confirm: (body) => post('/confirm', body),
    authenticate: (body) => post('/authenticate', body),
    open: async () => (await get(elementsSessionPath, { type: object })).json() as Promise<unknown>,
  };
}

async function toAnswer(response: Response): Promise<IntentAnswer> {
  const answer = (await response.json()) as AnyIntent & { error?: IntentAnswer['error'] };
  if (answer.error) return { status: response.status, intent: undefined, error: answer.error, source: '' };
  const source = String(answer.next_action?.use_stripe_sdk?.['source'] ?? '');
  return { status: response.status, intent: answer, error: undefined, source };
}
