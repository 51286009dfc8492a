/** Says in one line why Stripe gave no answer. */
import { ReportError } from '../report-error.js';

/** Throws a {@link ReportError} for what the official SDK rejected with. */
export function toStripeError(cause: unknown): never {
  throw cause instanceof ReportError ? cause : new ReportError('stripe', describe(cause), { cause });
}

function describe(cause: unknown): string {
  const { type, message, code, requestId } = fieldsOf(cause);
  const request = requestId === '' ? '' : ` (${requestId})`;
  switch (type) {
    case 'StripeAuthenticationError':
      return `Stripe refused the key${request}. Set STRIPE_SECRET_KEY to the account's secret key.`;
    case 'StripePermissionError':
      return `This key may not read what the report needs${request}. Allow it Checkout Sessions, PaymentIntents, Charges and Invoices (read).`;
    case 'StripeConnectionError':
      return `Stripe could not be reached (${code || 'no connection'}). Check the network, or the address after --stripe; the same command goes on where it was.`;
    case 'StripeRateLimitError':
      return `Stripe asked to slow down, again and again${request}. Run the same command later: it goes on where it was.`;
    default:
      return `Stripe did not answer as expected${request}: ${message.split('\n')[0] ?? ''}`;
  }
}

function fieldsOf(cause: unknown): { type: string; message: string; code: string; requestId: string } {
  const fields: Record<string, unknown> = typeof cause === 'object' && cause !== null ? { ...cause } : {};
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const detail = typeof fields['detail'] === 'object' && fields['detail'] !== null ? { ...fields['detail'] } : {};
  return {
    type: text(fields['type']),
    message: cause instanceof Error ? cause.message : String(cause),
    code: text('code' in detail ? detail.code : fields['code']),
    requestId: text(fields['requestId']),
  };
}
