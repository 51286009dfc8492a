/** Bugs that the soak has to find: each takes a guard out of the source while it is loaded. */
export const PLANTS = {
  /** A known customer may buy the same subscription again. */
  'removed-guard': {
    file: 'src/server/already-subscribed.ts',
    line: '  if (customer === null) return;\n',
    instead: '  if (customer !== undefined) return;\n',
  },
  /** Two tabs that open at once get a session each. */
  'dropped-idempotency-key': {
    file: 'src/server/create-session.ts',
    line: 'create(params, { idempotencyKey })',
    instead: 'create(params)',
  },
  /** Stripe's stored answer says "open" for ever. */
  'replay-taken-for-the-truth': {
    file: 'src/server/create-session.ts',
    line: 'if (!isReplayed(session.lastResponse.headers))',
    instead: 'if (session)',
  },
  /** No answer is taken for a no. */
  'guessed-failure': {
    file: 'src/core/transitions/paying.ts',
    line: "    case 'confirm.unclear': {\n",
    instead: "    case 'confirm.unclear': { return back(state, { code: 'payment.not_made' });\n",
  },
  /** What the address of the way back says is taken for the truth. */
  'trusted-redirect-status': {
    file: 'src/headless/open-checkout.ts',
    line: '  const left = ledger.back(purchase);\n',
    instead: `  const left = ledger.back(purchase);
  const { location } = globalThis;
  const paid = location?.search.includes('redirect_status=succeeded') ? new URL(location.href).searchParams.get('billing_session') : null;
  if (paid) {
    const links = { invoice: null, receipt: null, verification: null };
    const truth = { contract: 1, id: paid, status: 'complete', mode: 'payment', payment: 'paid', amount: 1800, currency: 'eur', expectedAt: null, links };
    queueMicrotask(() => runtime.store.send({ type: 'truth', attempt, truth }));
  }
`,
  },
  /** Of a payment whose first delivery fails nothing is heard. */
  'silent-webhook': {
    file: 'src/server/handle-event.ts',
    line: "    case 'checkout.session.completed':\n",
    instead: '',
  },
};

/** A plugin that plants one. Fails where the source has no such line any more. */
export function plantBug(name, fail) {
  const plant = PLANTS[name];
  if (plant === undefined) fail(`There is no bug called "${name}": ${Object.keys(PLANTS).join(', ')}.`);
  return {
    name: 'plant',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith(plant.file)) return null;
      if (!code.includes(plant.line))
        fail(`${plant.file} has no line "${plant.line}" any more: mend test/soak/plants.mjs.`);
      return code.replace(plant.line, plant.instead);
    },
  };
}
