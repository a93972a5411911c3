import { defineConfig } from '@playwright/test';

/**
 * The browser tests. Run them by `npm test -- --only e2e`: scripts/test finds a browser, builds and starts the
 * app on a database of its own, and names both here by `CHROMIUM_PATH` and `BASE_URL`.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  // A busy machine fails now and then where the app does not: what passes at the second try is named as flaky.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  // A machine may take four times as long within the hour.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  projects: [
    {
      name: 'pages',
      testIgnore: [
        'outage.spec.ts',
        'acts.spec.ts',
        'editing.spec.ts',
        'editing-records.spec.ts',
        'import.spec.ts',
        'import-mapping.spec.ts',
        'newer-columns.spec.ts',
        'security/*.spec.ts',
      ],
    },
    // Takes the database away from the whole app, so it runs by itself, one test after another.
    { name: 'outage', testMatch: 'outage.spec.ts', fullyParallel: false },
    // Publishes records, which the others would count, and sends what is hostile.
    {
      name: 'changes',
      testMatch: [
        'acts.spec.ts',
        'editing.spec.ts',
        'editing-records.spec.ts',
        'import.spec.ts',
        'import-mapping.spec.ts',
        'newer-columns.spec.ts',
        'security/*.spec.ts',
      ],
    },
  ],
  use: {
    baseURL: process.env.BASE_URL,
    locale: 'en-US',
    timezoneId: 'Asia/Shanghai',
    // A trace records the page at every act, which costs much time: ask for one with TRACE=1.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        // The tests run as root in containers, where the sandbox of Chromium does not start.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
