/** Parameters that describe a price. */
import { z } from 'zod';
import { currencyCode, integer, metadata, text, textUpTo } from '../http/params.js';

export const interval = z.enum(['day', 'week', 'month', 'year']);
export const taxBehavior = z.enum(['exclusive', 'inclusive', 'unspecified']);

/** `price_data` of a line item. */
export const priceData = z.strictObject({
  currency: currencyCode,
  product: text.optional(),
  product_data: z
    .strictObject({
      name: text,
      description: text.optional(),
      images: z.array(text).max(8).optional(),
      metadata: metadata.optional(),
      unit_label: textUpTo(12).optional(),
    })
    .optional(),
  recurring: z.strictObject({ interval, interval_count: integer.optional() }).optional(),
  tax_behavior: taxBehavior.optional(),
  unit_amount: integer.optional(),
  unit_amount_decimal: text.optional(),
});
