export default {
  testEnvironment: './environment.mjs',
  testEnvironmentOptions: { url: 'http://localhost:3000/', customExportConditions: ['node'] },
  transform: {},
  testTimeout: 20_000,
};
