import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../src/contract/index.js';
import { openShop, ORIGIN, purchase, type Asking } from './shop.js';

const shop = await openShop();
const session = await shop.open();

const one = (item: object) => purchase({ items: [{ price: 'pro_monthly', quantity: 1, ...item }] });

async function refusalOf(method: string, path: string, body: unknown, asking?: Asking) {
  const asked = shop.watch();
  const response = await shop.send(method, path, body, asking);
  const problem = problemSchema.parse(await response.json());
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(problem.status).toBe(response.status);
  return { ...problem, headers: response.headers, asked: asked() };
}

describe('a body that is no good', () => {
  it.each([
    ['nothing', '', 400, 'request.malformed'],
    ['no JSON', '{"contract":1,', 400, 'request.malformed'],
    ['a list', '[]', 422, 'request.invalid'],
    ['a text', '"hello"', 422, 'request.invalid'],
    ['null', 'null', 422, 'request.invalid'],
    ['a field of nobody’s', purchase({ amount: 1 }), 422, 'request.invalid', 'amount'],
    ['a field of nobody’s in an item', one({ amount: 1 }), 422, 'request.invalid', 'items.0.amount'],
    ['a prototype', '{"contract":1,"kind":"purchase","items":[],"__proto__":{"a":1}}', 422, 'request.invalid'],
    [
      'half a character',
      purchase({ experiment: { name: 'a', variant: 'b', unit: '\ud800' } }),
      400,
      'request.malformed',
    ],
    ['half a character in a name', purchase({ '\udfff': 1 }), 400, 'request.malformed'],
    [
      'the character that ends texts',
      purchase({ experiment: { name: 'a', variant: 'b', unit: 'a\u0000b' } }),
      400,
      'request.malformed',
    ],
    ['no contract', purchase({ contract: undefined }), 422, 'request.invalid', 'contract'],
    ['a contract in words', purchase({ contract: '1' }), 422, 'request.invalid', 'contract'],
    ['half a contract', purchase({ contract: 0.5 }), 422, 'request.invalid', 'contract'],
    ['an old contract', purchase({ contract: 0 }), 400, 'contract.unsupported', 'contract'],
    ['no kind', purchase({ kind: undefined }), 422, 'kind.unsupported', 'kind'],
    ['an unknown kind', purchase({ kind: 'gift' }), 422, 'kind.unsupported', 'kind'],
    ['no items', purchase({ items: [] }), 422, 'request.invalid', 'items'],
    ['41 items', purchase({ items: Array(41).fill({ price: 'a', quantity: 1 }) }), 422, 'request.invalid', 'items'],
    ['one price twice', purchase({ items: [one({}), one({})].flatMap((b) => b['items']) }), 422, 'request.invalid'],
    ['quantity 0', one({ quantity: 0 }), 422, 'request.invalid', 'items.0.quantity'],
    ['quantity -1', one({ quantity: -1 }), 422, 'request.invalid', 'items.0.quantity'],
    ['quantity 1.5', one({ quantity: 1.5 }), 422, 'request.invalid', 'items.0.quantity'],
    ['quantity 10⁹', one({ quantity: 1e9 }), 422, 'request.invalid', 'items.0.quantity'],
    ['quantity as text', one({ quantity: '12' }), 422, 'request.invalid', 'items.0.quantity'],
    [
      'quantity beyond numbers',
      '{"contract":1,"kind":"purchase","items":[{"price":"a","quantity":1e999}]}',
      422,
      'request.invalid',
    ],
    ['too many seats', one({ quantity: 101 }), 422, 'quantity.out_of_range', 'items.0.quantity'],
    ['an unknown price', one({ price: 'free_lunch' }), 422, 'price.unknown', 'items.0.price'],
    ['a price that every object has', one({ price: 'constructor' }), 422, 'price.unknown', 'items.0.price'],
    ['a price that is no key', one({ price: '../../etc' }), 422, 'request.invalid', 'items.0.price'],
    ['a session that is none', purchase({ resume: 'pi_123' }), 422, 'request.invalid', 'resume'],
    [
      'an experiment with dots',
      purchase({ experiment: { name: 'a.b', variant: 'c', unit: 'd' } }),
      422,
      'request.invalid',
      'experiment.name',
    ],
  ])('is refused: %s', async (_what, body, status, code, field?: string) => {
    const refusal = await refusalOf('POST', '/sessions', body);
    expect(refusal).toMatchObject({ status, code, ...(field && { field }) });
    expect(refusal.asked).toEqual([]);
  });

  it.each([
    ['deep lists', '['.repeat(30_000)],
    ['deep lists that end', '['.repeat(30_000) + ']'.repeat(30_000)],
    ['deep objects', `{"contract":1,"kind":"purchase","items":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`],
    ['deep objects of a newer contract', `{"contract":2,"x":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`],
  ])('is refused however deep it goes: %s', async (_what, body) => {
    expect((await refusalOf('POST', '/sessions', body)).status).toBeLessThan(500);
  });

  it.each([
    ['in the middle', [0x22, 0xff, 0x22]],
    ['at its end', [0x22, 0xe2, 0x82]],
  ])('is refused when it is not UTF-8 %s, announced or streamed', async (_where, bytes) => {
    for (const announced of [{}, { 'content-length': '3' }]) {
      const response = await shop.server.fetch(
        new Request(`${ORIGIN}/billing/sessions`, {
          method: 'POST',
          headers: { origin: ORIGIN, 'content-type': 'application/json', ...announced },
          body: new Uint8Array(bytes),
        }),
      );
      expect(await response.json()).toMatchObject({ code: 'request.malformed', detail: 'The body is not UTF-8.' });
    }
  });

  it('is refused when it is larger than announced', async () => {
    const headers = { origin: ORIGIN, 'content-type': 'application/json', 'content-length': '2' };
    const init = { method: 'POST', headers, body: ' '.repeat(65_537) };
    expect((await shop.server.fetch(new Request(`${ORIGIN}/billing/sessions`, init))).status).toBe(413);
  });

  it('is refused when it is too large, announced or streamed', async () => {
    expect(await refusalOf('POST', '/sessions', 'x'.repeat(65_537))).toMatchObject({ code: 'request.too_large' });
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(16_384).fill(0x20));
      },
    });
    const headers = { origin: ORIGIN, 'content-type': 'application/json', 'idempotency-key': 'purchase-1' };
    const init = { method: 'POST', headers, body, duplex: 'half' } as const;
    expect((await shop.server.fetch(new Request(`${ORIGIN}/billing/sessions`, init))).status).toBe(413);
    expect(sent).toBeLessThan(10);
  });

  it.each([
    ['no change', { contract: 1 }],
    ['an unknown change', { contract: 1, change: 'owner' }],
    ['a field name with spaces', { contract: 1, change: 'details', fields: { 'a b': 'c' } }],
    [
      'too many fields',
      { contract: 1, change: 'details', fields: Object.fromEntries([...Array(31).keys()].map((n) => [`f${n}`, ''])) },
    ],
    ['a long purchase order', { contract: 1, change: 'details', purchaseOrder: 'x'.repeat(141) }],
    ['quantity 0', { contract: 1, change: 'items', items: [{ price: 'pro_monthly', quantity: 0 }] }],
  ])('is refused as a change: %s', async (_what, body) => {
    const refusal = await refusalOf('PATCH', `/sessions/${session.id}`, body);
    expect(refusal).toMatchObject({ status: 422, code: 'request.invalid' });
    expect(refusal.asked).toEqual([]);
  });
});

