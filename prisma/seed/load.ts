import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError, type FieldProblem } from '@/lib/errors';
import { linkProblems } from './links';
import {
  datasetRow,
  directiveRow,
  figureRow,
  incidentRow,
  periodRow,
  type Seed,
  type SeedFile,
  sourceRow,
} from './schema';

const seedFiles: readonly SeedFile[] = [
  'datasets',
  'sources',
  'incidents',
  'directives',
  'figures',
  'periods',
];

/** The files of the seed as plain JSON, unchecked. A file that is not JSON is named in the error. */
export async function readSeedFiles(): Promise<Record<SeedFile, unknown>> {
  const read = await Promise.all(
    seedFiles.map(async (file) => {
      const text = await readFile(new URL(`./${file}.json`, import.meta.url), 'utf8');
      try {
        return [file, JSON.parse(text)] as const;
      } catch (cause) {
        throw new AppError('invalid', `${file}.json is not JSON.`, { cause });
      }
    }),
  );
  return Object.fromEntries(read) as Record<SeedFile, unknown>;
}

/**
 * Checks the seed. Throws one `invalid` error whose fields name file, row (counted from 1) and field of
 * everything that is wrong. `placeIds` are the places that records may name.
 */
export function parseSeed(files: Record<SeedFile, unknown>, placeIds: ReadonlySet<string>): Seed {
  const problems: FieldProblem[] = [];
  const rows = <Row>(file: SeedFile, schema: z.ZodType<Row>): Row[] => {
    const result = z.array(schema).safeParse(files[file]);
    if (result.success) return result.data;
    problems.push(...result.error.issues.map((issue) => problemOf(file, issue, files[file])));
    return [];
  };
  const seed: Seed = {
    datasets: rows('datasets', datasetRow),
    sources: rows('sources', sourceRow),
    incidents: rows('incidents', incidentRow),
    directives: rows('directives', directiveRow),
    figures: rows('figures', figureRow),
    periods: rows('periods', periodRow),
  };
  if (problems.length === 0) problems.push(...linkProblems(seed, placeIds));
  if (problems.length === 0) return seed;
  const shown = problems.slice(0, 10).map(({ field, value, message }) => `${field}: “${value}” ${message}`);
  const more = problems.length > shown.length ? [`and ${problems.length - shown.length} more`] : [];
  throw new AppError('invalid', `The seed has errors.\n${[...shown, ...more].join('\n')}`, {
    fields: problems,
  });
}

/** Reads and checks the seed. */
export async function loadSeed(placeIds: ReadonlySet<string>): Promise<Seed> {
  return parseSeed(await readSeedFiles(), placeIds);
}

function problemOf(file: SeedFile, issue: z.core.$ZodIssue, data: unknown): FieldProblem {
  const [index, ...path] = issue.path;
  const value = issue.path.reduce<unknown>(step, data);
  const at = typeof index === 'number' ? `row ${index + 1}` : 'the file';
  const field = path.length > 0 ? `, field ${path.map(String).join('.')}` : '';
  return { field: `${file}.json, ${at}${field}`, value: show(value), message: issue.message };
}

function step(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function show(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 80);
  return (JSON.stringify(value) ?? 'nothing').slice(0, 80);
}
