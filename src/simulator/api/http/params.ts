/** Building blocks for request parameters, each refusing with Stripe's code. */
import { z } from 'zod';

/** Text that cannot be unset. */
export const text = z.string().min(1, 'parameter_invalid_empty').max(5000, 'parameter_invalid_string_too_long');
export const textUpTo = (length: number): typeof text => text.max(length, 'parameter_invalid_string_too_long');
export const integer = z
  .string()
  .regex(/^-?\d{1,15}$/, 'parameter_invalid_integer')
  .transform(Number);
export const flag = z.enum(['true', 'false'], { error: 'invalid_boolean' }).transform((value) => value === 'true');
export const currencyCode = z
  .string()
  .regex(/^[a-zA-Z]{3}$/, 'invalid_currency')
  .transform((code) => code.toLowerCase());
export const email = z.string().regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'email_invalid');

/** A value that an empty string unsets. */
// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- zod's type is what it returns
export const emptyable = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? null : value), schema.nullable());

export const metadata = z
  .record(z.string(), z.string())
  .refine((entries) => Object.keys(entries).length <= 50, 'metadata_too_many_keys')
  .refine((entries) => Object.keys(entries).every((key) => key.length <= 40), 'metadata_key_too_long')
  .refine((entries) => Object.values(entries).every((value) => value.length <= 500), 'metadata_value_too_long');

const addressLine = z.string().max(5000).optional();
export const address = z.strictObject({
  city: addressLine,
  country: addressLine,
  line1: addressLine,
  line2: addressLine,
  postal_code: addressLine,
  state: addressLine,
});

const range = z.strictObject({
  gt: integer.optional(),
  gte: integer.optional(),
  lt: integer.optional(),
  lte: integer.optional(),
});
/** `created=…` or `created[gte]=…`. */
export const created = z
  .preprocess((value) => (typeof value === 'string' ? { gte: value, lte: value } : value), range)
  .optional();
export type CreatedFilter = z.output<typeof created>;

export const pagination = {
  limit: integer.optional(),
  starting_after: text.optional(),
  ending_before: text.optional(),
};
