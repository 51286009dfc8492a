/** Leads a checkout into its state as customers and time do: fields are typed in, buttons are pressed, seconds pass. */
import type { Facts } from '../core/facts.js';
import type { CheckoutState } from '../core/state.js';
import { SLOW_MS } from '../core/transitions/open.js';
import { CONFIRM_ASK_MS } from '../core/transitions/paying.js';
import { UNRESOLVED_MS } from '../core/transitions/finding-out.js';
import type { BillingCheckout } from '../element/billing-checkout.js';
import type { FrozenClock } from './frozen-clock.js';
import type { ShownForm, ShownReady, ShownState } from './shown-state.js';
import type { Stage } from './to-ports.js';

/** The promotion code that is typed where one is to be refused. */
const CODE = 'SPRING';

/** What leads needs to be led. */
export interface Lead {
  readonly element: BillingCheckout;
  readonly stage: Stage;
  readonly clock: FrozenClock;
  /** What was asked for has been replaced by another show. */
  readonly replaced: () => boolean;
}

/** Leads there, or throws where the element does not go. */
export async function leadTo(lead: Lead, shown: ShownState): Promise<void> {
  const { element, clock } = lead;
  if (shown.name === 'idle') return;
  element.load();
  if (shown.name === 'loading') {
    if (shown.slow) clock.pass(SLOW_MS);
    return;
  }
  await until(lead, ({ name }) => name !== 'idle' && name !== 'loading');
  if (shown.name === 'unresolved') clock.pass(UNRESOLVED_MS);
  else if (shown.name !== 'checking') await until(lead, ({ name }) => name !== 'checking');
  if (lead.stage.state.name !== 'ready') return;
  switch (shown.name) {
    case 'ready':
      await type(lead, shown, shown.invalid?.some(({ field }) => field === 'email') !== true && isTried(shown));
      if (shown.emailSuggestion !== undefined) await until(lead, (_, facts) => facts.emailSuggestion !== null);
      await stop(lead, shown);
      return;
    case 'validating':
    case 'confirming':
    case 'checking':
      await type(lead, shown, true);
      await Promise.race([element.submit(), until(lead, ({ name }) => name === shown.name)]);
      if (shown.name === 'confirming' && shown.waitingForBank) clock.pass(CONFIRM_ASK_MS);
      return;
    case 'action':
    case 'processing':
    case 'complete':
    case 'unresolved':
    case 'expired':
    case 'failed':
      return;
  }
}

/** Resolves once the state is so, or somebody else has taken the element over. */
function until({ stage, replaced }: Lead, holds: (state: CheckoutState, facts: Facts) => boolean): Promise<void> {
  return new Promise((resolve) => {
    stage.onChange = () => {
      if (holds(stage.state, stage.facts) || replaced()) resolve();
    };
    stage.onChange();
  });
}

/** Whether somebody has pressed a button with it. */
const isTried = ({ error, invalid, invoice = false }: ShownReady): boolean =>
  error !== undefined || invalid !== undefined || invoice;

/** Fills our fields in, and leaves them. */
async function type({ element }: Lead, { typed = {}, savePayment }: ShownForm, email: boolean): Promise<void> {
  await element.updateComplete;
  const root = element.renderRoot;
  const known = root.querySelector('#email') === null;
  for (const [id, text] of Object.entries({ ...(email && !known && { email: 'ada@example.com' }), ...typed })) {
    const field = root.querySelector(`#${CSS.escape(id)}`);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement))
      throw new Error(
        `showState: there is no field "${id}" to be typed in. Leave it out of \`typed\`, or offer it in \`features\`.`,
      );
    field.value = text;
    for (const event of ['input', 'change', 'blur'])
      field.dispatchEvent(new Event(event, { bubbles: event !== 'blur' }));
    await element.updateComplete;
  }
  if (savePayment) root.querySelector<HTMLElement>('[name="save-payment"]')?.click();
}

/** What has stopped the customer, or holds them. */
async function stop(lead: Lead, { error, invalid, promotion, invoice, waiting }: ShownReady): Promise<void> {
  const { element, stage } = lead;
  if (error || invalid) await element.submit();
  if (promotion || waiting === 'promotion') {
    await openPromotion(lead);
    if (promotion) await until(lead, (state) => state.name !== 'ready' || state.promotion !== undefined);
  }
  if (invoice) await openInvoice(lead);
  if (waiting === 'details') element.goTo('payment');
  if (waiting === 'items') {
    stage.quantity += 1;
    // As if the tag's own quantity had been set.
    element.requestUpdate('quantity', stage);
    await element.updateComplete;
  }
}

/** Presses the button to pay by invoice. */
async function openInvoice(lead: Lead): Promise<void> {
  const button = lead.element.renderRoot.querySelector<HTMLElement>('button#invoice');
  if (!button) throw new Error('showState: paying by invoice is not offered. Set `features.payByInvoice`.');
  button.click();
  await until(lead, (state) => state.name !== 'ready' || state.invoice === true || state.invalid !== undefined);
}

/** Types a promotion code and has it taken. */
async function openPromotion({ element }: Lead): Promise<void> {
  const field = element.renderRoot.querySelector('details');
  const code = field?.querySelector('input');
  if (!field || !code)
    throw new Error('showState: there is no field for promotion codes. Set `features.promotionCodes`.');
  field.open = true;
  code.value = CODE;
  code.dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
  code.form?.requestSubmit();
}
