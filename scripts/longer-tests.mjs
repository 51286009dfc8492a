/** What takes longer: `npm run test:all` runs it, `npm test` leaves it out. Files, or folders with `/**`. */
export const LONGER = [
  'test/simulator/script/browser/**',
  'test/browser/intents-conformance.test.ts',
  'test/browser/intent-backend.test.ts',
  'test/browser/intents-gateway.test.ts',
  'test/package/doors.test.ts',
  'test/package/recipes.test.ts',
  'test/docs/compiles.test.ts',
  'test/report/traffic.test.ts',
  'test/flows/experiment-report.test.ts',
  'test/flows/one-time.test.ts',
  'test/flows/promotion-code.test.ts',
  'test/flows/trial.test.ts',
  'test/flows/experiment-bad-input.test.ts',
];
