import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/** How the tests of a stage went, by name of the test. */
export type Outcomes = Map<string, 'passed' | 'failed' | 'skipped'>;

/** Numbers of tests. */
export type Count = { passed: number; failed: number; skipped: number };

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** Reads a JSON report of Vitest. A file that failed as a whole counts as one failed test; no report, no tests. */
export function readVitestReport(file: string): Outcomes {
  const outcomes: Outcomes = new Map();
  if (!existsSync(file)) return outcomes;
  const { testResults } = vitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  for (const { name, status, assertionResults } of testResults) {
    for (const [index, test] of assertionResults.entries()) {
      const key = `${name} › ${test.fullName}${outcomes.has(`${name} › ${test.fullName}`) ? ` (${index})` : ''}`;
      outcomes.set(key, test.status === 'passed' || test.status === 'failed' ? test.status : 'skipped');
    }
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed'))
      outcomes.set(`${name} › the file as a whole`, 'failed');
  }
  return outcomes;
}

type Suite = {
  specs: {
    file: string;
    title: string;
    tests: { status: string; results: { error?: { message?: string | undefined } | undefined }[] }[];
  }[];
  suites?: Suite[] | undefined;
};
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    specs: z.array(
      z.object({
        file: z.string(),
        title: z.string(),
        tests: z.array(
          z.object({
            status: z.string(),
            results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
          }),
        ),
      }),
    ),
    suites: z.array(suite).optional(),
  }),
);
const playwrightReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  suites: z.array(suite),
});

/** Reads a JSON report of Playwright. A test that passed at its second try has passed, and is named in `notes`, as those that failed are. No report, no tests. */
export function readPlaywrightReport(file: string): Count & { notes: string[] } {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0, notes: [] };
  const { errors, stats, suites } = playwrightReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    notes: suites.flatMap(notesOf),
  };
}

/** What is to be said of the tests that did not pass at once, with the first lines of the error. */
function notesOf({ specs, suites = [] }: Suite): string[] {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) => {
        const error = results.find((result) => result.error)?.error?.message ?? '';
        const word = status === 'flaky' ? 'Flaky (passed at the second try)' : 'Failed';
        return `${word}: ${file} › ${title}\n${error.split('\n').slice(0, 14).join('\n')}`;
      }),
  );
  return [...own, ...suites.flatMap(notesOf)];
}

/** One outcome for each test that ran several times: it failed where it failed once, and was skipped where it did not run each time. */
export function mergeOutcomes(runs: readonly Outcomes[]): Outcomes {
  const names = new Set(runs.flatMap((run) => [...run.keys()]));
  return new Map(
    [...names].map((name) => {
      const states = runs.map((run) => run.get(name) ?? 'skipped');
      const state = states.includes('failed') ? 'failed' : states.includes('skipped') ? 'skipped' : 'passed';
      return [name, state];
    }),
  );
}

/** The numbers of tests by outcome. */
export function count(outcomes: Outcomes): Count {
  const of = (wanted: string) => [...outcomes.values()].filter((state) => state === wanted).length;
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
}

/** A stage that ended badly without a failed test, or ran none, has failed once. */
export function withCrash(result: Count, exitCodes: readonly number[]): Count {
  const crashed = exitCodes.some((code) => code !== 0) && result.failed === 0;
  const idle = result.passed + result.failed === 0;
  return crashed || idle ? { ...result, failed: 1 } : result;
}

/** The sum of two parts of a stage. */
export function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
