/** `POST /sessions/{id}/invoice`: pay what a session sells by invoice. Parsed by servers only. */
import * as z from 'zod/mini';
import { isEmail } from './email.js';
import { CONTRACT_VERSION } from './version.js';

const text = (most: number) => z.optional(z.string().check(z.maxLength(most)));

/** Schema of the body. Prices and quantities are the session's own. */
export const invoiceRequestSchema = z.strictObject({
  /** The version of the contract that the page speaks. */
  contract: z.literal(CONTRACT_VERSION),
  /** Where the invoice is sent. A known customer who has an email keeps it. */
  email: z.optional(z.string().check(z.refine(isEmail, { error: 'an email address' }))),
  /** Who is invoiced; a known customer who has a name keeps it. */
  name: text(150),
  /** Needed where the session asks for one; a known customer who has an address keeps it. */
  address: z.optional(
    z.strictObject({
      /** Two letters (ISO 3166-1). */
      country: z.string().check(z.regex(/^[A-Z]{2}$/)),
      /** Street and number. */
      line1: text(200),
      /** What is below the street. */
      line2: text(200),
      /** City, or the like. */
      city: text(100),
      /** State, province or the like, where addresses have one. */
      state: text(100),
      /** Where addresses have one. */
      postal_code: text(20),
    }),
  ),
  /** The tax id of a business, where the session asks for one: the customer gets it, unless they have it already. */
  taxId: z.optional(
    z.strictObject({
      /** Stripe's word, as `eu_vat`. */
      type: z.string().check(z.regex(/^[a-z]{2}_[a-z_]{2,20}$/)),
      /** As its authority writes it, as `DE123456789`. */
      value: z.string().check(z.minLength(1), z.maxLength(50)),
    }),
  ),
  /** The customer's own number of the purchase, printed on the invoice. */
  purchaseOrder: text(140),
});

/** Body of `POST /sessions/{id}/invoice`. */
export type InvoiceRequest = z.infer<typeof invoiceRequestSchema>;
