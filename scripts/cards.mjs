/** `npm run cards -- --cards N`: how many stolen cards are tried at Stripe, without the recipe against card testing and with it. */
import './check-node.mjs';
import { parseArgs } from 'node:util';
import { fail } from './fail.mjs';
import { runSource } from './run-source.mjs';

const { values } = parseArgs({
  options: { cards: { type: 'string', default: '500' }, 'no-build': { type: 'boolean' } },
});
const cards = Number(values.cards);
if (!Number.isInteger(cards) || cards < 1)
  fail('--cards is a whole number. Use: npm run cards -- [--cards N] [--no-build]');

await runSource('/test/cards/attack.ts', ({ measureCards }) => measureCards(cards, (line) => console.log(line)), {
  build: values['no-build'] !== true,
  name: 'cards',
});
