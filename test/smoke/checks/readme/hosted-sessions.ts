/** Guesses about Checkout Sessions with a page of Stripe's. */
import type Stripe from 'stripe';
import { answerOf } from '../../support/answer.js';
import { facts, type Check } from '../../support/check.js';
import type { Probe } from '../../support/probe.js';

const URLS = { success_url: 'https://example.com/done', cancel_url: 'https://example.com/back' };

const there = (text: string | null): string => (text === null ? 'null' : 'there');

async function make(probe: Probe, params: Stripe.Checkout.SessionCreateParams): Promise<Stripe.Checkout.Session> {
  return probe.session({ ui_mode: 'hosted_page', ...params }, { returnUrl: false });
}

/** What a page is made with, and what of it can be changed. */
export async function hostedParams(probe: Probe): Promise<string> {
  const session = await make(probe, URLS);
  return facts({
    'nowhere to lead to': await answerOf(make(probe, {})),
    'a return_url': await answerOf(make(probe, { ...URLS, return_url: 'https://example.com' })),
    'another description': await answerOf(
      probe.stripe.checkout.sessions.update(session.id, { payment_intent_data: { description: 'x' } }),
    ),
  });
}

/** Where it shows its address, and that it has no secret. */
export async function hostedAddress(probe: Probe): Promise<string> {
  const open = await make(probe, URLS);
  const expired = await probe.stripe.checkout.sessions.expire(open.id);
  return facts({
    'url, open': there(open.url),
    'client_secret, open': there(open.client_secret),
    'url, expired': there(expired.url),
    'client_secret, expired': there(expired.client_secret),
  });
}

export const hostedSessions: readonly Check[] = [
  {
    name: 'hosted-session-params',
    about:
      'A hosted session needs a `success_url` and takes no `return_url`; nothing of its payment can be changed afterwards.',
    simulator:
      'nowhere to lead to: 400 parameter_missing: Missing required param: success_url.; a return_url: 400 no code: You can not pass `return_url` when `ui_mode` is `hosted_page`.; another description: 400 no code: You can only update `payment_intent_data` when `ui_mode` is `elements`.',
    run: hostedParams,
  },
  {
    name: 'hosted-session-address',
    about: 'A hosted session has a `url` while it is open and no `client_secret`; both are null once it has expired.',
    simulator: 'url, open: there; client_secret, open: null; url, expired: null; client_secret, expired: null',
    run: hostedAddress,
  },
];
