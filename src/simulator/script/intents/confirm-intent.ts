/** `stripe.confirmPayment()` and `stripe.confirmSetup()`: checks, sends, asks the customer's bank, leaves the page if it shall. */
import type { ConfirmPaymentData, PaymentIntentResult, SetupIntentResult } from '@stripe/stripe-js';
import {
  sendIntent,
  type BrowserIntent,
  type IntentConfirm,
  type IntentKind,
  type IntentReply,
} from '../../wire/intents.js';
import { leaveFor } from '../challenge/leave-for.js';
import { showChallenge } from '../challenge/show-challenge.js';
import { refuseUnknownOptions } from '../elements/refuse-unknown-options.js';
import { IntegrationError } from '../integration-error.js';
import { toBilling } from './billing.js';
import { groupOf, notMounted } from './create-elements.js';
import type { GroupContext, IntentGroup } from './intent-group.js';
import { parseIntentSecret, type IntentSecret } from './parse-intent-secret.js';
import { toPaymentResult, toSetupResult } from './retrieve-intent.js';

export interface ConfirmOptions {
  readonly elements?: unknown;
  readonly clientSecret?: string;
  readonly confirmParams?: Partial<ConfirmPaymentData>;
  readonly redirect?: 'always' | 'if_required';
}

const names = { payment_intent: 'stripe.confirmPayment()', setup_intent: 'stripe.confirmSetup()' } as const;
const params = ['return_url', 'payment_method', 'payment_method_data', 'receipt_email', 'setup_future_usage'];

export const confirmPayment = async (context: GroupContext, options: ConfirmOptions): Promise<PaymentIntentResult> =>
  toPaymentResult(await confirm(context, 'payment_intent', options));

export const confirmSetup = async (context: GroupContext, options: ConfirmOptions): Promise<SetupIntentResult> =>
  toSetupResult(await confirm(context, 'setup_intent', options));

/** Goes on with an intent that a server has confirmed: the challenge of the customer's bank. */
export async function handleNextAction(
  context: GroupContext,
  options: { readonly clientSecret?: unknown; readonly hashedValue?: unknown },
): Promise<PaymentIntentResult | SetupIntentResult> {
  const call = 'stripe.handleNextAction()';
  refuseUnknownOptions(call, options, ['clientSecret']);
  const secret = parseIntentSecret(call, options.clientSecret);
  const { origin, key } = context;
  const body = { client_secret: secret.clientSecret };
  const read = await sendIntent(origin, key, { path: secret.path, method: 'GET', body });
  const reply = read.outcome === 'intent' ? await challenge(context, secret, read.intent) : read;
  return secret.kind === 'payment_intent' ? toPaymentResult(reply) : toSetupResult(reply);
}

async function confirm(context: GroupContext, kind: IntentKind, options: ConfirmOptions): Promise<IntentReply> {
  const call = names[kind];
  refuseUnknownOptions(call, options, ['elements', 'clientSecret', 'confirmParams', 'redirect']);
  const { confirmParams = {}, redirect = 'always' } = options;
  refuseUnknownOptions(`${call} confirmParams`, confirmParams, params);
  checkRedirect(call, redirect, confirmParams.return_url);
  if (options.elements === undefined) {
    const secret = parseIntentSecret(call, options.clientSecret, kind);
    if (confirmParams.payment_method === undefined) {
      throw new IntegrationError(
        `Invalid value for ${call}: without elements confirmParams should have a payment_method.`,
      );
    }
    return finish(context, secret, await sendSaved(context, secret, confirmParams), options);
  }
  const group = groupOf(call, options.elements);
  const secret = secretFor(call, kind, group, options.clientSecret);
  if (group.payment?.mounted !== true) throw notMounted(call);
  if (group.purpose.type === 'deferred' && !group.submitted) {
    throw new IntegrationError(`elements.submit() must be called before ${call}.`);
  }
  if (group.confirming) throw new IntegrationError(`${call} was called while another confirmation is still running.`);
  group.confirming = true;
  try {
    const error = await group.submit();
    if (error) return { outcome: 'refused', error };
    return await finish(context, secret, await sendTyped(context, group, secret, confirmParams), options);
  } finally {
    group.confirming = false;
  }
}

/** The group's own secret, or the one that has come since it was made. */
function secretFor(call: string, kind: IntentKind, { purpose }: IntentGroup, given: string | undefined): IntentSecret {
  if (purpose.type !== 'intent') return parseIntentSecret(call, given, kind);
  const own = parseIntentSecret(call, purpose.secret.clientSecret, kind);
  if (given !== undefined && given !== own.clientSecret) {
    throw new IntegrationError(
      `Invalid value for ${call}: clientSecret is not the one the Elements group was made with.`,
    );
  }
  return own;
}

