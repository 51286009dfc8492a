/** What can become of a page, its tab, its device. */
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { pass } from './browser-time.js';
import { serveStripeJs } from './stripe-js.js';
import type { World } from './world.js';

/** The case at hand. */
export interface Device {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly world: World;
  /** Another tab of the same customer does the same. */
  readonly secondTab: () => Promise<void>;
  /** What is typed into fields of the page is gone. */
  readonly forgotten: () => void;
  /** Resolves when the request that is held now has been answered, as far as it will be. */
  readonly answered: () => Promise<void>;
}

/** One fault. */
export interface DeviceFault {
  readonly what: string;
  /** It is there from the beginning: there is one moment for it. */
  readonly from?: 'start';
  /** Milliseconds that the device's clock is wrong by. */
  readonly skew?: number;
  /** Before any page. */
  readonly prepare?: (device: Pick<Device, 'context' | 'world'>) => Promise<unknown>;
  /** What happens. What it resolves to is waited for once the moment is over. */
  readonly happen?: (device: Device) => Promise<(() => Promise<void>) | void>;
  readonly mend?: (device: Device) => Promise<void>;
  /** In a browser with a back-forward cache. */
  readonly keepsPages?: true;
  /** There is nothing of it at the bank's page. */
  readonly ours?: true;
}

const HOUR_MS = 3_600_000;

const online = async ({ context, page }: Device): Promise<void> => {
  await context.setOffline(false);
  await wake(page);
};

/** The customer looks at the tab again. */
const wake = async (page: Page): Promise<void> => {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))).catch(() => undefined);
};

/** The lid is closed: no network, and no time; then it is hours later. */
const sleep =
  (ms: number): NonNullable<DeviceFault['happen']> =>
  async (device) => {
    await device.context.setOffline(true);
    return async () => {
      await device.answered();
      device.world.passed += ms;
      // Nobody has waited.
      device.world.answered = device.world.passed;
      await pass(device.page, ms);
      await online(device);
    };
  };

const reload = async ({ page, forgotten }: Device): Promise<void> => {
  forgotten();
  await page.reload({ waitUntil: 'commit' });
};

/** A page that makes room for the next one is none for a moment. */
async function thaw(cdp: CDPSession, tries = 100): Promise<void> {
  try {
    await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  } catch (error) {
    if (tries === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 50));
    await thaw(cdp, tries - 1);
  }
}

const forbidStorage = ({ context }: Pick<Device, 'context'>): Promise<unknown> =>
  context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
  });

const paymentFrame = 'iframe[title="Secure payment input frame"]';

/** All of them. */
export const DEVICE_FAULTS = {
  offline: {
    what: 'The network is gone, and comes back.',
    happen: async ({ context }) => {
      await context.setOffline(true);
    },
    mend: online,
  },
  frozen: {
    what: 'The browser freezes the tab, and wakes it.',
    happen: async ({ context, page, answered }) => {
      const cdp = await context.newCDPSession(page);
      await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
      return async () => {
        await answered();
        await thaw(cdp);
        await cdp.detach();
      };
    },
  },
  reload: {
    what: 'The customer reloads the page.',
    happen: reload,
  },
  leave: {
    what: 'The customer goes elsewhere, and back.',
    happen: async ({ page, forgotten, world, answered }) => {
      forgotten();
      await page.goto(`${world.url}demo/demo.css`, { waitUntil: 'commit' });
      return async () => {
        await answered();
        // A page that is not there yet cannot be left.
        await page.waitForURL(/demo\.css$/, { waitUntil: 'load' });
        await page.goBack({ waitUntil: 'domcontentloaded' });
      };
    },
  },
  kept: {
    what: 'The customer goes elsewhere, and back to the page as the browser kept it.',
    keepsPages: true,
    ours: true,
    happen: async ({ page, forgotten, world, answered }) => {
      await page.evaluate(() => Object.assign(window, { kept: true }));
      await page.goto(`${world.url}demo/demo.css`, { waitUntil: 'commit' });
      return async () => {
        await answered();
        await page.waitForURL(/demo\.css$/, { waitUntil: 'load' });
        await page.goBack({ waitUntil: 'commit' });
        // No browser has to keep a page.
        if (!(await page.evaluate(() => 'kept' in window))) forgotten();
      };
    },
  },
  bfcache: {
    what: 'The page comes back from the back-forward cache.',
    ours: true,
    happen: async ({ page }) => {
      await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    },
  },
  laptop: { what: 'The lid is closed for nine hours.', happen: sleep(9 * HOUR_MS) },
  days: { what: 'The lid is closed for twenty-five hours.', happen: sleep(25 * HOUR_MS) },
  tabs: {
    what: 'The customer pays in a second tab.',
    happen: async ({ secondTab, page }) => {
      await secondTab();
      await wake(page);
    },
  },
  'frame removed': {
    what: 'A script of the page takes Stripe’s frame away.',
    ours: true,
    happen: async ({ page }) => {
      await page.evaluate((selector) => {
        document.querySelector(selector)?.remove();
      }, paymentFrame);
    },
  },
  'frame silent': {
    what: 'Stripe’s frame hears nothing any more.',
    ours: true,
    happen: async ({ page }) => {
      const frame = await (await page.$(paymentFrame))?.contentFrame();
      await frame?.evaluate(() => {
        const deaf = (event: Event): void => {
          event.stopImmediatePropagation();
        };
        window.addEventListener('message', deaf, { capture: true });
      });
    },
  },
  'storage full': {
    what: 'Nothing can be stored.',
    from: 'start',
    prepare: ({ context }) =>
      context.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        };
      }),
  },
  'storage forbidden': {
    what: 'The browser forbids storage.',
    from: 'start',
    prepare: forbidStorage,
  },
  'reload without storage': {
    what: 'The customer reloads the page, in a browser that forbids storage.',
    prepare: forbidStorage,
    happen: reload,
  },
  'clock ahead': { what: 'The device’s clock is three days ahead.', from: 'start', skew: 72 * HOUR_MS },
  'clock behind': { what: 'The device’s clock is three days behind.', from: 'start', skew: -72 * HOUR_MS },
  'stripe blocked': {
    what: 'A content blocker stops Stripe.js.',
    from: 'start',
    prepare: async ({ context, world }) => {
      await context.route(`${world.stripeUrl}/**`, (route) => route.abort('blockedbyclient'));
      await context.route('https://js.stripe.com/**', (route) => route.abort('blockedbyclient'));
    },
    mend: async ({ context, world }) => {
      await context.unroute(`${world.stripeUrl}/**`);
      await context.unroute('https://js.stripe.com/**');
      await serveStripeJs(context, world.stripeUrl);
    },
  },
} as const satisfies Record<string, DeviceFault>;

/** Name of one. */
export type DeviceFaultName = keyof typeof DEVICE_FAULTS;

/** A fault by its name. */
export const toDeviceFault = (name: DeviceFaultName): DeviceFault => DEVICE_FAULTS[name];
