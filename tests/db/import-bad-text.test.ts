import Papa from 'papaparse';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicViewer } from '@/lib/auth/viewer';
import { loadReference } from '@/lib/explore/reference';
import { parseSelectionStrictly } from '@/lib/explore/request';
import type { RecordFormat } from '@/lib/exports/formats';
import { openExport } from '@/lib/exports/records';
import type { ImportPlan } from '@/lib/imports/plan';
import { bytesOf } from '../support/archive';
import { badHeader, badImports, badRow } from '../support/bad-imports';
import { type SeededDatabase, seededDatabase } from '../support/database';
import { hostileTexts, refused as refusedTexts } from '../support/hostile-texts';
import { importFile } from '../support/import-files';

/* Texts that harm, break or are taken for something else: they come in as they stand, and go out so that they do no harm. */

let seeded: SeededDatabase;
let pool: Pool;
const { bring, refuses, refused, records, slug, remove } = badImports(() => pool);

beforeAll(async () => {
  seeded = await seededDatabase();
  ({ pool } = seeded);
});
afterAll(async () => {
  remove();
  await seeded.end();
});

const all = (plan: ImportPlan): ImportPlan => ({
  ...plan,
  withoutRefused: true,
  careReason: 'made-up texts',
});
const tableOf = (texts: readonly string[]) => ({
  headers: badHeader,
  rows: texts.map((text, i) => badRow({ id: `t${i}`, title: text, summary: text, colour: text })),
});

describe('hostile texts', () => {
  test.each(['csv', 'json', 'xlsx', 'parquet'] as const)(
    'in %s are kept to the letter in title, summary and beside, or refused by rule and column',
    async (format) => {
      const report = await bring(`naughty.${format}`, await importFile(format, tableOf(hostileTexts)), all);
      expect(report).toMatchObject({ rows: hostileTexts.length, made: hostileTexts.length - refused.length });
      const made = new Map((await records()).map((one) => [one.external_id, one]));
      const bad = new Set(refused.map(({ row }) => row));
      const first = format === 'csv' || format === 'xlsx' ? 2 : 1;
      for (const [i, text] of hostileTexts.entries()) {
        const one = made.get(`t${i}`);
        expect(one === undefined, text).toBe(bad.has(i + first));
        // Our writer of workbooks leaves control characters out, so that they never were in that file.
        const control = [...text].some((sign) => sign < ' ' && sign !== '\t' && sign !== '\n');
        if (!one || (format === 'xlsx' && control)) continue;
        const { title, summary, extra } = one as Record<'title' | 'summary', string> & {
          extra: Record<string, string>;
        };
        expect([extra.title ?? title, extra.summary ?? summary, extra.colour ?? '']).toEqual(
          text === '' ? [title, '', ''] : [text, text, text],
        );
      }
      for (const { notes } of refused)
        for (const { rule, column } of notes)
          expect([rule, badHeader.includes(column as 'id')]).toEqual(['bad-characters', true]);
      expect(refused.length).toBeLessThan(5);
    },
  );

  test('that no field takes are refused in JSON too', async () => {
    for (const text of refusedTexts)
      expect(await refuses('refused.json', await importFile('json', tableOf([text])))).toMatchObject(
        ['title', 'summary', 'colour'].map((column) => ({ rule: 'bad-characters', column, rows: [1] })),
      );
  });
});

describe('formulas', () => {
  const formulas = [
    '=SUM(A1:A9)',
    '+1+1',
    '-1+1',
    '@SUM(1)',
    '＝1',
    "'=1",
    "''=1",
    "'plain",
    '=HYPERLINK("https://example.org","x")',
    '\t=1',
    "=cmd|' /C calc'!A0",
    '-5.2',
    'a,=1',
    'a\n=1',
  ];
  const open = (plan: ImportPlan): ImportPlan => ({
    ...plan,
    status: 'published',
    dataset:
      'make' in plan.dataset ? { make: { ...plan.dataset.make, redistributable: true } } : plan.dataset,
  });
  const exported = async (format: RecordFormat, dataset: string) => {
    const reference = await loadReference(publicViewer);
    const selection = parseSelectionStrictly(new URLSearchParams({ dataset }), reference.known, 'en');
    const wanted = {
      selection,
      reference,
      viewer: publicViewer,
      locale: 'en' as const,
      origin: 'http://localhost',
    };
    return bytesOf((await openExport(format, wanted, { values: 'codes', bom: false })).pieces);
  };

  test.each(['csv', 'xlsx', 'json', 'ndjson', 'geojson', 'parquet'] as const)(
    'are texts, guarded in CSV, and the same after %s and back',
    async (format) => {
      await bring('formulas.xlsx', await importFile('xlsx', tableOf(formulas)), open);
      const before = await records();
      expect(before).toHaveLength(formulas.length);
      expect(before[0]).toMatchObject({
        title: '=SUM(A1:A9)',
        summary: '=SUM(A1:A9)',
        extra: { colour: '=SUM(A1:A9)' },
      });
      const bytes = await exported(format, slug());
      if (format === 'csv') {
        const file = bytes.toString();
        expect(file).toContain(",'=SUM(A1:A9),");
        expect(file).toContain(",''=1,");
        expect(file).toContain(",'''=1,");
        const cells = Papa.parse<string[]>(file).data.flat();
        expect(cells.filter((cell) => /^'*[=+\-@\t＝]/.test(cell) && !cell.startsWith("'"))).toEqual([]);
      }
      await bring(`back.${format}`, bytes, open);
      const order = (one: Record<string, unknown>) => String(one.external_id);
      const sorted = (list: typeof before) => list.sort((a, b) => (order(a) < order(b) ? -1 : 1));
      expect(sorted(await records())).toEqual(sorted(before));
    },
  );
});
