/** The report of the demo: made when somebody wants it, of customers who are said to be simulated. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDemo } from '../../scripts/start-demo.mjs';

let demo: Awaited<ReturnType<typeof startDemo>>;
beforeAll(async () => {
  demo = await startDemo({ quiet: true, account: 'reported', customers: 80 });
});
afterAll(async () => {
  await demo.close();
});

const visit = async (): Promise<{ html: string; policy: string }> => {
  const response = await fetch(new URL('experiment/report', demo.url));
  return { html: await response.text(), policy: response.headers.get('content-security-policy') ?? '' };
};

it('says that it is being made, and then shows it', async () => {
  const first = await visit();
  expect(first.html).toContain('The report is being made');
  expect(first.html).toContain('These customers are simulated');

  const made = await expect
    .poll(visit, { timeout: 60_000, interval: 200 })
    .toSatisfy(({ html }: { html: string }) => html.includes('Experiment pages'))
    .then(visit);

  expect(made.html).toContain('These customers are simulated: 80 made-up ones over 35 days');
  expect(made.html).toContain('Where the variants differ');
  expect(made.html).toContain('Drop-off by step');
  expect(made.policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='/);
  expect(made.html).not.toMatch(/NaN|undefined|<script/);
});

it('keeps them out of the shop', async () => {
  const { data } = await demo.stripe.checkout.sessions.list({ limit: 1 });

  expect(data).toEqual([]);
});
