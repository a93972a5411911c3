import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { datasetId } from '@/lib/ids';
import { importFiles } from '@/lib/imports/command';
import type { ImportReport } from '@/lib/imports/report';
import { type SeededDatabase, seededDatabase } from '../support/database';
import { importFile, importFolder, importFormats } from '../support/import-files';
import { readSheet } from '../unit/imports/presets/files';

let seeded: SeededDatabase;
let pool: Pool;
const folder = importFolder();
const fixtures = path.resolve('tests/fixtures/imports/presets');

beforeAll(async () => {
  seeded = await seededDatabase();
  ({ pool } = seeded);
});
afterAll(async () => {
  folder.remove();
  await seeded.end();
});

type Wanted = { dataset: string; preset?: string; write?: boolean; leads?: boolean };
const bring = (file: string, { dataset, preset, write = true }: Wanted) =>
  importFiles({
    paths: [file],
    dataset,
    title: dataset,
    preset: preset ?? null,
    map: null,
    write,
    change: (plan) => ({ ...plan, withoutRefused: true }),
    watch: { tell: async () => {} },
  });
const rowsOf = async (slug: string, columns: string) =>
  (
    await pool.query(`SELECT ${columns} FROM incidents WHERE dataset_id = $1 ORDER BY import_row`, [
      datasetId(slug),
    ])
  ).rows;
const rules = ({ faults }: ImportReport) => faults.map(({ rule }) => rule).sort();

describe('the same rows', () => {
  const headers = ['id', 'date', 'title', 'longitude', 'latitude', 'type', 'issues', 'crowd'];
  const rows = [
    ['a-1', '2019-09-13', 'Unpaid work, again', '110.36', '21.27', 'strike', 'wage-arrears', 'over 60'],
    ['a-2', '2019-10-02', '标题二', '110.36', '21.27', 'petition', 'land-acquisition; demolition', '12'],
  ];

  test.each(importFormats)('are the same records from %s', async (format) => {
    const dataset = `format-${format.replace('.', '-')}`;
    const { path: file } = folder.write(`rows.${format}`, await importFile(format, { headers, rows }));
    const { report } = await bring(file, { dataset });
    expect(report).toMatchObject({ rows: 2, made: 2, refused: 0 });
    expect(
      await rowsOf(dataset, 'external_id, title, starts_on, type, issues, size_min, size_max, place_id'),
    ).toEqual([
      {
        external_id: 'a-1',
        title: 'Unpaid work, again',
        starts_on: '2019-09-13',
        type: 'strike',
        issues: ['wage-arrears'],
        size_min: 60,
        size_max: null,
        place_id: '440802',
      },
      {
        external_id: 'a-2',
        title: '标题二',
        starts_on: '2019-10-02',
        type: 'petition',
        issues: ['land-acquisition', 'demolition'],
        size_min: 12,
        size_max: 12,
        place_id: '440802',
      },
    ]);
  });
});