it('is refused when one change after the other names more fields than a session holds', async () => {
  const change = (from: number) => ({
    contract: 1,
    change: 'details',
    fields: Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`field${from + index}`, 'x'])),
  });
  const { id } = await shop.open({}, { key: 'many-fields' });
  expect((await shop.send('PATCH', `/sessions/${id}`, change(0))).status).toBe(200);
  expect(await refusalOf('PATCH', `/sessions/${id}`, change(20))).toMatchObject({ status: 422, field: 'fields' });
  const emptied = { ...change(0), fields: Object.fromEntries(Object.keys(change(0).fields).map((name) => [name, ''])) };
  expect((await shop.send('PATCH', `/sessions/${id}`, emptied)).status).toBe(200);
  expect((await shop.send('PATCH', `/sessions/${id}`, change(20))).status).toBe(200);
});

describe('a newer contract', () => {
  it('may say more than this server understands', async () => {
    const body = purchase({ contract: 2, mood: 'good', items: [{ price: 'pro_monthly', quantity: 3, gift: true }] });
    expect((await shop.send('POST', '/sessions', body, { key: 'newer-contract' })).status).toBe(201);
  });

  it('is held to what this server does understand', async () => {
    expect(await refusalOf('POST', '/sessions', one({ quantity: 0, gift: true }))).toMatchObject({
      code: 'request.invalid',
    });
  });
});

