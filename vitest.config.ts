import { defineConfig } from 'vitest/config';
import { playwright } from '@vitest/browser-playwright';

/** Chromium of the system; `npm test` finds it or installs it. */
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** What takes longer: `npm run test:all`. */
const LONGER = ['test/simulator/script/browser/**', 'test/package/doors.test.ts', 'test/docs/compiles.test.ts'];

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
          exclude: ['test/browser/**', 'test/flows/**', ...(process.env['TEST_ALL'] ? [] : LONGER)],
        },
      },
      {
        extends: true,
        // Found while running, they would be bundled anew and the page reloaded in the middle of a test.
        optimizeDeps: { include: ['lit', '@testing-library/dom', '@stripe/stripe-js/dist/pure.mjs', 'zod/mini'] },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/support/serve.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: CHROMIUM,
                args: [
                  '--no-sandbox',
                  '--disable-gpu',
                  '--disable-quic',
                  '--no-first-run',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                ],
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
          include: ['test/flows/**/*.test.ts'],
          testTimeout: 90_000,
        },
      },
    ],
  },
});
