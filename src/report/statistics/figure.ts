/** A figure that the data carry, or the reason why they do not. */

/** Why there is no figure. {@link explainMissing} says it in a sentence. */
export type Missing =
  /** An arm has no units. */
  | 'no_units'
  /** An arm has fewer than two units: nothing varies. */
  | 'too_few_units'
  /** The control has no conversions: there is nothing to be relative to. */
  | 'no_conversions_in_control'
  /** The variant has no conversions: the interval of a ratio has no lower end. */
  | 'no_conversions_in_variant'
  /** An arm has fewer conversions, or fewer units without one, than the sequence needs to begin. */
  | 'too_few_conversions'
  /** Every unit of both arms did the same. */
  | 'no_variation'
  /** The arms' money is in more than one currency. */
  | 'mixed_currencies'
  /** The rates are equal: no number of units would show a lift of nothing. */
  | 'no_lift'
  /** Nobody has said which lift is worth seeing. */
  | 'no_goal'
  /** The lift asks for a rate of 100 % or more. */
  | 'rate_above_one';

/** A value, or null and the reason. Never NaN, never infinite. */
export type Figure<Value> =
  | {
      /** The figure. */
      readonly value: Value;
      /** Nothing is. */
      readonly missing: null;
    }
  | {
      /** There is none. */
      readonly value: null;
      /** Why not. */
      readonly missing: Missing;
    };

/** An estimate with its two-sided interval. */
export interface Estimate {
  /** The best single value. */
  readonly estimate: number;
  /** Lower end of the interval. */
  readonly low: number;
  /** Upper end of the interval. */
  readonly high: number;
  /** Share of such intervals that hold the truth: 0.95 for 95 %. */
  readonly level: number;
}

const SENTENCES: Record<Missing, string> = {
  no_units: 'An arm has no units.',
  too_few_units: 'An arm has fewer than two units.',
  no_conversions_in_control: 'The control has no conversions to compare with.',
  no_conversions_in_variant: 'The variant has no conversions.',
  too_few_conversions: 'Each arm needs ten units that converted and ten that did not.',
  no_variation: 'Every unit of both arms did the same.',
  mixed_currencies: 'The money is in more than one currency.',
  no_lift: 'The rates are equal.',
  no_goal: 'No smallest lift worth seeing was named.',
  rate_above_one: 'The lift asks for a rate of 100 % or more.',
};

/**
 * The reason in one English sentence.
 *
 * @example
 * ```ts
 * import { explainMissing, planUnits } from 'billing-checkout/report';
 *
 * const plan = planUnits({ baseRate: 0.3, lift: 0 });
 * console.log(plan.missing && explainMissing(plan.missing)); // 'The rates are equal.'
 * ```
 */
export const explainMissing = (missing: Missing): string => SENTENCES[missing];

/** A figure that is there. */
export const present = <Value>(value: Value): Figure<Value> => ({ value, missing: null });

/** A figure that is not, and why. */
export const absent = (missing: Missing): Figure<never> => ({ value: null, missing });
