/** Reads the flags of `billing-checkout verify`. */
import { parseArgs } from 'node:util';
import { isQuantity } from '../../contract/item-rules.js';
import type { CustomerHeader } from './backend-client.js';
import { GROUPS } from './cases.js';
import { isMeant } from './run-cases.js';
import { parseSoldPrice, type SoldPrice } from './sold-price.js';

export const VERIFY_USAGE = `billing-checkout verify URL --price KEY   checks a backend, in any language, against the contract
    URL                                   its endpoint, such as http://localhost:3000/billing
    --price pro_monthly                   a lookup key it sells, once for each; a local Stripe sells it by the month,
                                          or as said: --price pro_yearly=year --price setup_fee=once
    [--quantity 1]                        how many of each are bought
    [--command "node server.mjs"]         starts the backend with the variables it needs; else they are printed, and it waits
    [--wait 60]                           seconds for the backend to answer
    [--origin https://shop.example]       a page that may call; default: the origin of URL
    [--customer-header X-Customer]        how to say who is logged in, by the id of their Stripe customer:
                                          a header, or one with a value such as "Authorization: Bearer {customer}"
    [--webhook-secret whsec_…]            signs events; default: one that is given to the backend with the variables
    [--simulator-port 12111]              port of the local Stripe; with --command any free one
    [--only once.repeated]                these cases or groups of them, and what they need; once for each
    [--json FILE] [--junit FILE]          the report for programs, beside the words
  ends with 0 when all cases passed, 1 when one failed, 2 when it could not run`;

/** What was asked. */
export interface VerifyRequest {
  readonly kind: 'verify';
  readonly url: string;
  readonly prices: readonly [SoldPrice, ...SoldPrice[]];
  readonly quantity: number;
  readonly command: string | null;
  /** Seconds. */
  readonly wait: number;
  readonly origin: string;
  readonly customerHeader: CustomerHeader | null;
  readonly webhookSecret: string;
  readonly port: number;
  readonly only: readonly string[];
  readonly json: string | null;
  readonly junit: string | null;
}

/** Flags that cannot be meant; the message is one line that names the mend. */
export class VerifyUsageError extends Error {
  override readonly name = 'VerifyUsageError';
}

const text = { type: 'string' } as const;
const many = { type: 'string', multiple: true } as const;
const OPTIONS = {
  command: text,
  'customer-header': text,
  help: { type: 'boolean', short: 'h' },
  json: text,
  junit: text,
  only: many,
  origin: text,
  price: many,
  quantity: text,
  'simulator-port': text,
  wait: text,
  'webhook-secret': text,
} as const;

const DEFAULT_PORT = 12_111;
const DEFAULT_SECRET = 'whsec_billing_checkout_verify';

/** Throws a {@link VerifyUsageError}. */
export function readVerifyFlags(args: readonly string[]): VerifyRequest | { readonly kind: 'help' } {
  const { values, positionals } = parse(args);
  if (values.help === true) return { kind: 'help' };
  const url = toUrl(positionals);
  const { command, json, junit } = values;
  return {
    kind: 'verify',
    url: url.href.replace(/\/$/, ''),
    prices: toPrices(values.price ?? []),
    quantity: toQuantity(values.quantity ?? '1'),
    command: command ?? null,
    wait: toNumber('wait', values.wait ?? '60', 1, 3600),
    origin: toOrigin(values.origin ?? url.origin),
    customerHeader: toCustomerHeader(values['customer-header']),
    webhookSecret: toSecret(values['webhook-secret'] ?? DEFAULT_SECRET),
    port: toNumber(
      'simulator-port',
      values['simulator-port'] ?? String(command === undefined ? DEFAULT_PORT : 0),
      0,
      65_535,
    ),
    only: toOnly(values.only ?? []),
    json: json ?? null,
    junit: junit ?? null,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : '';
    throw new VerifyUsageError(`${message}. Run billing-checkout verify --help.`, { cause });
  }
}

function toUrl([first, ...others]: readonly string[]): URL {
  if (first === undefined) {
    throw new VerifyUsageError('The endpoint is missing. Write billing-checkout verify http://localhost:3000/billing.');
  }
  const url = URL.canParse(first) ? new URL(first) : null;
  const plain = url !== null && url.search === '' && url.hash === '' && url.username === '';
  if (!plain || !['http:', 'https:'].includes(url.protocol) || others.length > 0) {
    throw new VerifyUsageError(
      `${JSON.stringify([first, ...others].join(' ').slice(0, 80))} is no endpoint. Write one address such as http://localhost:3000/billing.`,
    );
  }
  return url;
}

function toPrices(texts: readonly string[]): readonly [SoldPrice, ...SoldPrice[]] {
  const [first, ...others] = texts.map((each) => {
    const price = parseSoldPrice(each);
    if (price !== null) return price;
    throw new VerifyUsageError(
      `--price: ${JSON.stringify(each.slice(0, 80))} is no price. Write its lookup key, or KEY=day, week, month, year or once.`,
    );
  });
  if (first === undefined) {
    throw new VerifyUsageError('--price is missing. Write the lookup key of a price that the backend sells.');
  }
  if (new Set([first, ...others].map(({ key }) => key)).size < texts.length) {
    throw new VerifyUsageError('--price names a key twice. Write each once.');
  }
  return [first, ...others];
}

function toQuantity(value: string): number {
  const quantity = Number(value);
  if (!isQuantity(quantity))
    throw new VerifyUsageError('--quantity is no whole number of 1 or more. Write --quantity 1.');
  return quantity;
}

function toNumber(name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isInteger(number) || number < least || number > most) {
    throw new VerifyUsageError(`--${name}: write a whole number from ${least} to ${most}.`);
  }
  return number;
}

function toOrigin(value: string): string {
  if (URL.canParse(value) && new URL(value).origin === value) return value;
  throw new VerifyUsageError(
    `--origin: ${JSON.stringify(value.slice(0, 80))} is no origin. Write scheme, host and port only: https://shop.example.`,
  );
}

function toCustomerHeader(value: string | undefined): CustomerHeader | null {
  if (value === undefined) return null;
  const [, name = '', rest = '{customer}'] = /^([\w-]+)(?::\s*(.*))?$/.exec(value) ?? [];
  if (name !== '' && rest.includes('{customer}') && /^[\x20-\x7e]*$/.test(rest)) return { name, value: rest };
  throw new VerifyUsageError(
    '--customer-header: write a header’s name, or a whole one with {customer} in it, such as "Authorization: Bearer {customer}".',
  );
}

function toSecret(value: string): string {
  if (/^whsec_[\x21-\x7e]+$/.test(value)) return value;
  throw new VerifyUsageError('--webhook-secret: a signing secret starts with whsec_.');
}

function toOnly(names: readonly string[]): readonly string[] {
  const ids = GROUPS.flatMap(({ cases }) => cases.map(({ id }) => id));
  const unknown = names.find((name) => !ids.some((id) => isMeant(id, name)));
  if (unknown === undefined) return names;
  const groups = [...new Set(ids.map((id) => id.split('.')[0]))].join(', ');
  throw new VerifyUsageError(
    `--only: there is no case ${JSON.stringify(unknown.slice(0, 80))}. Cases begin with ${groups}.`,
  );
}
