/** Tells the host of the life of its subscriptions. Only ids are taken from an event; what they name is read from Stripe. */
import type Stripe from 'stripe';
import { METADATA } from '../contract/metadata.js';
import { toExpanded, toId } from './expanded.js';
import type { Hooks, Once } from './hooks.js';
import { orNull } from './read-billing.js';
import type { SubscriptionHooks } from './subscription-facts.js';
import { noteUpdatedCard } from './updated-card.js';

type SubscriptionHookName = Exclude<keyof SubscriptionHooks, 'cardUpdated'>;

/** Runs the hooks an event stands for. Events of other kinds, and subscriptions this server did not make, are left alone. */
export async function tellSubscription(stripe: Stripe, event: Stripe.Event, hooks: Hooks, once: Once): Promise<void> {
  switch (event.type) {
    case 'customer.subscription.created':
      return tellOf(
        stripe,
        event.data.object.id,
        async (subscription, tell) => {
          await tell('subscriptionCreated', `subscription.created:${subscription.id}`, null);
        },
        hooks,
        once,
      );
    case 'customer.subscription.trial_will_end':
      return tellOf(
        stripe,
        event.data.object.id,
        async (subscription, tell) => {
          const { id, status, trial_end: end } = subscription;
          if (status === 'trialing') await tell('trialEnding', `subscription.trial_ending:${id}:${String(end)}`, null);
        },
        hooks,
        once,
      );
    case 'customer.subscription.deleted':
      return tellOf(
        stripe,
        event.data.object.id,
        async (subscription, tell) => {
          if (subscription.status === 'canceled')
            await tell('canceled', `subscription.canceled:${subscription.id}`, null);
        },
        hooks,
        once,
      );
    case 'invoice.paid':
    case 'invoice.payment_failed':
    case 'invoice.payment_action_required':
      return tellOfInvoice(stripe, event.data.object.id, event.type, hooks, once);
    case 'payment_method.automatically_updated':
      return tellOfCard(stripe, event, hooks, once);
    default:
      return undefined;
  }
}

type Tell = (name: SubscriptionHookName, fact: string, invoice: Stripe.Invoice | null) => Promise<void>;

async function tellOf(
  stripe: Stripe,
  id: string,
  run: (subscription: Stripe.Subscription, tell: Tell) => Promise<void>,
  hooks: Hooks,
  once: Once,
): Promise<void> {
  const subscription = await orNull(stripe.subscriptions.retrieve(id));
  if (subscription?.metadata[METADATA.owner] === undefined) return;
  await run(subscription, async (name, fact, invoice) => {
    const hook = hooks[name];
    if (hook !== undefined) await once(fact, async () => hook({ fact, subscription, invoice }));
  });
}

/** What the invoice says now decides, not which of its events came. */
async function tellOfInvoice(
  stripe: Stripe,
  id: string,
  type: 'invoice.paid' | 'invoice.payment_failed' | 'invoice.payment_action_required',
  hooks: Hooks,
  once: Once,
): Promise<void> {
  const expand = ['payments.data.payment.payment_intent'];
  const invoice = await orNull(stripe.invoices.retrieve(id, { expand }));
  const owner = toId(invoice?.parent?.subscription_details?.subscription ?? null);
  if (invoice === null || owner === null) return;
  const intent = toExpanded(invoice.payments?.data[0]?.payment.payment_intent);
  await tellOf(
    stripe,
    owner,
    async (subscription, tell) => {
      const about = `${subscription.id}:${invoice.id}`;
      const tries = String(invoice.attempt_count);
      if (invoice.status === 'paid') {
        if (type !== 'invoice.paid') return;
        if (invoice.billing_reason === 'subscription_cycle')
          await tell('renewed', `subscription.renewed:${about}`, invoice);
        if (intent !== null && (await hasFailed(stripe, intent, invoice)))
          await tell('recovered', `subscription.recovered:${about}`, invoice);
      } else if (type === 'invoice.payment_failed') {
        await tell('paymentFailed', `subscription.payment_failed:${about}:${tries}`, invoice);
      } else if (type === 'invoice.payment_action_required' && intent?.status === 'requires_action') {
        await tell('actionRequired', `subscription.action_required:${about}:${tries}`, invoice);
      }
    },
    hooks,
    once,
  );
}

/**
 * Whether a charge of the invoice has failed. A purchase keeps one intent through its declines and has its invoice afterwards: of
 * what was charged before, only the last can be of it, and only a debit, which comes back later. Of later invoices no time is
 * compared: a test clock moves theirs.
 */
async function hasFailed(
  stripe: Stripe,
  { id }: Stripe.PaymentIntent,
  { created, billing_reason: reason }: Pick<Stripe.Invoice, 'created' | 'billing_reason'>,
): Promise<boolean> {
  const { data } = await stripe.charges.list({ payment_intent: id, limit: 100 });
  if (reason !== 'subscription_create') return data.some(({ status }) => status === 'failed');
  const first = data.findIndex((charge) => charge.created <= created);
  return data
    .slice(0, first === -1 ? data.length : first + 1)
    .some(({ created: at, payment_method_details: how, status }) => {
      return status === 'failed' && (at >= created || how?.type !== 'card');
    });
}

async function tellOfCard(
  stripe: Stripe,
  { created, data: { object } }: Stripe.PaymentMethodAutomaticallyUpdatedEvent,
  { cardUpdated }: Hooks,
  once: Once,
): Promise<void> {
  const { id } = object;
  const paymentMethod = await orNull(stripe.paymentMethods.retrieve(id));
  if (!paymentMethod?.card || paymentMethod.customer === null) return;
  await noteUpdatedCard(stripe, paymentMethod, created);
  if (cardUpdated === undefined) return;
  const { last4, exp_month: month, exp_year: year } = paymentMethod.card;
  const fact = `card.updated:${id}:${last4}:${String(year)}-${String(month)}`;
  await once(fact, async () => cardUpdated({ fact, paymentMethod }));
}
