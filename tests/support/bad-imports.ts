import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import { expect } from 'vitest';
import { errorResponse } from '@/lib/errors';
import { ruleWords } from '@/lib/i18n/messages/import-rules';
import { datasetId } from '@/lib/ids';
import { importFiles } from '@/lib/imports/command';
import type { ImportPlan } from '@/lib/imports/plan';
import { RowsRefused } from '@/lib/imports/refusal';
import type { ImportReport } from '@/lib/imports/report';

type Bytes = string | Uint8Array;
type Change = (plan: ImportPlan) => ImportPlan;
/** A row that was refused: its number, and the rule and column of each thing that is wrong with it. */
type RefusedRow = { row: number; notes: { rule: string; column: string }[] };

/** What is wrong with rows of a file: the rule, the column, the first rows, and what is said of the first of them. */
export type RefusedFor = { rule: string; column: string; rows: number[]; words: string };

/** Imports of files made up by a test, each into a data set of its own, with the name that the file is given. */
export function badImports(pool: () => Pool) {
  const folder = mkdtempSync(path.join(tmpdir(), 'daybook-bad-'));
  let count = 0;
  const refused: RefusedRow[] = [];
  const bring = async (name: string, bytes: Bytes, change: Change = (plan) => plan) => {
    count += 1;
    refused.length = 0;
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    const { report } = await importFiles({
      paths: [file],
      dataset: `bad-${count}`,
      title: 'Bad input',
      preset: null,
      map: null,
      write: true,
      change,
      watch: {
        tell: async () => {},
        refused: async (_, __, ___, row, notes) => void refused.push({ row, notes: [...notes] }),
      },
    });
    return report;
  };
  /** How many rows there are of all that an import may write. */
  const written = async (): Promise<number> =>
    (
      await pool().query(`SELECT ((SELECT count(*) FROM incidents) + (SELECT count(*) FROM datasets)
        + (SELECT count(*) FROM sources) + (SELECT count(*) FROM claims) + (SELECT count(*) FROM changes)
        + (SELECT count(*) FROM reported_figures))::int AS count`)
    ).rows[0].count;
  /** What an import throws that may write nothing; what it says is no fault of ours. */
  const fails = async (name: string, bytes: Bytes, change?: Change) => {
    const before = await written();
    const thrown: unknown = await bring(name, bytes, change).then(
      (report: ImportReport) => expect.fail(`${name} was taken: ${JSON.stringify(report).slice(0, 500)}`),
      (one: unknown) => one,
    );
    expect(await written()).toBe(before);
    const { status, body } = errorResponse(thrown, 'en');
    return { status, message: body.error.message, thrown };
  };
  return {
    bring,
    written,
    fails,
    /** What is wrong with the rows of a file of which nothing may be written. */
    async refuses(name: string, bytes: Bytes, change?: Change): Promise<RefusedFor[]> {
      const { status, thrown } = await fails(name, bytes, change);
      if (!(thrown instanceof RowsRefused)) throw thrown;
      expect(status).toBe(400);
      return thrown.report.faults.map(({ rule, column, rows }) => ({
        rule,
        column,
        rows: rows.map(({ row }) => row),
        words: ruleWords(rule, column, rows[0]?.value ?? '').en,
      }));
    },
    /** The rows that the last import refused. */
    refused,
    /** The name of the data set of the last import. */
    slug: () => `bad-${count}`,
    /** The records of the data set of the last import, by their rows. */
    async records(): Promise<Record<string, unknown>[]> {
      const { rows } = await pool().query(
        `SELECT external_id, title, summary, type, starts_on, place_id, size_min, extra FROM incidents
          WHERE dataset_id = $1 ORDER BY import_row`,
        [datasetId(`bad-${count}`)],
      );
      return rows;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const columns = ['id', 'date', 'title', 'summary', 'place', 'type', 'crowd', 'colour'] as const;
const good = ['1', '2019-09-13', 'A march', '', 'Leizhou', 'petition', '', 'red'];

/** The header of a table typed by hand, of whose columns `colour` goes to no field. */
export const badHeader = columns;

/** A good row of that table, but for some cells. */
export const badRow = (cells: Partial<Record<(typeof columns)[number], string>> = {}): string[] =>
  good.map((cell, index) => cells[columns[index] ?? 'id'] ?? cell);
