/** `payment_method_options`, as far as they are simulated: how a bank account is verified. */
import { z } from 'zod';

export const methodOptions = z.strictObject({
  /** Only what is Stripe's default anyway: nothing else is played. */
  card: z.strictObject({ request_three_d_secure: z.enum(['automatic']).optional() }).optional(),
  us_bank_account: z
    .strictObject({
      verification_method: z.enum(['automatic', 'instant']).optional(),
      financial_connections: z.strictObject({ permissions: z.array(z.enum(['payment_method'])).optional() }).optional(),
    })
    .optional(),
});
type MethodOptions = z.output<typeof methodOptions>;

/** As sessions and intents show them, beside what they show of cards; only where bank accounts are offered. */
export const shownBankOptions = (
  types: readonly string[],
  options: MethodOptions | undefined,
): { us_bank_account?: { verification_method: 'automatic' | 'instant' } } =>
  types.includes('us_bank_account')
    ? { us_bank_account: { verification_method: options?.us_bank_account?.verification_method ?? 'automatic' } }
    : {};
