import { expect, it } from 'vitest';
import { toFlow } from '../../src/experiment/to-flow.js';

it.each([
  ['one-page', 'one-page'],
  ['two-page', 'two-page'],
  ['control', null],
  ['ONE-PAGE', null],
  ['', null],
])('"%s" stands for the flow %j', (variant, flow) => {
  expect(toFlow(variant)).toBe(flow);
});
