import { describe, expect, it } from 'vitest';
import { scriptRoutes } from '../../../src/simulator/script/script-routes.js';

const type = 'text/javascript; charset=utf-8';
const app = scriptRoutes({
  assets: async (name) => (name === 'frames/address.js' ? undefined : { body: `built(${JSON.stringify(name)})`, type }),
});
const get = (path: string): Promise<Response> => Promise.resolve(app.request(`http://localhost:4243${path}`));

describe('script routes', () => {
  it('tells the script where it comes from', async () => {
    const response = await get('/endive/stripe.js');
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('cache-control')).toBe('no-store');
    await expect(response.text()).resolves.toBe(
      '((simulatorOrigin) => {\nbuilt("stripe.js")\n})("http://localhost:4243");\n',
    );
  });

  it.each(['/dahlia/stripe.js', '/frames/other.html', '/frames/constructor.html', '/frames/payment.css'])(
    'has no %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('serves a frame that runs its own script only', async () => {
    const response = await get('/frames/payment.html');
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    await expect(response.text()).resolves.toContain('<script src="/frames/payment.js">');
  });

  it('says what to do when it is not built', async () => {
    const response = await get('/frames/address.js');
    expect(response.status).toBe(404);
    await expect(response.text()).resolves.toContain('npm run build');
  });
});
