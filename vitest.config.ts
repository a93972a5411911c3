import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

/**
 * Two projects: `unit` needs nothing but the code, `db` gets a Postgres of its own (tests/support/postgres.ts)
 * and a fresh database for each file (tests/support/own-database.ts).
 */
export default defineConfig({
  resolve: {
    alias: {
      '@': root,
      // Throws outside React's server, so tests get an empty module in its place.
      'server-only': path.join(root, 'tests/support/empty.ts'),
    },
  },
  test: {
    projects: [
      {
        extends: true,
        // Unit tests keep nothing between files, so they need no process each.
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: ['tests/support/postgres.ts'],
          setupFiles: ['tests/support/own-database.ts'],
          pool: 'forks',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
