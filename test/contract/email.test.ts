/** Emails by their form, against the addresses that validator.js is tested with (commit cdb7daf). */
import { expect, it } from 'vitest';
import { isEmail } from '../../src/contract/email.js';

const GOOD = [
  'foo@bar.com',
  'x@x.au',
  'foo@bar.com.au',
  'foo+bar@bar.com',
  'test123+ext@gmail.com',
  'some.name.midd.leNa.me.and.locality+extension@GoogleMail.com',
  `${'a'.repeat(64)}@${'a'.repeat(63)}.com`,
  `${'a'.repeat(31)}@gmail.com`,
  'test@gmail.com',
  'test.1@gmail.com',
  'test@1337.com',
];

/** Right by the letter of RFC 5321 and 6531, and nobody's: quoted, or not in ASCII, which Stripe writes nowhere that it takes. */
const NOT_TAKEN = ['hans.m端ller@test.com', 'hans@m端ller.com', '"foobar"@example.com', '"foo\\@bar"@example.com'];

const BAD = [
  'invalidemail@',
  'invalid.com',
  '@invalid.com',
  'foo@bar.com.',
  'foo@_bar.com',
  'somename@ｇｍａｉｌ.com',
  'foo@bar.co.uk.',
  'z@co.c',
  `${'a'.repeat(64)}@${'a'.repeat(251)}.com`,
  'test1@invalid.co m',
  'test12@invalid.co　m',
  'multiple..dots@stillinvalid.com',
  'test123+invalid! sub_address@gmail.com',
  'gmail...ignores...dots...@gmail.com',
  'ends.with.dot.@gmail.com',
  'wrong()[]",:;<>@@gmail.com',
  'username@domain.com©',
  'nbsp test@test.com',
  'nbsp_test@te st.com',
  '"foobar@gmail.com',
  'foo"bar"@gmail.com',
];

it.each(GOOD)('takes %s', (email) => {
  expect(isEmail(email)).toBe(true);
});

it.each([...BAD, ...NOT_TAKEN])('does not take %s', (email) => {
  expect(isEmail(email)).toBe(false);
});

it('takes no time over ten thousand characters, a null byte or a script', () => {
  for (const email of [`${'a.'.repeat(5_000)}@b.com`, 'a\0@b.com', '<script>@b.com', 'a@b.com\u202e'])
    expect(isEmail(email)).toBe(false);
});