function checkRedirect(call: string, redirect: unknown, url: string | undefined): void {
  if (redirect !== 'always' && redirect !== 'if_required') {
    throw new IntegrationError(`Invalid value for ${call}: redirect should be 'always' or 'if_required'.`);
  }
  if (url === undefined && redirect === 'always') {
    throw new IntegrationError(
      `Invalid value for ${call}: confirmParams.return_url is required unless redirect is 'if_required'.`,
    );
  }
  if (url !== undefined && !URL.canParse(url)) {
    throw new IntegrationError(
      `Invalid value for ${call}: confirmParams.return_url should be an absolute URL. You specified: ${url}.`,
    );
  }
}

function toBody(
  { clientSecret }: IntentSecret,
  { receipt_email: receipt, return_url: url, setup_future_usage: usage }: Partial<ConfirmPaymentData>,
): Omit<IntentConfirm, 'payment_method' | 'payment_method_data'> {
  return {
    client_secret: clientSecret,
    use_stripe_sdk: true,
    ...(typeof receipt === 'string' && { receipt_email: receipt }),
    ...(url !== undefined && { return_url: url }),
    ...(usage && { setup_future_usage: usage }),
  };
}

function sendSaved(
  { origin, key }: GroupContext,
  secret: IntentSecret,
  given: Partial<ConfirmPaymentData>,
): Promise<IntentReply> {
  const body = { ...toBody(secret, given), payment_method: given.payment_method };
  return sendIntent(origin, key, { path: `${secret.path}/confirm`, method: 'POST', body });
}

async function sendTyped(
  { key }: GroupContext,
  group: IntentGroup,
  secret: IntentSecret,
  given: Partial<ConfirmPaymentData>,
): Promise<IntentReply> {
  const { purpose, payment } = group;
  const data = given.payment_method_data;
  const lost: Promise<IntentReply> = Promise.resolve({ outcome: 'lost' });
  const paying = payment?.pay({
    key,
    path: `${secret.path}/confirm`,
    body: { ...toBody(secret, given), ...(purpose.type === 'deferred' && { client_context: purpose.context }) },
    billing: toBilling(group.address, payment.hidesCountry, data?.billing_details),
    allowRedisplay: data?.allow_redisplay ?? null,
  });
  return paying ?? lost;
}

/** Shows the bank's challenge where there is one, then leaves for the return URL where that was asked for. */
async function finish(
  context: GroupContext,
  secret: IntentSecret,
  sent: IntentReply,
  { redirect = 'always', confirmParams }: ConfirmOptions,
): Promise<IntentReply> {
  const reply = sent.outcome === 'intent' ? await challenge(context, secret, sent.intent) : sent;
  if (reply.outcome !== 'intent' || redirect === 'if_required') return reply;
  const url = new URL(confirmParams?.return_url ?? '');
  url.searchParams.set(secret.kind, reply.intent.id);
  url.searchParams.set(`${secret.kind}_client_secret`, secret.clientSecret);
  url.searchParams.set('redirect_status', reply.intent.status === 'succeeded' ? 'succeeded' : 'pending');
  return leaveFor(url.href);
}

async function challenge(
  { origin, key, locale }: GroupContext,
  { path, clientSecret }: IntentSecret,
  intent: BrowserIntent,
): Promise<IntentReply> {
  const url = intent.next_action?.redirect_to_url?.url;
  if (intent.status === 'requires_action' && typeof url === 'string') return leaveFor(url);
  const source = toSource(intent);
  if (source === null) return { outcome: 'intent', intent };
  const outcome = await showChallenge(origin, { kind: 'challenge', locale, amount: toAmount(locale, intent) });
  const body = { client_secret: clientSecret, source, outcome };
  return sendIntent(origin, key, { path: `${path}/authenticate`, method: 'POST', body });
}

function toSource({ status, next_action: action }: BrowserIntent): string | null {
  const sdk: unknown = status === 'requires_action' ? action?.use_stripe_sdk : null;
  return typeof sdk === 'object' && sdk !== null && 'source' in sdk && typeof sdk.source === 'string'
    ? sdk.source
    : null;
}

/** The bank's page shows what is paid; a card that is only kept costs nothing. */
function toAmount(locale: string, intent: BrowserIntent): string {
  if (intent.object === 'setup_intent') return '';
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: intent.currency });
  const { maximumFractionDigits: digits = 2 } = format.resolvedOptions();
  return format.format(intent.amount / 10 ** digits);
}
