/** Pays: checks, sends, asks the customer's bank if it must, and leaves the page if it shall. */
import type { StripeCheckoutConfirmResult } from '@stripe/stripe-js';
import type { BillingDetails } from '../../wire/frame-messages.js';
import type { PaymentPageCredentials, PaymentPageReply } from '../../wire/post-payment-page.js';
import type { PaymentPage } from '../../wire/payment-page.js';
import { walletPayer } from '../../wire/wallets.js';
import { answerChallenge } from '../challenge/answer-challenge.js';
import { leaveFor } from '../challenge/leave-for.js';
import { IntegrationError } from '../integration-error.js';
import { assertConfirmable } from './assert-confirmable.js';
import type { ConfirmArguments } from './assert-confirmable.js';
import type { Checkout } from './checkout.js';
import { fail, toConfirmFailure } from './to-error.js';
import { toBillingAddress } from './to-update-actions.js';
import { findComplaints } from './validate-elements.js';

export async function confirmCheckout(
  checkout: Checkout,
  credentials: PaymentPageCredentials,
  page: () => PaymentPage,
  args: ConfirmArguments = {},
): Promise<StripeCheckoutConfirmResult> {
  assertConfirmable(checkout, page(), args);
  checkout.confirming = true;
  try {
    const express = args.expressCheckoutConfirmEvent !== undefined;
    const [complaint] = express ? [] : await findComplaints(checkout, args.paymentMethod !== undefined);
    if (complaint !== undefined) return fail(complaint.message);
    const told = await tellBillingAddress(checkout, args);
    if (told.outcome !== 'page') return toConfirmFailure(told);
    const sent = await send(checkout, credentials, page(), args);
    const reply = sent.outcome === 'page' ? await answerChallenge(checkout, sent.page) : sent;
    if (reply.outcome !== 'page') {
      // What the decline left behind (lastPaymentError, another total) is on the next snapshot.
      if (reply.outcome === 'refused') await checkout.connection.reopen();
      return toConfirmFailure(reply);
    }
    checkout.connection.take(reply.page);
    if (args.redirect !== 'if_required') await leave(reply.page, args);
    return { type: 'success', session: checkout.toSession(reply.page) };
  } finally {
    checkout.confirming = false;
  }
}

/** `confirm({billingAddress})` is an update before the payment. */
async function tellBillingAddress(
  checkout: Checkout,
  { billingAddress, phoneNumber }: ConfirmArguments,
): Promise<PaymentPageReply> {
  const page = checkout.connection.page;
  if (page === null) return { outcome: 'lost' };
  if (billingAddress === undefined && phoneNumber === undefined) return { outcome: 'page', page };
  return checkout.connection.update({
    ...(billingAddress === undefined ? {} : { billing_address: toBillingAddress(billingAddress) }),
    ...(phoneNumber === undefined ? {} : { phone_number: phoneNumber }),
  });
}

function send(
  checkout: Checkout,
  credentials: PaymentPageCredentials,
  { session }: PaymentPage,
  args: ConfirmArguments,
): Promise<PaymentPageReply> {
  const expectedAmount = session.total.total.minorUnitsAmount;
  if (args.paymentMethod !== undefined) {
    return checkout.connection.confirm({
      expected_amount: expectedAmount,
      payment_method: args.paymentMethod,
      ...(args.savePaymentMethod === undefined ? {} : { save_payment_method: args.savePaymentMethod }),
      ...(args.email === undefined ? {} : { email: args.email }),
      ...(args.returnUrl === undefined ? {} : { return_url: args.returnUrl }),
    });
  }
  if (args.expressCheckoutConfirmEvent !== undefined) {
    const wallet = checkout.express?.take(args.expressCheckoutConfirmEvent);
    if (!wallet) throw new IntegrationError('The expressCheckoutConfirmEvent was used already.');
    const email = args.email ?? (session.email === null ? walletPayer.email : undefined);
    return checkout.connection.confirm({
      expected_amount: expectedAmount,
      payment_method_data: { type: 'card', wallet, billing_details: toWalletDetails() },
      ...(email === undefined ? {} : { email }),
      ...(args.returnUrl === undefined ? {} : { return_url: args.returnUrl }),
    });
  }
  const lost: Promise<PaymentPageReply> = Promise.resolve({ outcome: 'lost' });
  return (
    checkout.payment?.confirm({
      ...credentials,
      expectedAmount,
      returnUrl: args.returnUrl ?? null,
      billing: toBillingDetails(checkout, session, args),
      savePaymentMethod: args.savePaymentMethod ?? null,
      email: args.email ?? null,
    }) ?? lost
  );
}

function toWalletDetails() {
  const { line2: _none, ...address } = walletPayer.address;
  return { name: walletPayer.name, email: walletPayer.email, address };
}

function toBillingDetails(
  { address }: Checkout,
  session: PaymentPage['session'],
  args: ConfirmArguments,
): BillingDetails {
  const typed = address?.mounted === true ? { name: address.value.name, address: address.value.address } : null;
  return {
    contact: typed ?? args.billingAddress ?? session.billingAddress,
    email: args.email ?? session.email,
    phone: address?.value.phone ?? args.phoneNumber ?? session.phoneNumber,
  };
}

/** Goes to the return URL. */
const leave = ({ session, config }: PaymentPage, { returnUrl }: ConfirmArguments): Promise<never> =>
  leaveFor((returnUrl ?? config.return_url ?? '').replaceAll('{CHECKOUT_SESSION_ID}', session.id));
