import { describe, expect, it } from 'vitest';
import { openShop, ORIGIN } from './shop.js';

describe('a page on the list', () => {
  it('may read answers and problems, with its cookies', async () => {
    const shop = await openShop();
    for (const response of [await shop.post(), await shop.post({ items: [] })]) {
      expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
      expect(response.headers.get('access-control-allow-credentials')).toBe('true');
      expect(response.headers.get('access-control-expose-headers')).toContain('Retry-After');
    }
  });

  it('may send what it asks before it sends, the host’s own headers included', async () => {
    const shop = await openShop();
    const response = await shop.send('OPTIONS', '/sessions', undefined, {
      headers: {
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,idempotency-key',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-methods')).toBe('POST');
    expect(response.headers.get('access-control-allow-headers')).toBe('authorization,content-type,idempotency-key');
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  });

  it('may read and change a session', async () => {
    const shop = await openShop();
    const response = await shop.send('OPTIONS', '/sessions/cs_test_1', undefined);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, PATCH');
  });
});

describe('any other page', () => {
  it.each(['https://evil.example', 'null', 'http://shop.example', 'https://shop.example:8443'])(
    'is refused: %s',
    async (origin) => {
      const shop = await openShop();
      const before = await shop.send('OPTIONS', '/sessions', undefined, { headers: { origin } });
      expect(before.status).toBe(403);
      expect(before.headers.has('access-control-allow-origin')).toBe(false);
      const asked = shop.watch();
      const response = await shop.post({}, { headers: { origin } });
      expect(response.status).toBe(403);
      expect(response.headers.has('access-control-allow-origin')).toBe(false);
      expect(asked()).toEqual([]);
    },
  );
});

describe('every answer', () => {
  it('is kept by nobody and differs by origin', async () => {
    const shop = await openShop();
    const session = await shop.open();
    const answers = [
      await shop.post(),
      await shop.send('GET', `/sessions/${session.id}`, undefined),
      await shop.send('OPTIONS', '/sessions', undefined),
      await shop.send('GET', '/nowhere', undefined),
      await shop.send('POST', '/webhooks', {}),
    ];
    for (const { headers } of answers) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('vary')).toContain('Origin');
      expect(headers.get('access-control-allow-origin')).not.toBe('*');
    }
  });
});
