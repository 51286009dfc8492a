/** What is measured in the browser: in which kind of visit, how it is called, how it is printed. */
import { pay, typeEmail } from './browser/customer.mjs';
import { measureMemory } from './browser/memory.mjs';
import { LINES } from './server/shaped-line.mjs';

const ms = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const kB = (value) => `${(value / 1000).toFixed(1)} kB`;
const trips = (value) => (value / LINES.far.roundTrip).toFixed(1);
const plain = (value) => String(Math.round(value));

/** Kinds of visits. `most` rounds are made of those whose answer hardly changes; the others are made as long as there is time. */
export const VISITS = {
  fast: {
    title: 'Fast line',
    use:
      ({ frames }) =>
      ({ page, asked }) =>
        pay(page, asked, frames),
  },
  slow: { title: 'Slow line (150 ms, 1.6 Mbit/s)', line: 'slow' },
  cpu: {
    title: 'Processor four times slower',
    slowdown: 4,
    use:
      () =>
      ({ page }) =>
        typeEmail(page),
  },
  far: {
    title: 'Round trips (600 ms each, nothing else costs time)',
    line: 'far',
    most: 2,
    use:
      ({ frames }) =>
      ({ page, asked }) =>
        pay(page, asked, frames),
  },
  memory: { title: 'Memory', most: 3, use: () => measureMemory },
};

/** Figures by kind of visit, in the order they are printed. */
export const FIGURES = [
  { visit: 'fast', key: 'bytes', label: 'Own code over the wire, brotli', print: kB },
  { visit: 'fast', key: 'ownRequests', label: 'Requests to the shop until the form', print: plain },
  { visit: 'fast', key: 'requests', label: 'Requests in all', print: plain },
  { visit: 'fast', key: 'paint', label: 'First paint', print: ms },
  { visit: 'fast', key: 'skeleton', label: 'Its place is taken (skeleton)', print: ms },
  { visit: 'fast', key: 'usable', label: 'Usable form', print: ms },
  { visit: 'fast', key: 'shift', label: 'Layout shift', print: (value) => value.toFixed(4) },
  { visit: 'fast', key: 'longest', label: 'Longest task', print: ms },
  { visit: 'fast', key: 'blocking', label: 'Blocking time', print: ms },
  { visit: 'fast', key: 'charge', label: 'Click on Pay to Stripe', print: ms },
  { visit: 'slow', key: 'paint', label: 'First paint', print: ms },
  { visit: 'slow', key: 'skeleton', label: 'Its place is taken (skeleton)', print: ms },
  { visit: 'slow', key: 'usable', label: 'Usable form', print: ms },
  { visit: 'cpu', key: 'usable', label: 'Usable form', print: ms },
  { visit: 'cpu', key: 'longest', label: 'Longest task', print: ms },
  { visit: 'cpu', key: 'blocking', label: 'Blocking time', print: ms },
  { visit: 'cpu', key: 'keystroke', label: 'Keystroke to message (INP)', print: ms },
  { visit: 'far', key: 'usable', label: 'Until the form', print: trips },
  { visit: 'far', key: 'charge', label: 'From click on Pay to Stripe', print: trips },
  { visit: 'memory', key: 'memory', label: 'JavaScript heap after load', print: kB },
  { visit: 'memory', key: 'perMount', label: 'Kept by each further mount', print: kB },
];
