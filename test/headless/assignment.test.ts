import { beforeEach, describe, expect, it } from 'vitest';
import { toHint } from '../../src/core/config.js';
import { assign } from '../../src/experiment/assign.js';
import type { ExperimentProblem } from '../../src/experiment/problem.js';
import {
  createAssignment,
  toExperimentField,
  type Assigned,
  type AssignmentTag,
} from '../../src/headless/assignment.js';
import { ManualClock } from './support/manual-clock.js';

interface Browsing {
  readonly search?: string;
  readonly protocol?: string;
  readonly cookies?: 'kept' | 'refused' | 'forbidden';
}

/** A browser that keeps cookies, or refuses them, or has none to speak of. */
function browse({ search = '', protocol = 'https:', cookies = 'kept' }: Browsing = {}) {
  const written: string[] = [];
  let jar = '';
  return {
    written,
    location: { search, protocol },
    document: {
      get cookie() {
        if (cookies === 'forbidden') throw new Error('The document is sandboxed.');
        return jar;
      },
      set cookie(cookie: string) {
        written.push(cookie);
        if (cookies === 'kept') jar = [jar, cookie.split(';')[0]].filter(Boolean).join('; ');
      },
    },
  };
}

let clock: ManualClock;
let problems: ExperimentProblem[];
beforeEach(() => {
  clock = new ManualClock();
  problems = [];
});

const create = (page = browse()) => createAssignment({ clock, page, report: (problem) => void problems.push(problem) });

const tag = (change: Partial<AssignmentTag> = {}): AssignmentTag => ({
  experiment: 'flow',
  assignedBy: 'us',
  variant: null,
  visitorId: 'visitor-1',
  ...change,
});

const { signal } = new AbortController();

/** What is shown at once. */
function now(answer: Assigned | null | Promise<Assigned | null>): Assigned | null {
  if (answer instanceof Promise) throw new Error('This had to be waited for.');
  return answer;
}

const EVEN = { name: 'flow', seed: 'flow', coverage: 1, variants: ['two-page', 'one-page'], weights: [0.5, 0.5] };

describe('our own draw', () => {
  it('is there at once, and the same at every opening, in every tab', () => {
    for (let i = 0; i < 50; i += 1) {
      const visitorId = `visitor-${String(i)}`;
      const variant = assign(EVEN, visitorId);
      const shown = { name: 'flow', variant, flow: variant, unit: visitorId, fallback: false };
      expect(now(create().resolve(tag({ visitorId }), signal))).toEqual(shown);
    }
    expect(problems).toEqual([]);
  });

  it('of variants of the host’s own meaning sets no flow', () => {
    const experiment = { name: 'trial', variants: { none: 0.5, month: 0.5 } };
    expect(now(create().resolve(tag({ experiment }), signal))).toMatchObject({ name: 'trial', flow: null });
  });

  it('leaves out whom the coverage leaves out', () => {
    const experiment = { name: 'flow', variants: { a: 0.5, b: 0.5 }, coverage: 0 };
    expect(create().resolve(tag({ experiment }), signal)).toBeNull();
  });

  it.each([null, '', undefined])('is not made without an experiment: %j', (experiment) => {
    const page = browse();
    expect(create(page).resolve(tag({ experiment, visitorId: null }), signal)).toBeNull();
    expect([page.written, problems]).toEqual([[], []]);
  });

  it('is not made for an experiment that cannot be run; the developer hears why', () => {
    const experiment = { name: 'flow', variants: { a: 0.5, b: 0.4 } };
    expect(create().resolve(tag({ experiment }), signal)).toBeNull();
    expect(toHint(problems)).toMatch(/^experiment weights/);
  });
});

describe('a variant set by the host', () => {
  it.each(['us', 'host'] as const)('wins at once when it is there already, assigned by %s', (assignedBy) => {
    for (const variant of ['one-page', 'two-page'])
      expect(now(create().resolve(tag({ assignedBy, variant }), signal))).toMatchObject({ variant, fallback: false });
    expect(clock.pending).toBe(0);
  });

  it.each(['three-page', 'x'.repeat(1_000_000)])('is refused when it was never declared', (variant) => {
    expect(create().resolve(tag({ variant }), signal)).toBeNull();
    expect(problems).toMatchObject([{ attribute: 'variant', mend: 'Use one of two-page, one-page.' }]);
    expect(toHint(problems).length).toBeLessThan(140);
  });

  it('is waited for, and taken when it comes within the second', async () => {
    const assignment = create();
    const shown = assignment.resolve(tag({ assignedBy: 'host' }), signal);
    clock.advance(999);
    assignment.offer('one-page');
    expect(await shown).toMatchObject({ variant: 'one-page', flow: 'one-page', unit: 'visitor-1', fallback: false });
    expect(clock.pending).toBe(0);
  });

  it('that comes within the second but was never declared is refused', async () => {
    const assignment = create();
    const shown = assignment.resolve(tag({ assignedBy: 'host' }), signal);
    assignment.offer('three-page');
    expect(await shown).toBeNull();
    expect(toHint(problems)).toBe('variant "three-page" is not declared. Use one of two-page, one-page.');
  });

  it('that does not come leaves the control, said to be a fallback; it stays when the host comes late', async () => {
    const assignment = create();
    const experiment = { name: 'flow', variants: { 'one-page': 0.1, 'two-page': 0.9 } };
    const waiting = assignment.resolve(tag({ experiment, assignedBy: 'host' }), signal);
    clock.advance(1000);
    const shown = await waiting;
    expect(shown).toMatchObject({ variant: 'one-page', fallback: true });
    assignment.offer('two-page');
    expect(now(assignment.resolve(tag({ experiment, assignedBy: 'host', variant: 'two-page' }), signal))).toEqual(
      shown,
    );
  });

  it('counts for the next visitor, whoever had to do without it before', async () => {
    const assignment = create();
    const waiting = assignment.resolve(tag({ assignedBy: 'host' }), signal);
    clock.advance(1000);
    await waiting;
    const next = tag({ assignedBy: 'host', visitorId: 'visitor-2', variant: 'one-page' });
    expect(now(assignment.resolve(next, signal))).toMatchObject({ variant: 'one-page', fallback: false });
  });

  it('is no longer waited for once the checkout is gone', async () => {
    const gone = new AbortController();
    const shown = create().resolve(tag({ assignedBy: 'host' }), gone.signal);
    gone.abort();
    expect(await shown).toBeNull();
    expect(clock.pending).toBe(0);
  });
});

