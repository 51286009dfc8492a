// @vitest-environment jsdom
/** What `billing-checkout verify` writes down. */
import { expect, it } from 'vitest';
import type { VerifyReport } from '../../../src/cli/verify/run-cases.js';
import { toJson, toJunit } from '../../../src/cli/verify/to-files.js';
import { toWords } from '../../../src/cli/verify/to-words.js';

const about = { promise: 'It holds.', mend: 'Mend it.', ms: 12 };
const REPORT: VerifyReport = {
  url: 'http://localhost:3000/billing',
  results: [
    { id: 'open.guest', group: 'Opening', ...about, outcome: 'passed' },
    {
      id: 'truth.open',
      group: 'The truth',
      ...about,
      outcome: 'failed',
      seen: 'It answered <b>"500"</b> & \u0000more.',
    },
    { id: 'truth.complete', group: 'The truth', ...about, outcome: 'not_run', seen: 'truth.open has not passed.' },
    { id: 'events.kept', group: 'Funnel events', ...about, outcome: 'not_offered', seen: 'There is no such route.' },
  ],
};

it('is words: what failed with what was seen, the mend, and where it is written', () => {
  const words = toWords(REPORT);
  expect(words).toContain('  ✓ open.guest                 It holds.\n');
  expect(words).toContain(
    '  ✗ truth.open                 It holds.\n      seen:  It answered <b>"500"</b> & \u0000more.\n      mend:  Mend it.\n      docs:  docs/verify.md#the-truth\n',
  );
  expect(words).toContain('  – events.kept                not offered: There is no such route.\n');
  expect(words).toMatch(/billing does not keep the contract yet: 1 passed, 1 failed, 1 not offered, 1 not run\.\n$/);
});

it('is JSON', () => {
  expect(JSON.parse(toJson(REPORT))).toMatchObject({
    verify: 1,
    contract: 1,
    url: 'http://localhost:3000/billing',
    ok: false,
    counts: { passed: 1, failed: 1, notOffered: 1, notRun: 1 },
    cases: [{ id: 'open.guest', outcome: 'passed', docs: 'docs/verify.md#opening' }, {}, {}, {}],
  });
});

it('is XML as JUnit writes it', () => {
  const document = new DOMParser().parseFromString(toJunit(REPORT), 'application/xml');
  const suites = [...document.querySelectorAll('testsuite')].map((suite) =>
    ['name', 'tests', 'failures', 'skipped'].map((name) => suite.getAttribute(name)).join(' '),
  );
  expect(suites).toEqual(['Opening 1 0 0', 'The truth 2 1 1', 'Funnel events 1 0 1']);
  expect(document.querySelector('failure')?.getAttribute('message')).toBe('It answered <b>"500"</b> & more.');
  expect(document.querySelector('failure')?.textContent).toContain('mend: Mend it.');
  expect(document.querySelector('testcase')?.getAttribute('time')).toBe('0.012');
});
