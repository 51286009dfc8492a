/** Says what is wrong with a body in words a developer can act on. */
import type * as z from 'zod/mini';
import type { ProblemCode } from '../contract/problems.js';
import type { RefusalFacts } from './refusal.js';

/** The problem's code and facts for the first thing a schema found. */
export function describeIssue(issue: z.core.$ZodIssue | undefined): [ProblemCode, RefusalFacts] {
  if (issue === undefined) return ['request.invalid', {}];
  const path = issue.path.map(String).join('.');
  if (issue.code === 'invalid_union' && path === 'kind') {
    return ['kind.unsupported', { field: 'kind', detail: 'Send one of the kinds of the contract.' }];
  }
  const key = issue.code === 'unrecognized_keys' ? issue.keys[0]?.slice(0, 60) : undefined;
  const field = [path, key].filter(Boolean).join('.');
  return ['request.invalid', { ...(field !== '' && { field }), detail: toSentence(issue) }];
}

function toSentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'The contract has no such field.';
    case 'invalid_type':
      return `Expected ${issue.expected}.`;
    case 'too_small':
      return `At least ${issue.minimum}.`;
    case 'too_big':
      return `At most ${issue.maximum}.`;
    case 'invalid_value':
      return `Expected ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}.`;
    case 'invalid_format':
      return 'Not in the form the contract asks for.';
    case 'custom':
      return issue.message === 'Invalid input' ? 'Not allowed here.' : `Rule: ${issue.message}.`;
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return 'Not allowed here.';
  }
}
