/** Every error has a sentence for customers. */
import { describe, expect, it } from 'vitest';
import { PROBLEMS, type ProblemCode } from '../../src/contract/problems.js';
import { isSystemError, type ErrorCode } from '../../src/core/errors.js';
import { mayTryAgain, toSentence } from '../../src/core/messages.js';
import { en } from '../../src/element/locales/en.js';

/** Listed by hand, so that a new code has to come by here. */
const OURS: Record<Exclude<ErrorCode, ProblemCode>, { readonly again: boolean; readonly system: boolean }> = {
  'config.invalid': { again: false, system: true },
  'network.offline': { again: true, system: true },
  'network.timeout': { again: true, system: true },
  'network.failed': { again: true, system: true },
  'backend.unreadable': { again: true, system: true },
  'stripe.load_failed': { again: true, system: true },
  'checkout.load_timeout': { again: true, system: true },
  'stripe.session_refused': { again: true, system: true },
  'stripe.frame_failed': { again: true, system: true },
  'payment.declined': { again: true, system: false },
  'payment.not_made': { again: true, system: false },
  'payment.failed': { again: true, system: false },
  'payment.not_kept': { again: true, system: false },
  'payment.total_changed': { again: true, system: false },
  'promotion.refused': { again: true, system: false },
  'promotion.invalid': { again: true, system: false },
  'promotion.unclear': { again: true, system: false },
  'tax_id.refused': { again: true, system: false },
  'host.refused': { again: true, system: false },
};

const problemCodes = Object.keys(PROBLEMS) as ProblemCode[];
const codes = [...Object.keys(OURS), ...problemCodes] as ErrorCode[];

describe('sentences', () => {
  it.each(codes)('has one for %s', (code) => {
    const sentence = toSentence(en, { code });
    expect(sentence).toMatch(/^[A-Z].{10,}\.$/);
    expect(sentence).not.toMatch(/_|undefined|stripe|http|json|server error/i);
  });

  it('prefers Stripe’s words and the host’s', () => {
    expect(toSentence(en, { code: 'host.refused', message: 'Sold out.' })).toBe('Sold out.');
  });

  it.each(Object.entries(OURS))('%s: again %o', (code, { again, system }) => {
    const error = { code: code as ErrorCode };
    expect([mayTryAgain(error), isSystemError(error)]).toEqual([again, system]);
  });

  it('offers no second try for what only a developer can mend', () => {
    const hopeless = problemCodes.filter((code) => !mayTryAgain({ code }));
    expect(hopeless).toContain('price.unknown');
    expect(hopeless).toContain('request.origin_foreign');
    expect(hopeless.filter((code) => PROBLEMS[code].retry)).toEqual([]);
  });

  it('calls every problem of the backend a system’s, not the customer’s', () => {
    expect(problemCodes.filter((code) => !isSystemError({ code }))).toEqual([]);
  });
});
