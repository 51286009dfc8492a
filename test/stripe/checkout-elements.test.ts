// @vitest-environment jsdom
/** Fields that break without a word. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { GatewayEvent } from '../../src/core/ports.js';
import { heard, SILENCE_MS, watchFrame } from '../../src/stripe/checkout-elements.js';

let told: GatewayEvent[];
const emit = (event: GatewayEvent): void => {
  told.push(event);
};
const broken = (frame: string): unknown => expect.objectContaining({ type: 'frame.failed', frame });

beforeEach(() => {
  told = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('says of a field that is silent that it is broken, once', async () => {
  const answer = heard(new Promise<string>(() => undefined), emit);
  vi.advanceTimersByTime(SILENCE_MS - 1);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(await answer).toBeNull();
  expect(told).toEqual([broken('payment')]);
});

it('passes on what a field answers, and what it throws', async () => {
  expect(await heard(Promise.resolve('fine'), emit)).toBe('fine');
  await expect(heard(Promise.reject(new Error('no')), emit)).rejects.toThrow('no');
  vi.advanceTimersByTime(SILENCE_MS);
  expect(told).toEqual([]);
});

it('sees a field that is taken out of the page, unless it is done with it', async () => {
  const node = document.createElement('div');
  const show = (): void => {
    node.innerHTML = '<div><iframe></iframe><input></div>';
  };
  show();
  const stop = watchFrame(node, 'address', emit);
  node.querySelector('input')?.remove();
  await Promise.resolve();
  expect(told).toEqual([]);
  node.querySelector('iframe')?.remove();
  await Promise.resolve();
  expect(told).toEqual([broken('address')]);
  stop();
  show();
  watchFrame(node, 'address', emit)();
  node.replaceChildren();
  await Promise.resolve();
  // Fields of tests have no frame.
  const plain = document.createElement('div');
  watchFrame(plain, 'payment', emit);
  plain.innerHTML = '<input><input>';
  await Promise.resolve();
  plain.querySelector('input')?.remove();
  await Promise.resolve();
  expect(told).toHaveLength(1);
});
