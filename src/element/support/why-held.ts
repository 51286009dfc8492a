/** Says to developers what a held Pay or Continue waits for, and the mend. */
import type { View } from '../view.js';

const told = new Set<string>();

/** On the console, each reason once per page. */
export function tellWhyHeld(view: View, what: string): void {
  for (const reason of toReasons(view)) {
    if (told.has(reason)) continue;
    told.add(reason);
    console.info(`[billing-checkout] ${what} is held: ${reason} (Said with test keys only.)`);
  }
}

function toReasons(view: View): readonly string[] {
  const reason = toReason(view);
  return [
    ...(view.disabled ? ['the attribute "disabled" is set. Take it away, or set checkout.disabled = false.'] : []),
    ...(reason === null ? [] : [reason]),
  ];
}

/** What the state waits for; null where it holds nothing. */
function toReason({ state, facts }: View): string | null {
  switch (state.name) {
    case 'idle':
      return 'nothing is loaded yet. With loading="manual" call checkout.load(); with loading="lazy" it has to be seen.';
    case 'loading':
      return 'Stripe.js and POST <endpoint>/sessions are on their way. If it stays so, look at both in the network panel; after 30 s it fails and says why.';
    case 'ready':
      return state.waiting === null ? null : WAITS[state.waiting];
    case 'validating':
      return facts.summary?.canConfirm === false
        ? 'Stripe says canConfirm is false: it still wants something of the customer or computes the total. Fields that miss something say so within 10 s.'
        : 'the fields and the total are checked, and a listener of "billing-submit" may hold it with waitUntil(): settle that promise, it has 30 s.';
    case 'confirming':
      return 'Stripe has been asked to take the money and has not answered; the customer’s bank may be asking them. Nothing is to be done.';
    case 'checking':
      return 'nobody has said yet what came of the payment, GET <endpoint>/sessions/{id} is asked. If it stays so, look at what that answers.';
    case 'action':
    case 'processing':
    case 'complete':
    case 'unresolved':
    case 'expired':
    case 'failed':
      return null;
  }
}

const WAITS = {
  items:
    'what is sold was changed, PATCH <endpoint>/sessions/{id} has not answered. Set price, quantity and items together, once.',
  promotion: 'a promotion code is being taken or removed. It ends by itself, within 20 s.',
  details: 'page one is being looked through. It ends by itself, within 5 s.',
  invoice: 'the details for an invoice are being looked through. It ends by itself, within 5 s.',
} as const;
