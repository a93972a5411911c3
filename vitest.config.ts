import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

/** Slow unit tests that no time zone can touch: shapes, fonts, outlines, files that are read, numbers, words. */
const anyZone = [
  'tests/unit/incidents/columns-{live,load}.test.ts',
  'tests/unit/privacy/{glance,negatives,redacted}.test.ts',
  'tests/unit/imports/public/download.test.ts',
  'tests/unit/charts/{fonts,shapes}.test.ts',
  'tests/unit/places/{boundaries,geometry,thin}.test.ts',
  'tests/unit/imports/read/{faults,formats,json,texts}.test.ts',
];

/** Unit tests keep nothing between files, so they need no process each. */
const unit = { testTimeout: 20_000, isolate: false };

/**
 * Three projects: `unit` needs nothing but the code, and `npm test` runs it in several time zones; `unit-any-zone`
 * is the part of it that runs once; `db` gets a Postgres of its own (tests/support/postgres.ts) and a fresh
 * database for each file (tests/support/own-database.ts).
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
    // Unless said, Vitest leaves one core idle: half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'], exclude: anyZone, ...unit },
      },
      {
        extends: true,
        test: { name: 'unit-any-zone', include: anyZone, ...unit },
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
