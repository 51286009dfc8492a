/** Why there is no report, in one line that names what to do. */

/** What went wrong. `usage`: the options; `data`: what Stripe holds; `stripe`: Stripe refused or was not reached; `stopped`: the caller's signal. */
export type ReportErrorKind = 'usage' | 'data' | 'stripe' | 'stopped';

/**
 * Thrown by the report's functions. Its message is one line for people, without secrets.
 *
 * @example
 * ```ts
 * import { createReport, ReportError, type Report, type ReportOptions } from 'billing-checkout/report';
 *
 * // A mistake in what was asked is said; everything else is thrown on.
 * export async function reportOn(options: ReportOptions): Promise<Report | string> {
 *   try {
 *     return await createReport(options);
 *   } catch (error) {
 *     if (error instanceof ReportError && error.kind === 'usage') return error.message;
 *     throw error;
 *   }
 * }
 * ```
 */
export class ReportError extends Error {
  /** As logs print it; tells it from others where two copies of the package are loaded. */
  override readonly name = 'ReportError';
  /** What went wrong. */
  readonly kind: ReportErrorKind;

  /** Makes one; `message` says what, why and the mend. */
  constructor(kind: ReportErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
