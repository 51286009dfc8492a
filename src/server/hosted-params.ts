/** Writes what a page of Stripe's is created with, from the session whose place it takes: a pure function. */
import type Stripe from 'stripe';
import { METADATA, toSaid } from '../contract/metadata.js';
import { RETURN_PARAMETER } from '../contract/routes.js';
import { toId } from './expanded.js';
import { isHostedMark, type HostedMark } from './hosted-mark.js';
import { INVOICED_MARK } from './invoice-mark.js';

type Params = Stripe.Checkout.SessionCreateParams;

/** What is written on the payment, or on the subscription. */
const CARRIED: readonly string[] = [
  METADATA.owner,
  METADATA.experiment,
  METADATA.variant,
  METADATA.unit,
  METADATA.fallback,
  METADATA.differs,
];

const VIA = { [METADATA.via]: 'hosted' };

/** The same purchase for the same customer on the same terms; all that is else is where it is paid. */
export function toHostedParams(
  session: Stripe.Checkout.Session,
  lines: readonly Stripe.LineItem[],
  mark: HostedMark,
): Params {
  const metadata = session.metadata ?? {};
  const subscribes = session.mode === 'subscription';
  const always = metadata[METADATA.saving] === 'always';
  const carried = { ...pick(metadata, (key) => CARRIED.includes(key)), ...VIA };
  return {
    ui_mode: 'hosted_page',
    mode: subscribes ? 'subscription' : 'payment',
    success_url: toSuccessUrl(mark.returnUrl),
    cancel_url: mark.returnUrl,
    line_items: lines.flatMap(toLine),
    adaptive_pricing: { enabled: false },
    ...(session.billing_address_collection !== null && {
      billing_address_collection: session.billing_address_collection,
    }),
    ...toDiscount(session),
    ...toWays(session),
    metadata: { ...pick(metadata, (key) => !isHostedMark(key) && key !== INVOICED_MARK), ...VIA },
    ...(subscribes
      ? { subscription_data: { metadata: carried, ...(mark.trialDays > 0 && { trial_period_days: mark.trialDays }) } }
      : {
          payment_intent_data: {
            metadata: { ...carried, ...toSaid(metadata) },
            ...(always && { setup_future_usage: 'off_session' }),
          },
        }),
    ...(always && { payment_method_data: { allow_redisplay: 'always' } }),
    ...toSaved(session),
    ...(session.automatic_tax.enabled && { automatic_tax: { enabled: true } }),
    ...(session.tax_id_collection?.enabled === true && { tax_id_collection: { enabled: true } }),
    ...(session.client_reference_id !== null && { client_reference_id: session.client_reference_id }),
    ...toWho(session, mark),
    expand: ['customer'],
  };
}

/** Stripe puts the page's own session in place of the braces, which must not be encoded. */
function toSuccessUrl(returnUrl: string): string {
  const url = new URL(returnUrl);
  url.searchParams.set(RETURN_PARAMETER, 'SESSION');
  return url.href.replace(`${RETURN_PARAMETER}=SESSION`, `${RETURN_PARAMETER}={CHECKOUT_SESSION_ID}`);
}

function toLine({ price, quantity, adjustable_quantity: limits }: Stripe.LineItem): Params['line_items'] & object {
  if (price === null) return [];
  return [
    {
      price: price.id,
      ...(quantity !== null && { quantity }),
      ...(limits?.enabled === true && {
        adjustable_quantity: {
          enabled: true,
          ...(limits.minimum !== null && { minimum: limits.minimum }),
          ...(limits.maximum !== null && { maximum: limits.maximum }),
        },
      }),
    },
  ];
}

/** A code that was taken stays; else the page may ask for one. Stripe takes either. */
function toDiscount({ discounts, allow_promotion_codes: codes }: Stripe.Checkout.Session): Partial<Params> {
  const [taken] = discounts ?? [];
  const promotion = toId(taken?.promotion_code ?? null);
  const coupon = toId(taken?.coupon ?? null);
  if (promotion !== null) return { discounts: [{ promotion_code: promotion }] };
  if (coupon !== null) return { discounts: [{ coupon }] };
  return codes === null ? {} : { allow_promotion_codes: codes };
}

function toWays({
  allowed_payment_method_types: allowed,
  payment_method_options: options,
}: Stripe.Checkout.Session): Partial<Params> {
  const verification = options?.us_bank_account?.verification_method;
  const bank = allowed?.includes('us_bank_account') === true && verification !== undefined;
  return {
    ...(allowed && { allowed_payment_method_types: [...allowed] }),
    ...(bank && { payment_method_options: { us_bank_account: { verification_method: verification } } }),
  };
}

/** What is not named is disabled at Stripe. */
function toSaved({ saved_payment_method_options: saved }: Stripe.Checkout.Session): Partial<Params> {
  const options = {
    ...(saved?.payment_method_save === 'enabled' && { payment_method_save: 'enabled' as const }),
    ...(saved?.payment_method_remove === 'enabled' && { payment_method_remove: 'enabled' as const }),
  };
  return Object.keys(options).length === 0 ? {} : { saved_payment_method_options: options };
}

/** A guest's email as it was typed, else as the session has it. */
function toWho(session: Stripe.Checkout.Session, { email }: HostedMark): Partial<Params> {
  const customer = toId(session.customer);
  if (customer !== null) return { customer, customer_update: { name: 'auto', address: 'auto' } };
  const typed = email ?? session.customer_email ?? session.customer_details?.email ?? null;
  return typed === null ? {} : { customer_email: typed };
}

const pick = (metadata: Readonly<Record<string, string>>, wanted: (key: string) => boolean): Record<string, string> =>
  Object.fromEntries(Object.entries(metadata).filter(([key, value]) => wanted(key) && value !== ''));
