/** What is printed about somebody's account can be shown to anybody, and compared. */
import { expect, it } from 'vitest';
import { scrub } from './support/scrub.js';

it.each([
  ["No such customer: 'cus_NffrFeUfNV2Hib'", "No such customer: 'cus_…'"],
  ['ctoken_boAaDkyeZmJQaQaBiGISqnBR was used', 'ctoken_… was used'],
  ['cs_test_a1B2c3D4e5F6_secret_fidkdWxOYHwnPyd1blpxYHZxWjA0', 'cs_…'],
  ['pi_3MtwBwLkdIwHu7ix28a3tqPa_secret_YrKJUKribcBjcG8HVhfZluoGH', 'pi_…'],
  ['Invalid API Key provided: sk_test_51H****************abcd', 'Invalid API Key provided: …key…'],
  ['whsec_abcdef123456 and pk_test_TYooMQauvdEDq54NiTphI7jx', '…key… and …key…'],
  ['mail to ada.lovelace+test@example.co.uk now', 'mail to …@… now'],
  ['at http://localhost:43211/v1/charges', 'at …'],
])('%s', (raw, safe) => {
  expect(scrub(raw)).toBe(safe);
});

it.each(['card_velocity_exceeded', 'parameter_unknown', 'client_secret', 'requires_payment_method'])(
  'leaves %s alone',
  (word) => {
    expect(scrub(word)).toBe(word);
  },
);
