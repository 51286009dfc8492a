/** Reads one page of a slice from Stripe. */
import type Stripe from 'stripe';
import { PAYMENT_EXPANSIONS, toPaymentRow } from './payment-row.js';
import type { Row } from './row.js';
import { SESSION_EXPANSIONS, toSessionRow } from './session-row.js';
import type { Slice } from './slices.js';

export interface Page {
  readonly rows: readonly Row[];
  /** Where the next page starts; null after the last one. */
  readonly cursor: string | null;
  /** Unix seconds of the oldest object on it. */
  readonly reached: number;
}

export interface PageRequest {
  readonly stripe: Stripe;
  readonly experiment: string;
  readonly slice: Slice;
  readonly cursor: string | null;
}

const PAGE = 100;

export async function listPage({ stripe, experiment, slice, cursor }: PageRequest): Promise<Page> {
  const params = {
    created: { gte: slice.from, ...(slice.to !== null && { lt: slice.to }) },
    limit: PAGE,
    ...(cursor !== null && { starting_after: cursor }),
  };
  switch (slice.list) {
    case 'sessions': {
      const list = await stripe.checkout.sessions.list({ ...params, expand: SESSION_EXPANSIONS });
      return toPage(slice, list, (session) => toSessionRow(session, experiment));
    }
    case 'payments': {
      const list = await stripe.paymentIntents.list({ ...params, expand: PAYMENT_EXPANSIONS });
      return toPage(slice, list, toPaymentRow);
    }
  }
}

function toPage<T extends { readonly id: string; readonly created: number }>(
  slice: Slice,
  list: Stripe.ApiList<T>,
  toRow: (item: T) => Row,
): Page {
  const last = list.data.at(-1);
  const more = list.has_more && last !== undefined;
  return { rows: list.data.map(toRow), cursor: more ? last.id : null, reached: more ? last.created : slice.from };
}