describe('a variant forced by the page’s address', () => {
  const page = () => browse({ search: '?billing-variant=flow:one-page' });

  it.each([
    ['our own draw', {}],
    ['the host’s', { variant: 'two-page' }],
    ['the one the host has yet to name', { assignedBy: 'host' as const }],
  ])('is shown instead of %s, and never counted', (_what, change) => {
    const assigned = now(create(page()).resolve(tag(change), signal));
    expect(assigned).toEqual({ name: 'flow', variant: 'one-page', flow: 'one-page', unit: null, fallback: false });
    expect(toExperimentField(assigned, [])).toEqual({});
  });

  it('leaves no cookie', () => {
    const visited = page();
    expect(now(create(visited).resolve(tag({ visitorId: null }), signal))).not.toBeNull();
    expect(visited.written).toEqual([]);
  });

  it('is refused when it was never declared: the visitor is drawn as any other', () => {
    const assignment = create(browse({ search: '?billing-variant=flow:three-page' }));
    expect(now(assignment.resolve(tag(), signal))).toMatchObject({ variant: assign(EVEN, 'visitor-1') });
    expect(problems).toMatchObject([{ attribute: 'billing-variant' }]);
  });
});

describe('what an opening says', () => {
  it('is the assignment, and what the page knows already', () => {
    const assigned = now(create().resolve(tag({ variant: 'one-page' }), signal));
    expect(toExperimentField(assigned, ['email'])).toEqual({
      experiment: { name: 'flow', variant: 'one-page', unit: 'visitor-1', fallback: false, prefilled: ['email'] },
    });
  });

  it('is nothing outside an experiment', () => {
    expect(toExperimentField(null, ['email'])).toEqual({});
  });
});

describe('the unit', () => {
  const unitOf = (page: ReturnType<typeof browse>, visitorId: string | null = null) =>
    now(create(page).resolve(tag({ visitorId }), signal))?.unit;

  it('is the visitor id, up to the contract’s 255 characters; then there is no cookie', () => {
    const page = browse();
    for (const visitorId of ['a', 'ünïcode 🧾', 'x'.repeat(255)]) expect(unitOf(page, visitorId)).toBe(visitorId);
    expect(page.written).toEqual([]);
  });

  it.each([256, 1_000_000])(
    'is not a visitor id of %i characters: the checkout goes on without the experiment',
    (length) => {
      expect(unitOf(browse(), 'x'.repeat(length))).toBeUndefined();
      expect(toHint(problems)).toBe('visitor-id is too long. Use at most 255 characters.');
    },
  );

  it.each([null, ''])('is a random first-party cookie for a visitor without an id: %j', (visitorId) => {
    const page = browse();
    const unit = unitOf(page, visitorId);
    expect(unit).toMatch(/^[0-9a-f]{32}$/);
    expect(page.written).toEqual([`billing_visitor=${String(unit)}; Max-Age=34128000; Path=/; SameSite=Lax; Secure`]);
    expect(unitOf(page)).toBe(unit);
    expect(page.written).toHaveLength(1);
  });

  it('is a cookie without Secure on a page without TLS, which would refuse it', () => {
    const page = browse({ protocol: 'http:' });
    unitOf(page);
    expect(page.written[0]).not.toContain('Secure');
  });

  it('is the cookie that is there, among others', () => {
    const page = browse();
    page.document.cookie = 'not_billing_visitor=1';
    page.document.cookie = 'billing_visitor=from-our-server_1';
    page.document.cookie = 'z=2';
    expect(unitOf(page)).toBe('from-our-server_1');
  });

  it.each(['', 'a,b', '%00', 'x'.repeat(256)])('is made anew when the cookie holds "%s"', (value) => {
    const page = browse();
    page.document.cookie = `billing_visitor=${value}`;
    expect(unitOf(page)).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each(['refused', 'forbidden'] as const)('lasts as long as the page when cookies are %s', (cookies) => {
    const page = browse({ cookies });
    const unit = unitOf(page);
    expect(unit).toMatch(/^[0-9a-f]{32}$/);
    expect(unitOf(page)).toBe(unit);
    expect(problems).toEqual([]);
  });
});
