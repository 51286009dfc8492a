/** What is kept of what Stripe lists. */
import * as z from 'zod/mini';
import { paymentRowSchema, type PaymentRow } from './payment-row.js';
import { sessionRowSchema, type OtherRow, type SessionRow } from './session-row.js';

export const rowSchema = z.union([sessionRowSchema, paymentRowSchema]);

export type Row = SessionRow | OtherRow | PaymentRow;
