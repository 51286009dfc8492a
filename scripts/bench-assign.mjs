/** How long one assignment takes, beside GrowthBook's SDK in the same run: `node scripts/bench-assign.mjs` after a build. */
import { GrowthBook } from '@growthbook/growthbook';
import { assign, parseExperiment } from 'billing-checkout/experiment';

const ROUNDS = 9;
const units = Array.from({ length: 20_000 }, (_, i) => `visitor-${i}-${'0123456789abcdef'.repeat(2)}`);

const experiment = parseExperiment('checkout-flow', (problem) => {
  throw new Error(problem.reason);
});
const theirs = {
  key: experiment.name,
  variations: experiment.variants,
  weights: experiment.weights,
  hashVersion: 2,
};

/** Median microseconds of one assignment, over rounds that take turns. */
const contenders = {
  'billing-checkout': (unit) => assign(experiment, unit),
  'billing-checkout, parsing included': (unit) =>
    assign(
      parseExperiment('checkout-flow', () => undefined),
      unit,
    ),
  'GrowthBook SDK': (unit) => new GrowthBook({ attributes: { id: unit } }).run(theirs).value,
};
const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, draw] of Object.entries(contenders)) {
    const start = performance.now();
    for (const unit of units) draw(unit);
    times[name].push(((performance.now() - start) * 1000) / units.length);
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const base = median(times['GrowthBook SDK']);
for (const [name, values] of Object.entries(times)) {
  const took = median(values);
  console.log(`${name}: ${took.toFixed(2)} µs, ${(took / base).toFixed(3)} of GrowthBook's`);
}
