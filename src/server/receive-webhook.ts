/** Takes Stripe's events: nothing counts before the signature over the raw body has been checked. */
import type Stripe from 'stripe';
import * as z from 'zod/mini';
import { isPlainText } from './plain-text.js';
import { readBody } from './read-body.js';
import { Refusal } from './refusal.js';
import { isStripeError } from './stripe-refusal.js';

/** What is read of an event before Stripe is asked about its object. Some objects have no id: nothing here is about them. */
const eventSchema = z.object({
  type: z.string(),
  created: z.number(),
  data: z.object({ object: z.object({ id: z.optional(z.string().check(z.minLength(1), z.refine(isPlainText))) }) }),
});

/** Most bytes of an event; Stripe's are far below. */
const WEBHOOK_LIMIT = 1_048_576;

/**
 * The event, when one of the secrets signed it no more than five minutes ago.
 *
 * @param within - Milliseconds the body may take to arrive.
 */
export async function receiveWebhook(
  stripe: Stripe,
  request: Request,
  secrets: readonly string[],
  within: number,
): Promise<Stripe.Event> {
  if (secrets.length === 0) {
    throw new Refusal('request.not_found', {
      detail: 'Set `webhookSecret` of createCheckoutServer to open this route.',
    });
  }
  const body = await readBody(request, { most: WEBHOOK_LIMIT, within });
  const signature = request.headers.get('stripe-signature') ?? '';
  for (const secret of secrets) {
    try {
      const event = await stripe.webhooks.constructEventAsync(body, signature, secret);
      if (eventSchema.safeParse(event).success) return event;
      break;
    } catch (error) {
      const forged = isStripeError(error) && error.type === 'StripeSignatureVerificationError';
      if (!forged) throw new Refusal('request.malformed', { detail: 'Not an event this endpoint understands.' });
    }
  }
  throw new Refusal('webhook.signature', { detail: 'Is `webhookSecret` the secret of this very endpoint?' });
}
