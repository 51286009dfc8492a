import { defineConfig } from '@playwright/test';

const chromium = process.env['CHROMIUM_PATH'];

export default defineConfig({
  testMatch: '*.spec.ts',
  outputDir: '../../.tmp/playwright',
  reporter: 'line',
  use: { ...(chromium && { launchOptions: { executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] } }) },
});