describe('a file of another project', () => {
  test.each([
    ['acled.csv', 'acled'],
    ['acled-2022.csv', 'acled'],
    ['acled-curated.csv', 'acled'],
    ['acled-population.csv', 'acled'],
    ['ucdp-ged.csv', 'ucdp-ged'],
    ['ucdp-ged-older.csv', 'ucdp-ged'],
    ['ucdp-ged-no-header.csv', 'ucdp-ged'],
    ['mass-mobilization.csv', 'mass-mobilization'],
    ['ccc.csv', 'ccc'],
    ['gdelt.tsv', 'gdelt'],
    ['gdelt-v2.tsv', 'gdelt'],
    ['gdelt-header.tsv', 'gdelt'],
    ['typed-zh.csv', null],
  ])('%s is found to be of %s, taken, and the same when it comes again', async (name, preset) => {
    const dataset = `preset-${name.replace(/\.\w+$/, '')}`;
    const file = path.join(fixtures, name);
    const { report, batch } = await bring(file, { dataset });
    const { rows } = await pool.query(
      `SELECT plan->'preset'->>'id' AS preset FROM import_batches WHERE id = $1`,
      [batch],
    );
    expect(rows[0].preset).toBe(preset);
    expect(report.made).toBeGreaterThan(0);
    expect(report.made + report.refused + report.skipped).toBe(report.rows);
    expect(rules(report).filter((rule) => rule !== 'ambiguous-day')).toEqual([]);
    const again = await bring(file, { dataset });
    expect(again.report).toMatchObject({ made: 0, changed: 0, unchanged: report.made });
  });

  test('a workbook of the strike map is taken with all its sheets', async () => {
    const { headers, rows } = readSheet('clb-strike-map.json', 'Strikes');
    const { path: file } = folder.write(
      'clb.xlsx',
      await importFile('xlsx', { headers: headers ?? [], rows }),
    );
    const { report } = await bring(file, { dataset: 'preset-clb' });
    expect(report.made).toBe(rows.length);
    expect(new Set((await rowsOf('preset-clb', 'type')).map(({ type }) => type))).toEqual(
      new Set(['strike']),
    );
  });

  test.each([['monthly-counts.csv'], ['monthly-counts-zh.csv']])(
    '%s becomes reported figures',
    async (name) => {
      const dataset = `totals-${name.includes('zh') ? 'zh' : 'en'}`;
      const { report } = await bring(path.join(fixtures, name), { dataset });
      expect(report.made).toBeGreaterThan(0);
      const { rows } = await pool.query(
        'SELECT count(*)::int AS count FROM reported_figures WHERE dataset_id = $1',
        [datasetId(dataset)],
      );
      expect(rows).toEqual([{ count: report.made }]);
      expect(await rowsOf(dataset, 'id')).toEqual([]);
    },
  );

  test('leads are never published', async () => {
    const published = importFiles({
      paths: [path.join(fixtures, 'gdelt.tsv')],
      dataset: 'leads',
      title: null,
      preset: 'gdelt',
      map: null,
      write: true,
      change: (plan) => ({ ...plan, status: 'published' }),
      watch: { tell: async () => {} },
    });
    await expect(published).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('the command', () => {
  const command = (...args: string[]) =>
    spawnSync(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', 'scripts/import.ts', ...args],
      {
        env: { ...process.env, NO_COLOR: '1' },
        encoding: 'utf8',
      },
    );
  const good = 'id,date,title,place,type\n1,2019-09-13,Unpaid work,Leizhou,strike\n';

  test('counts as the pages do, and ends with 0 where everything was taken', () => {
    const { path: file } = folder.write('good.csv', good);
    const dry = command(file, '--dataset', 'by-command', '--dry-run');
    expect(dry.stdout).toContain('Records: 1 new, 0 changed, 0 unchanged, 0 left as edited here');
    expect(dry.status).toBe(0);
    const written = command(file, '--dataset', 'by-command', '--status', 'published');
    expect([written.status, written.stdout]).toEqual([0, expect.stringContaining('Records: 1 new')]);
    expect(command(file, '--dataset', 'by-command').stdout).toContain(
      'Records: 0 new, 0 changed, 1 unchanged',
    );
  });

  test('ends with 2 where rows were refused, and writes them to a file', () => {
    const { path: file } = folder.write('bad.csv', `${good}2,2019-13-01,No day,Leizhou,strike\n`);
    const target = `${file}.refused.csv`;
    for (const more of [[], ['--dry-run']]) {
      const ended = command(file, '--dataset', 'refused', '--refused', target, ...more);
      expect([ended.status, ended.stdout]).toEqual([2, expect.stringContaining('1 refused')]);
    }
    expect(readFileSync(target, 'utf8')).toContain('2,2019-13-01,No day,Leizhou,strike,');
  });

  test('ends with 1 and one sentence where it can’t be done', () => {
    for (const args of [
      ['nowhere.csv', '--dataset', 'x'],
      ['--dataset', 'x'],
      [folder.write('empty.csv', '').path, '--dataset', 'x'],
      [folder.write('a.csv', good).path, '--dataset', 'x', '--preset', 'nothing'],
      [folder.write('b.csv', good).path, '--dataset', 'x', '--status', 'secret'],
    ]) {
      const { status, stderr } = command(...args);
      expect(status, args.join(' ')).toBe(1);
      expect(stderr.trim()).not.toBe('');
      expect(stderr).not.toContain('    at ');
    }
  });
});
