/** `billing-checkout replay`, as it is typed. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { replay } from '../../src/cli/replay.js';
import { traceSchema } from '../../src/cli/replay/trace-schema.js';
import { walkTrace } from '../../src/cli/replay/walk-trace.js';
import type { CheckoutInput } from '../../src/core/inputs.js';
import { createStore } from '../../src/core/store.js';
import { BlackBox, type Trace } from '../../src/core/trace.js';
import { session, truth } from '../core/support/samples.js';
import { World } from '../core/support/world.js';

const folder = mkdtempSync(join(tmpdir(), 'replay-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

/** Runs the command; what it wrote, and its exit code. */
function run(...args: string[]): { readonly out: string; readonly err: string; readonly code: number } {
  const said = { out: '', err: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.out += String(text)), true));
  vi.spyOn(console, 'log').mockImplementation((text) => void (said.out += `${String(text)}\n`));
  vi.spyOn(console, 'error').mockImplementation((text) => void (said.err += `${String(text)}\n`));
  process.exitCode = 0;
  replay(args);
  return { ...said, code: process.exitCode };
}

/** Saves a value as a file and gives its path. */
function save(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value));
  return path;
}

/** The trace of these inputs, a second and a half apart. */
function traceOf(inputs: readonly CheckoutInput[]): Trace {
  const store = createStore();
  const box = new BlackBox();
  let now = 0;
  store.subscribe((change) => {
    box.record(change, (now += 1_500));
  });
  for (const input of inputs) store.send(input);
  return box.trace;
}

const DECLINED: readonly CheckoutInput[] = [
  { type: 'load' },
  { type: 'opened', attempt: 1, session, step: 'details' },
  { type: 'submit' },
  { type: 'check.passed', attempt: 2 },
  { type: 'confirm.declined', attempt: 2, declineCode: 'insufficient_funds', message: 'No.', adviceCode: '03' },
  { type: 'submit' },
  { type: 'check.passed', attempt: 3 },
  { type: 'confirm.complete', attempt: 3, id: 'cs_1', payment: 'paid', amount: 900, currency: 'usd' },
];

