/** A confirmation token, and the method that was typed for it: nobody's until the token is used. */
import type { ConfirmationToken } from '../stripe-types.js';
import type { MethodRecord } from './method-record.js';

export interface TokenRecord {
  readonly token: ConfirmationToken;
  readonly method: MethodRecord;
}