describe('a request that is no good', () => {
  const plain = { 'content-type': 'text/plain' };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  it.each([
    ['POST', '/sessions', { headers: plain }, 415, 'request.content_type'],
    ['POST', '/sessions', { headers: form }, 415, 'request.content_type'],
    ['PATCH', '/sessions/cs_test_1', { headers: plain }, 415, 'request.content_type'],
    ['POST', '/sessions', { headers: { 'idempotency-key': '' } }, 400, 'request.key_missing'],
    ['POST', '/sessions', { key: 'x'.repeat(256) }, 422, 'request.invalid'],
    ['POST', '/sessions', { key: 'short' }, 422, 'request.invalid'],
    ['POST', '/sessions', { headers: { origin: 'https://evil.example' } }, 403, 'request.origin_foreign'],
    ['POST', '/sessions', { headers: { origin: 'null' } }, 403, 'request.origin_foreign'],
    ['POST', '/sessions', { headers: { origin: `${ORIGIN}.evil.example` } }, 403, 'request.origin_foreign'],
    ['PATCH', '/sessions/cs_test_1', { headers: { origin: 'http://shop.example' } }, 403, 'request.origin_foreign'],
    ['PUT', '/sessions', {}, 405, 'request.method'],
    ['DELETE', '/sessions/cs_test_1', {}, 405, 'request.method'],
    ['POST', '/sessions/cs_test_1', {}, 405, 'request.method'],
    ['POST', '/', {}, 404, 'request.not_found'],
    ['POST', '/sessions/', {}, 404, 'request.not_found'],
    ['POST', '/sessions/cs_test_1/steal', {}, 404, 'request.not_found'],
    ['POST', '/../sessions', {}, 404, 'request.not_found'],
    ['POST', '/%00', {}, 404, 'request.not_found'],
  ] as const)('is refused: %s %s %j', async (method, path, asking, status, code) => {
    expect(await refusalOf(method, path, purchase(), asking)).toMatchObject({ status, code });
  });

  it.each(['GET', 'HEAD'])('%s of what only takes POST says what it takes', async (method) => {
    const response = await shop.send(method, '/sessions', undefined);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('is refused without an origin', async () => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    const response = await shop.server.fetch(new Request(`${ORIGIN}/billing/sessions`, init));
    expect(await response.json()).toMatchObject({ status: 403, code: 'request.origin_missing' });
  });

  it.each(['cs_test_unknown', 'pi_123', 'cs_', '%E0%A4%A', '..%2f..%2fv1', 'x'.repeat(5000), '__proto__'])(
    'finds no session %s',
    async (id) => {
      expect((await shop.send('GET', `/sessions/${id}`, undefined)).status).toBe(404);
    },
  );
});
