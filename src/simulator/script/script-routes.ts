/** Serves Stripe.js and its frames. */
import { Hono } from 'hono';
import { HOSTED_SCRIPT } from '../wire/hosted-page.js';
import type { AssetReader } from './asset.js';

const train = 'endive';
const titles: Readonly<Record<string, string>> = {
  payment: 'Secure payment input frame',
  address: 'Secure address input frame',
  express: 'Secure express checkout frame',
  wallet: 'Secure wallet frame',
  challenge: 'Secure 3D Secure frame',
  bank: 'Secure bank account linking frame',
};
const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'self'; style-src * 'unsafe-inline'; font-src * data:; img-src 'self' data:; base-uri 'none'; form-action 'none'";

export function scriptRoutes({ assets }: { readonly assets: AssetReader }): Hono {
  const app = new Hono();

  app.get('/:train/stripe.js', async ({ req, text, body }) => {
    const asked = req.param('train');
    if (asked !== train)
      return text(`There is no train "${asked}" here: this simulator serves /${train}/stripe.js.\n`, 404);
    const script = await assets('stripe.js');
    if (script === undefined) return text(missing('stripe.js'), 404);
    // The script is told where it comes from: a test may serve it at Stripe's own URL.
    const origin = JSON.stringify(new URL(req.url).origin);
    return body(`((simulatorOrigin) => {\n${toText(script.body)}\n})(${origin});\n`, 200, {
      ...common,
      'content-type': script.type,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
  });

  app.get('/frames/:file', async ({ req, text, body }) => {
    const [name = '', extension] = req.param('file').split('.');
    const title = Object.hasOwn(titles, name) ? titles[name] : undefined;
    if (title === undefined || (extension !== 'html' && extension !== 'js'))
      return text('There is no such frame.\n', 404);
    if (extension === 'html') {
      return body(toFramePage(name, title), 200, {
        ...common,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy,
        'referrer-policy': 'no-referrer',
      });
    }
    const script = await assets(`frames/${name}.js`);
    if (script === undefined) return text(missing(`frames/${name}.js`), 404);
    return body(toText(script.body), 200, { ...common, 'content-type': script.type });
  });

  app.get(HOSTED_SCRIPT, async ({ text, body }) => {
    const script = await assets('pages/hosted.js');
    if (script === undefined) return text(missing('pages/hosted.js'), 404);
    return body(toText(script.body), 200, { ...common, 'content-type': script.type });
  });

  return app;
}

const common = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;

function toFramePage(name: string, title: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body><script src="/frames/${name}.js"></script></body>
</html>
`;
}

function missing(name: string): string {
  return `The simulator's ${name} is not built: run npm run build.\n`;
}

function toText(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}
