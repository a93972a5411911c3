import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  add,
  count,
  mergeOutcomes,
  type Outcomes,
  readPlaywrightReport,
  readVitestReport,
  withCrash,
} from '@/scripts/test/reports';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'daybook-reports-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (report: unknown) => {
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(report));
  return file;
};
const test_ = (fullName: string, status: string) => ({ fullName, status });

describe('a report of Vitest', () => {
  test('gives each test, also two of one name, and a file that failed as a whole', () => {
    const file = write({
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [
            test_('x', 'passed'),
            test_('x', 'failed'),
            test_('y', 'pending'),
            test_('z', 'todo'),
          ],
        },
        { name: 'b.test.ts', status: 'failed', assertionResults: [] },
        { name: 'c.test.ts', status: 'passed', assertionResults: [test_('x', 'passed')] },
      ],
    });
    expect(count(readVitestReport(file))).toEqual({ passed: 2, failed: 2, skipped: 2 });
  });

  test('that was never written holds no tests', () => {
    expect(count(readVitestReport(path.join(folder, 'none.json')))).toEqual({
      passed: 0,
      failed: 0,
      skipped: 0,
    });
  });
});

describe('a report of Playwright', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
  test('counts a flaky test as passed and an error outside the tests as failed', () => {
    expect(readPlaywrightReport(write({ errors: [{}], stats, suites: [] }))).toEqual({
      passed: 6,
      failed: 2,
      skipped: 2,
      notes: [],
    });
  });

  test('names what did not pass at once, however deep it stands', () => {
    const spec = (title: string, status: string, message?: string) => ({
      file: 'a.spec.ts',
      title,
      tests: [{ status, results: [{ error: message === undefined ? undefined : { message } }, {}] }],
    });
    const suites = [
      { specs: [spec('x', 'expected')], suites: [{ specs: [spec('y', 'flaky', 'too slow')] }] },
      { specs: [spec('z', 'unexpected', 'wrong')] },
    ];
    expect(readPlaywrightReport(write({ errors: [], stats, suites })).notes).toEqual([
      'Flaky (passed at the second try): a.spec.ts › y\ntoo slow',
      'Failed: a.spec.ts › z\nwrong',
    ]);
  });
});

describe('tests that ran several times', () => {
  test('count once: failed where they failed once, skipped where they did not run each time', () => {
    const runs: Outcomes[] = [
      new Map([
        ['a', 'passed'],
        ['b', 'passed'],
        ['c', 'passed'],
      ]),
      new Map([
        ['a', 'passed'],
        ['b', 'failed'],
      ]),
    ];
    expect(count(mergeOutcomes(runs))).toEqual({ passed: 1, failed: 1, skipped: 1 });
  });
});

describe('a stage', () => {
  const good = { passed: 3, failed: 0, skipped: 0 };
  test('that ends well is what its tests are', () => expect(withCrash(good, [0, 0])).toEqual(good));
  test('that crashed has failed', () => expect(withCrash(good, [0, 1]).failed).toBe(1));
  test('that ran no test has failed', () => {
    expect(withCrash({ passed: 0, failed: 0, skipped: 4 }, [0]).failed).toBe(1);
  });
  test('whose tests failed is not counted once more', () => {
    expect(withCrash({ ...good, failed: 2 }, [1]).failed).toBe(2);
  });
  test('is the sum of its parts', () => {
    expect(add(good, { passed: 1, failed: 2, skipped: 3 })).toEqual({ passed: 4, failed: 2, skipped: 3 });
  });
});
