/** Shows a `<billing-checkout>` in any state: the real element, without backend and without Stripe. */
import { stepOf, type Flow } from '../core/state.js';
import type { BillingCheckout } from '../element/billing-checkout.js';
import type { Ports } from '../headless/runtime.js';
import { createFrozenClock } from './frozen-clock.js';
import { leadTo } from './lead-to.js';
import { toScenario } from './scenario.js';
import type { ShownState } from './shown-state.js';
import { STATES, type ShownStateId } from './states.js';
import { createStage, toPorts, type Stage } from './to-ports.js';

/** What each element shows now; a later show takes it over. */
const stages = new WeakMap<BillingCheckout, Stage>();

/**
 * Shows an element in a state, for galleries, style sheets, screenshots and tests. Everything of the element is real; server and
 * Stripe are not asked, boxes stand where Stripe's fields would. No event fires, nothing is stored, the page's history and the
 * keyboard stay where they are, and time stands still: the state does not end by itself. `flow`, `theme`, `locale`, tokens and slots
 * are the element's own and may change while it is shown.
 *
 * @param element - In the document, and registered. What it was showing before is gone.
 * @param state - The name of one of {@link STATES}, or a state of your own.
 * @returns Resolves when it is drawn. It rejects for a key that is not a test key, for an element that is not in the document, and where
 * the state cannot be reached: it says what stands in the way.
 *
 * @example
 * ```ts
 * import 'billing-checkout';
 * import { showState } from 'billing-checkout/testing';
 *
 * const element = document.createElement('billing-checkout');
 * element.loading = 'manual';
 * document.body.append(element);
 * await showState(element, 'ready-declined');
 * ```
 */
export async function showState(element: BillingCheckout, state: ShownStateId | ShownState): Promise<void> {
  assertShowable(element);
  const shown = typeof state === 'string' ? STATES[state] : state;
  const stage = createStage(element.express);
  const clock = createFrozenClock();
  stages.set(element, stage);
  const replaced = (): boolean => stages.get(element) !== stage;

  await element.updateComplete;
  const scenario = toScenario(shown);
  Object.assign(element, { ports: (own: Ports) => toPorts(own, scenario, stage, clock) });
  if (shown.name === 'idle') element.loading = 'manual';
  await putAgain(element);
  if (replaced()) return;
  await leadTo({ element, stage, clock, replaced }, shown);
  if (replaced()) return;
  await element.updateComplete;
  assertShown(stage, shown, element.shownFlow);
  stage.settled = true;
}

/** Out of the document and into it again: the element makes its checkout anew, with the ports it has now. */
async function putAgain(element: BillingCheckout): Promise<void> {
  const place = document.createComment('');
  element.replaceWith(place);
  // It lets go in a microtask, in case it was only moved.
  await Promise.resolve();
  place.replaceWith(element);
  await element.updateComplete;
}

function assertShowable(element: BillingCheckout): void {
  if (element.publishableKey && !element.publishableKey.startsWith('pk_test_'))
    throw new TypeError('showState: the element has a key that is not a test key. Use pk_test_…, or none.');
  if (!(element.renderRoot as unknown))
    throw new TypeError(
      'showState: this is no <billing-checkout>. Import "billing-checkout" and put the element into the document first.',
    );
  if (!element.isConnected) throw new TypeError('showState: the element is not in the document. Put it there first.');
}

/** Says what was reached instead. */
function assertShown({ state }: Stage, shown: ShownState, flow: Flow): void {
  const wrong = (what: string): never => {
    throw new Error(`showState: ${what} was not reached, the element is "${state.name}".`);
  };
  if (state.name !== shown.name) wrong(`"${shown.name}"`);
  if (state.name !== 'ready' || shown.name !== 'ready') return;
  // What is wrong on page one keeps page two from being asked.
  const asked = (shown.invalid ?? []).filter(({ field }) => flow === 'one-page' || stepOf(field) === state.step);
  for (const { field } of asked)
    if (!state.invalid?.some((each) => each.field === field)) wrong(`"ready" with a wrong "${field}"`);
  if (shown.invoice && !state.invoice) wrong('"ready" with paying by invoice opened');
  if (shown.waiting && state.waiting !== shown.waiting) wrong(`"ready" while waiting for "${shown.waiting}"`);
}
