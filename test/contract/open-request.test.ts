import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  openRequestSchema,
  PROBLEM_TITLES,
  problemSchema,
  PROBLEMS,
  type ProblemCode,
} from '../../src/contract/index.js';

const request = (items: unknown) => ({ contract: 1, kind: 'purchase', items });

it('takes every whole quantity from 1 to 999999 and no other number', () => {
  const takes = (quantity: number) => openRequestSchema.safeParse(request([{ price: 'pro', quantity }])).success;
  fc.assert(fc.property(fc.integer({ min: 1, max: 999_999 }), (quantity) => takes(quantity)));
  fc.assert(
    fc.property(
      fc.oneof(fc.integer({ max: 0 }), fc.integer({ min: 1_000_000 }), fc.double({ noInteger: true })),
      (quantity) => !takes(quantity),
    ),
  );
});

it('never throws, whatever it is given', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (value) => {
      openRequestSchema.safeParse(value);
      openRequestSchema.safeParse(request(value));
    }),
  );
});

it.each(['invoice', 'subscription', 'setup', 'purchase'])('parses kind %s', (kind) => {
  const body = {
    contract: 1,
    kind,
    ...(kind === 'purchase' && { items: [{ price: 'pro', quantity: 1 }] }),
    ...(kind === 'invoice' && { invoice: 'in_123' }),
    ...(kind === 'subscription' && { subscription: 'sub_123' }),
  };
  expect(openRequestSchema.parse(body)).toEqual(body);
});

it('has a status that fits for every problem', () => {
  for (const [code, { status }] of Object.entries(PROBLEMS)) {
    const title = PROBLEM_TITLES[code as ProblemCode];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(problemSchema.safeParse({ contract: 1, type: `urn:${code}`, title, status, code }).success).toBe(true);
  }
});
