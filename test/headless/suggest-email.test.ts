/** Slips in the domain of an email. */
import { expect, it } from 'vitest';
import { suggestEmail } from '../../src/headless/suggest-email.js';

it.each([
  ['ada@gmial.com', 'ada@gmail.com'],
  ['Ada.L+buy@gmail.con', 'Ada.L+buy@gmail.com'],
  ['ada@gamil.com', 'ada@gmail.com'],
  ['ada@hotmial.com', 'ada@hotmail.com'],
  ['ada@yaho.com', 'ada@yahoo.com'],
  ['ada@outlok.com', 'ada@outlook.com'],
  ['ada@icloud.co', 'ada@icloud.com'],
])('%s was meant as %s', (typed, meant) => {
  expect(suggestEmail(typed)).toBe(meant);
});

it.each([
  'ada@gmail.com',
  'ada@GMAIL.com',
  'ada@slack.com',
  'ada@stripe.com',
  'ada@acme.io',
  'ada@acme.studio',
  'ada@firma.de',
  'ada@web.de',
  'ada@gmx.at',
  'ada@outlook.de',
  'ada@yahoo.fr',
  'ada@analytical-engines.example',
  'nobody',
  '@gmial.com',
])('%s is left alone', (email) => {
  expect(suggestEmail(email)).toBeNull();
});
