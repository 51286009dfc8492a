import { defineConfig } from 'vitest/config';
import { playwright } from '@vitest/browser-playwright';
import { CHROMIUM_ARGS } from './scripts/chromium-args.mjs';
import { LONGER } from './scripts/longer-tests.mjs';

/** Chromium of the system; `npm test` finds it or installs it. */
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** What `npm test` leaves out. */
const LEFT_OUT = process.env['TEST_ALL'] ? [] : LONGER;

export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/flows/**', ...LEFT_OUT],
          // Its modules are written for bundlers; in what we publish they are bundled.
          server: { deps: { inline: ['stdnum'] } },
        },
      },
      {
        extends: true,
        // Found while running, they would be bundled anew and the page reloaded in the middle of a test.
        optimizeDeps: {
          include: [
            'lit',
            '@testing-library/dom',
            'axe-core',
            '@stripe/stripe-js/dist/pure.mjs',
            'zod/mini',
            'react',
            'react-dom/client',
            'react-dom/server',
            'vue',
            'vue/server-renderer',
            '@zootools/email-spell-checker',
          ],
          exclude: ['stdnum'],
        },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: LEFT_OUT,
          globalSetup: ['test/browser/support/serve.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: CHROMIUM,
                args: [...CHROMIUM_ARGS],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'flows',
          // Each story has its own browser, shop and ports; what they import is the same, and takes longer than some of them.
          isolate: false,
          include: ['test/flows/**/*.test.ts'],
          exclude: LEFT_OUT,
          testTimeout: 90_000,
        },
      },
    ],
  },
});