describe('a trace', () => {
  it('is drawn as a timeline', () => {
    const { out, code } = run(save('declined.json', traceOf(DECLINED)));
    expect(code).toBe(0);
    expect(out).toBe(`Starts idle.

seconds   since  input                                state                     effects
  0.000  +0.000  load                                 loading                   open, wait 10 s, wait 30 s
  1.500  +1.500  opened open                          ready                     emit billing-ready
  3.000  +1.500  submit                               validating                check, wait 60 s
  4.500  +1.500  check.passed                         confirming                confirm, wait 20 s
  6.000  +1.500  confirm.declined insufficient_funds  ready (payment.declined)  emit billing-decline, focus errors
  7.500  +1.500  submit                               validating                check, wait 60 s
  9.000  +1.500  check.passed                         confirming                confirm, wait 20 s
 10.500  +1.500  confirm.complete                     complete (paid)           close, remember-done, emit billing-complete, focus outcome, ask

All 8 steps are what this version's table says.
`);
  });

  it.each([
    ['details for support', (trace: Trace) => ({ sessionId: 'cs_1', code: null, trace })],
    ['the detail of an event', (trace: Trace) => ({ code: 'network.failed', hint: null, requestIds: [], trace })],
  ])('is found in %s', (_what, wrap) => {
    const { out, code } = run(save('wrapped.json', wrap(traceOf(DECLINED))));
    expect(code).toBe(0);
    expect(out).toContain('All 8 steps');
  });

  it('whose beginning is no longer kept is walked from where it begins', () => {
    const inputs = [...DECLINED.slice(0, 2), ...Array.from({ length: 250 }, () => ({ type: 'page.visible' }) as const)];
    const { out, code } = run(save('long.json', traceOf(inputs)));
    expect(code).toBe(0);
    expect(out).toContain('52 earlier inputs are no longer kept.\nStarts ready.');
    expect(out).toContain('All 200 steps');
  });

  it('of a checkout to which nothing has happened says so', () => {
    expect(run(save('empty.json', traceOf([])))).toMatchObject({ code: 0, err: '' });
  });

  it('tells where it and the table differ, once for each', () => {
    const trace = traceOf(DECLINED);
    const [load, opened, submit, ...rest] = trace.steps;
    const changed = {
      ...trace,
      steps: [
        load,
        { ...opened, effects: ['emit billing-ready', 'focus heading'] },
        { ...submit, to: undefined },
        ...rest,
      ],
    };
    const { out, code } = run(save('changed.json', changed));
    expect(code).toBe(1);
    expect(out).toContain("DIFFERS: this version's table says ready; effects: emit billing-ready");
    expect(out).toContain("DIFFERS: this version's table says validating; effects: check, wait 60 s");
    // What follows begins where it was recorded: `check.passed` in `ready` is another difference.
    expect(out).toContain('3 of 8 steps differ: the trace comes from another version, or was changed.');
  });

  it('is drawn as a page that loads nothing and runs nothing', () => {
    const html = join(folder, 'trace.html');
    expect(run(save('declined.json', traceOf(DECLINED)), '--html', html).code).toBe(0);
    const page = readFileSync(html, 'utf8');
    expect(page).toContain('<svg');
    expect(page).toContain('aria-label="States in order: idle, loading, ready, validating, confirming, ready,');
    expect(page.match(/<tr class/g)).toHaveLength(8);
    expect(page).not.toMatch(/<script|https?:|undefined|NaN|\[object/);
  });

  it('escapes whatever was put into it', () => {
    const path = save('evil.json', {
      ...traceOf([]),
      steps: [
        {
          at: 0,
          input: { type: 'confirm.declined', attempt: 0, declineCode: '<script>alert(1)</script>' },
          effects: ['<img src=x>'],
        },
      ],
    });
    const html = join(folder, 'evil.html');
    expect(run(path, '--html', html).code).toBe(1);
    expect(readFileSync(html, 'utf8')).not.toMatch(/<script>|<img/);
  });
});

it('walks every way of a checkout as it was recorded', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000), { minLength: 5, maxLength: 120, size: 'max' }), (choices) => {
      let choice = 0;
      const world = new World((count) => choice % count);
      const box = new BlackBox();
      world.store.subscribe((change) => {
        box.record(change, 0);
      });
      world.store.send({ type: 'load' });
      for (choice of choices) world.step();
      const { steps } = walkTrace(traceSchema.parse(JSON.parse(JSON.stringify(box.trace))));
      expect(steps.filter(({ differs }) => differs)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('knows every input and state that may be in a trace, truths of all kinds among them', () => {
  for (const status of [
    'open',
    'processing',
    'requires_action',
    'complete',
    'failed',
    'expired',
    'invoiced',
  ] as const) {
    const trace = traceOf([
      { type: 'load' },
      { type: 'remembered', attempt: 1, id: 'cs_1', returned: true },
      { type: 'truth', attempt: 1, truth: truth(status), shown: 4_200 },
      { type: 'restart' },
    ]);
    expect(run(save('truth.json', trace))).toMatchObject({ code: 0, err: '' });
  }
});

describe('what is no trace', () => {
  const whole = traceOf(DECLINED);
  it.each([
    ['no JSON', 'not JSON {', 'is no JSON. Save what'],
    ['JSON of something else', { hello: 'world' }, 'is no trace: it has no version.'],
    ['nothing', 'null', 'is no trace: it has no version.'],
    ['a list', [1, 2], 'is no trace: it has no version.'],
    ['another version', { ...whole, version: 2 }, 'is a trace of version 2, this command reads version 1'],
    ['an unknown state', { ...whole, start: { name: 'dancing', attempt: 0 } }, 'start.name is not known'],
    [
      'an unknown input',
      { ...whole, steps: [{ at: 0, input: { type: 'dance' }, effects: [] }] },
      'steps[0].input.type is not known',
    ],
    ['no steps', { ...whole, steps: 'none' }, 'steps is not known'],
    ['too many steps', { ...whole, steps: Array.from({ length: 201 }, () => whole.steps[0]) }, 'steps is not known'],
    ['ten megabytes', `"${'x'.repeat(10_000_000)}"`, 'is too large for a trace (10.0 MB)'],
    ['a deep nest', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'is no trace'],
  ])('%s: one line, and 2', (_what, value, line) => {
    const { out, err, code } = run(save('bad.json', value));
    expect(err).toContain(line);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  it.each([
    [[], 'Name one file'],
    [['a.json', 'b.json'], 'Name one file'],
    [['nowhere.json'], 'nowhere.json cannot be read'],
    [['.'], '. is no file.'],
    [['--loud', 'a.json'], "Unknown option '--loud'"],
  ])('%j: one line, and 2', (args, line) => {
    const { err, code } = run(...args);
    expect(err).toContain(line);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  it('cannot be drawn where no file can be', () => {
    const html = join(folder, 'no', 'such', 'folder.html');
    expect(run(save('declined.json', whole), '--html', html)).toMatchObject({ code: 2 });
    expect(existsSync(html)).toBe(false);
  });
});

it('says how it is used', () => {
  expect(run('--help')).toMatchObject({ code: 0, err: '' });
});
