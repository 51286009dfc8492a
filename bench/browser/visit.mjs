/** One visit: a customer who has never been here opens the page, and everything is written down. */
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const WATCH = readFileSync(new URL('watch.js', import.meta.url), 'utf8');

/** How long a form may take, in milliseconds. */
const PATIENCE = 20_000;

/** Long enough that nothing of the page is below the edge of the window. */
const VIEWPORT = { width: 1000, height: 2400 };

/**
 * Opens a contender's page and waits for its form.
 *
 * @param slowdown - How many times slower the page's processor is. Stripe's frames are the same for all, and stay as they are.
 */
export async function visit(browser, shop, contender, { line = 'fast', slowdown = 1, use } = {}) {
  await shop.show(contender, line);
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'en-US' });
  context.setDefaultTimeout(PATIENCE);
  const errors = [];
  try {
    await context.addInitScript(`window.benchFrames = ${contender.frames ?? 2};\n${WATCH}`);
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    const devtools = await context.newCDPSession(page);
    if (slowdown > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(shop.origin, { waitUntil: 'commit' });
    await inPage(devtools, 'benchSeen.shown()');
    const fields = await Promise.all((await framesOf(page, contender.frames ?? 2)).map((frame) => whenUsable(frame)));
    // What follows the form still belongs to it: totals, a button that is let go.
    await inPage(devtools, 'benchSeen.settled()');
    const seen = await inPage(devtools, `(${readPage})()`);
    const measured = toFigures(seen, Math.max(...fields), await shop.asked());
    const more = use ? await use({ page, devtools, asked: () => shop.asked() }) : {};
    return { ...measured, ...more };
  } catch (error) {
    throw new Error([error.message.split('\n', 1)[0], ...errors].join(' · '), { cause: error });
  } finally {
    await context.close();
  }
}

/**
 * Resolves to the value of an expression in the page. Playwright's own way would bring a script of 330 kB into it first, whose
 * parsing is a long task of the page's: nothing is asked through it before all is measured.
 */
async function inPage(devtools, expression) {
  const late = delay(PATIENCE, null, { ref: false }).then(() => {
    throw new Error(`${expression.slice(0, 40)} had no answer within ${PATIENCE} ms`);
  });
  const asked = devtools.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  const { result, exceptionDetails } = await Promise.race([asked, late]);
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Stripe's frames, once they are all there. */
async function framesOf(page, count) {
  const there = () => page.frames().filter((frame) => /\/frames\/(?:payment|address)\.html/.test(frame.url()));
  while (there().length < count) await page.waitForEvent('framenavigated');
  return there();
}

async function whenUsable(frame) {
  await frame.waitForFunction(() => window.benchSeen?.fieldsAt, undefined, { polling: 50 });
  return frame.evaluate(() => window.benchSeen.fieldsAt);
}

/** Runs in the page. */
function readPage() {
  const { skeletonAt, shownAt, shift, longest, blocking } = window.benchSeen;
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null;
  return { begun: performance.timeOrigin, painted, skeletonAt, shownAt, shift, longest, blocking };
}

function toFigures({ begun, painted, skeletonAt, shownAt, shift, longest, blocking }, fieldsAt, log) {
  const stripes = ({ host }) => host === 'js.stripe.com';
  // What the visit before has asked for may arrive late.
  const asked = log.slice(log.findIndex((request) => !stripes(request) && request.path === '/'));
  const own = asked.filter((request) => !stripes(request));
  const files = own.filter(({ method, path }) => method === 'GET' && !path.startsWith('/billing/'));
  return {
    paint: painted,
    skeleton: skeletonAt - begun,
    usable: Math.max(shownAt, fieldsAt) - begun,
    shift,
    longest,
    blocking,
    bytes: files.filter(({ path }) => path !== '/').reduce((sum, { bytes }) => sum + bytes, 0),
    requests: asked.length,
    ownRequests: own.length,
    files: files.map(({ path }) => path),
  };
}
