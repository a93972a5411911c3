import { createHash } from 'node:crypto';
import { tableFromIPC, Vector } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codesOf } from '@/lib/codebook/vocabularies';
import { today } from '@/lib/dates/civil';
import { explore } from '@/lib/explore/explore';
import { type RecordFormat, recordFormats } from '@/lib/exports/formats';
import { exportedIncidentFields } from '@/lib/exports/incident-columns';
import { filesOf, writtenOrder } from '@/lib/exports/package/files';
import type { ManifestFile } from '@/lib/exports/package/manifest';
import { previewExport } from '@/lib/exports/preview';
import { madeUp } from '../factories/incidents';
import { unzip } from '../support/archive';
import { type ExportWorld, exportWorld, points, secret } from '../support/exports';

const selections = ['', '?dataset=zhanjiang-log', '?type=petition~strike&from=2019', '?dataset=held-back'];

let world: ExportWorld;
beforeAll(async () => {
  world = await exportWorld();
});
afterAll(() => world.end());
const wantedBy: ExportWorld['wantedBy'] = (...asked) => world.wantedBy(...asked);
const file: ExportWorld['file'] = (...asked) => world.file(...asked);

type Table = Record<string, string>[];
const table = (csv: Buffer | undefined): Table => parse(csv ?? '', { columns: true });

/** The objects of an NDJSON. */
const linesOf = (bytes: Buffer): Record<string, string>[] =>
  bytes
    .toString()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** The rows of a Parquet file. */
const rowsOfParquet = (bytes: Buffer) => parquetReadObjects({ file: new Uint8Array(bytes).buffer });

/** The refs that a file holds, read by a program that is not ours. */
async function refsIn(format: RecordFormat, bytes: Buffer): Promise<string[]> {
  switch (format) {
    case 'csv':
      return table(bytes).map(({ ref = '' }) => ref);
    case 'zip':
      return table((await unzip(bytes)).get('incidents.csv')).map(({ ref = '' }) => ref);
    case 'xlsx': {
      const [sheet] = await readWorkbook(bytes);
      return (sheet?.data ?? []).slice(1).map(([ref]) => String(ref));
    }
    case 'json':
      return JSON.parse(bytes.toString()).incidents.map(({ ref }: { ref: string }) => ref);
    case 'ndjson':
      return linesOf(bytes).map(({ ref = '' }) => ref);
    case 'parquet':
      return (await rowsOfParquet(bytes)).map(({ ref }) => String(ref));
    case 'arrow':
      return [...tableFromIPC(bytes)].map((row) => String(row?.ref));
    case 'geojson':
      return JSON.parse(bytes.toString()).features.map(({ id }: { id: string }) => id);
  }
}

describe.each(recordFormats)('%s', (format) => {
  test.each(selections)(
    'holds what the page counts but for what may not be given away: %j',
    async (query) => {
      const { counts, bytes } = await file(format, query);
      const shown = await explore(wantedBy(query).selection, { ...wantedBy(query), locale: 'en' });
      const { rows } = await world.pool.query(
        `SELECT count(*)::int AS held FROM incidents WHERE dataset_id = $1 AND status = 'published'`,
        [secret.id],
      );
      expect(counts.kept).toBe(shown.totals.incidents);
      expect(counts.leftOut).toBeLessThanOrEqual(rows[0].held);
      const refs = await refsIn(format, bytes);
      expect(refs.length).toBe(counts.exported);
      expect(counts.exported + counts.leftOut).toBe(counts.kept);
      expect(new Set(refs).size).toBe(refs.length);
      expect(refs).not.toContain('hb-1');
    },
  );

  test('gives away nothing of a data set that may not be given away', async () => {
    const { counts, bytes } = await file(format, '', 'both');
    expect(counts.leftOut).toBe(1);
    const inside = format === 'zip' || format === 'xlsx' ? [...(await unzip(bytes)).values()] : [bytes];
    for (const one of inside) {
      expect(one.includes(secret.word)).toBe(false);
      expect(one.includes('hb-d-1')).toBe(false);
      expect(one.includes('hb-1')).toBe(false);
    }
  });
});

describe('a file', () => {
  test('says in every format that records are made up', async () => {
    const csv = table((await file('csv', '?dataset=made-up')).bytes);
    expect(new Set(csv.map(({ synthetic }) => synthetic))).toEqual(new Set(['true']));
    for (const format of ['json', 'geojson'] as const) {
      expect(JSON.parse((await file(format, '?type=petition')).bytes.toString())).toMatchObject({
        synthetic: true,
        leftOut: 1,
      });
      const real = JSON.parse((await file(format, '?dataset=zhanjiang-log')).bytes.toString());
      expect(real).toMatchObject({ synthetic: false, leftOut: 0, count: 8, complete: true });
    }
    const sheets = await readWorkbook((await file('xlsx', '?type=petition')).bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Incidents', 'Read me']);
    expect(JSON.stringify(sheets[1]?.data)).toMatch(/SYNTHETIC DATA.*1 that the filter keeps belong/);
    const readme =
      (await unzip((await file('zip', '?type=petition')).bytes)).get('README.md')?.toString() ?? '';
    expect(readme).toMatch(/SYNTHETIC DATA/);
    expect(readme).toMatch(/1 that the filter keeps belong to data sets that may not be given away/);
    const ofLog = await unzip((await file('zip', '?dataset=zhanjiang-log')).bytes);
    expect(ofLog.get('README.md')?.toString()).toContain('No record is synthetic.');
  });

  test('has the same values in formats with types: days, numbers, lists, and what it says of itself', async () => {
    const query = '?dataset=zhanjiang-log';
    const { incidents, ...head } = JSON.parse((await file('json', query)).bytes.toString());
    expect(linesOf((await file('ndjson', query)).bytes)).toEqual(incidents);
    const parquet = (await file('parquet', query)).bytes;
    const rows = await rowsOfParquet(parquet);
    const arrow = tableFromIPC((await file('arrow', query)).bytes);
    const day = (value: unknown) => new Date(Number(value)).toISOString().slice(0, 10);
    const inArrow = [...arrow].map((row) => {
      const { starts_on, ends_on, ...rest } = row?.toJSON() ?? {};
      const plain = Object.entries(rest).map(([name, value]) => [
        name,
        value instanceof Vector ? [...value] : value,
      ]);
      return { ...Object.fromEntries(plain), starts_on: day(starts_on), ends_on: day(ends_on) };
    });
    const inParquet = rows.map(({ starts_on, ends_on, ...rest }) => ({
      ...rest,
      starts_on: day(starts_on),
      ends_on: day(ends_on),
    }));
    const columns = exportedIncidentFields.map(({ key, column }) => [column, key] as const);
    const inJson = incidents.map((one: Record<string, unknown>) =>
      Object.fromEntries(columns.map(([column, key]) => [column, one[key]])),
    );
    expect(inParquet).toEqual(inJson);
    expect(inArrow).toEqual(inJson);
    const metadata = new Map(
      parquetMetadata(new Uint8Array(parquet).buffer).key_value_metadata?.map(({ key, value }) => [
        key,
        value,
      ]),
    );
    for (const said of [metadata, arrow.schema.metadata]) {
      expect(said.get('daybook.count')).toBe('8');
      expect(said.get('daybook.leftOut')).toBe('0');
      expect(said.get('daybook.filter')).toBe(head.filter);
      expect(JSON.parse(said.get('daybook.datasets') ?? '')).toEqual(head.datasets);
    }
    expect(arrow.schema.fields.find(({ name }) => name === 'starts_on')?.type.toString()).toContain('Date32');
  });

  test('carries the cells that no field took: as an object, in tables as JSON with its names in order', async () => {
    const extra = { zone: '007', area: '=1+1', 'a "name"': 'x, y' };
    await world.pool.query(`UPDATE incidents SET extra = $1 WHERE ref = 'zj-2019-09-13-a'`, [
      JSON.stringify(extra),
    ]);
    const query = '?dataset=zhanjiang-log';
    const is = ({ ref }: Record<string, unknown>) => ref === 'zj-2019-09-13-a';
    const inOrder = '{"a \\"name\\"":"x, y","area":"=1+1","zone":"007"}';
    const csv = table((await file('csv', query)).bytes);
    expect(csv.find(is)?.extra).toBe(inOrder);
    expect(csv.filter((row) => row.extra === '')).toHaveLength(csv.length - 1);
    expect((await rowsOfParquet((await file('parquet', query)).bytes)).find(is)?.extra).toBe(inOrder);
    expect(linesOf((await file('ndjson', query)).bytes).find(is)?.extra).toEqual(extra);
    const { features } = JSON.parse((await file('geojson', query)).bytes.toString());
    expect(
      features.map(({ properties }: { properties: { extra: unknown } }) => properties.extra),
    ).toContainEqual(extra);
    await world.pool.query(`UPDATE incidents SET extra = NULL WHERE ref = 'zj-2019-09-13-a'`);
  });

  test('gives labels in Chinese where they are asked for', async () => {
    const rows = table((await file('csv', '?dataset=zhanjiang-log', 'both', 'zh')).bytes);
    const land = rows.find(({ ref }) => ref === 'zj-2019-09-13-a');
    expect(land).toMatchObject({
      type: 'mass-incident',
      type_label: '群体性事件',
      place_id: '440883.changqi.su',
    });
    const sheets = await readWorkbook((await file('xlsx', '?dataset=zhanjiang-log', 'labels', 'zh')).bytes);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['事件', '说明']);
    expect(JSON.stringify(sheets[0]?.data)).toContain('群体性事件');
  });

  test('keeps leading zeros and texts that look like formulas in a sheet', async () => {
    await world.pool.query(
      `UPDATE incidents SET title = '=1+1', coding_note = '0042' WHERE ref = 'zj-2019-09-13-a'`,
    );
    const [sheet] = await readWorkbook((await file('xlsx', '?dataset=zhanjiang-log')).bytes);
    const header = (sheet?.data[0] ?? []).map(String);
    const row = sheet?.data.find(([ref]) => ref === 'zj-2019-09-13-a') ?? [];
    const cell = (name: string) => row[header.indexOf(name)];
    expect(cell('title')).toBe('=1+1');
    expect(cell('coding_note')).toBe('0042');
    expect(cell('starts_on')).toBe('2019-09-13');
    expect(cell('size_min')).toBe(60);
    const csv = table((await file('csv', '?dataset=zhanjiang-log')).bytes);
    expect(csv.find(({ ref }) => ref === 'zj-2019-09-13-a')?.title).toBe("'=1+1");
  });

  test('places an incident at its own point, else at that of its place, and says which', async () => {
    const { features } = JSON.parse((await file('geojson', '')).bytes.toString());
    const kinds = new Map<string | null, number>();
    for (const { geometry, properties } of features) {
      const of = properties.geometry_of;
      kinds.set(of, (kinds.get(of) ?? 0) + 1);
      if (of === 'incident') expect(geometry.coordinates).toEqual(points.open.toReversed());
      if (of === null) expect(geometry).toBeNull();
      else expect(geometry.coordinates[0]).toBeGreaterThan(70);
      expect(of === 'incident').toBe(properties.latitude !== null);
    }
    expect(kinds.get('incident')).toBeGreaterThan(0);
    expect(kinds.get('place')).toBeGreaterThan(0);
  });

  test.each(recordFormats.filter((format) => format !== 'parquet' && format !== 'arrow'))(
    'as %s holds no point that is finer than the county and not public, nor evidence of it',
    async (format) => {
      const { bytes, counts } = await file(format, '');
      // Lines alone say nothing of points, so that they may be left uncounted.
      const uncounted = (format === 'csv' || format === 'ndjson') && counts.pointsKept === null;
      expect(uncounted || Number(counts.pointsKept) > 0).toBe(true);
      const parts = format === 'zip' || format === 'xlsx' ? [...(await unzip(bytes)).values()] : [bytes];
      const text = parts.map((part) => part.toString()).join();
      expect(text).toContain(String(points.open[0]));
      for (const degrees of [...points.kept, ...points.village]) expect(text).not.toContain(String(degrees));
    },
  );

  test('gives the exact point of a village only where its incident is marked as public', async () => {
    const pointOfVillage = async () => {
      const { features } = JSON.parse((await file('geojson', '?dataset=zhanjiang-log')).bytes.toString());
      return features.find(({ id }: { id: string }) => id === 'zj-2019-09-13-a').geometry.coordinates;
    };
    const kept = await pointOfVillage();
    expect(kept[0]).toBeGreaterThan(70);
    expect(kept).not.toEqual(points.village.toReversed());
    await world.pool.query(`UPDATE incidents SET point_public = true WHERE ref = 'zj-2019-09-13-a'`);
    expect(await pointOfVillage()).toEqual(points.village.toReversed());
    await world.pool.query(`UPDATE incidents SET point_public = false WHERE ref = 'zj-2019-09-13-a'`);
  });
});

describe('the package', () => {
  test('holds all its files, the manifests last, with their bytes, rows and SHA-256', async () => {
    const files = await unzip((await file('zip', '')).bytes);
    expect([...files.keys()]).toEqual(writtenOrder({}));
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '');
    const named = filesOf({}).filter((name) => !name.startsWith('manifest'));
    expect(manifest.files.map(({ name }: ManifestFile) => name)).toEqual(named);
    for (const { name, bytes, sha256, rows } of manifest.files as ManifestFile[]) {
      const content = files.get(name) ?? Buffer.from('missing');
      expect(content.length, name).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex'), name).toBe(sha256);
      expect(rows, name).toBe(name.endsWith('.csv') ? table(content).length : null);
    }
    const sums = files.get('manifest-sha256.txt')?.toString() ?? '';
    expect(sums.trimEnd().split('\n')).toEqual(
      [...named, 'manifest.json'].map(
        (name) =>
          `${createHash('sha256')
            .update(files.get(name) ?? '')
            .digest('hex')}  ${name}`,
      ),
    );
    const of = (name: string) => manifest.files.find((one: ManifestFile) => one.name === name).rows;
    expect(of('incidents.csv')).toBe(manifest.count);
    expect(JSON.parse(files.get('filter.json')?.toString() ?? '')).toMatchObject({
      count: manifest.count,
      leftOut: 1,
    });
  });

  test('tells what was changed since a day, with what was withdrawn, and nothing of drafts or of who did it', async () => {
    const note = (ref: string, version: number, action: string, changes: object) =>
      world.pool.query(
        `SELECT append_changes(jsonb_build_array(jsonb_build_object('subject_id', i.id, 'version', $2::int,
          'subject_type', 'incident', 'action', $3::text, 'actor_name', 'A Secret Name', 'changes', $4::jsonb,
          'reason', 'a secret reason'))) FROM incidents i WHERE ref = $1`,
        [ref, version, action, JSON.stringify(changes)],
      );
    const { rows: made } = await world.pool.query<{ ref: string }>(
      `SELECT ref FROM incidents WHERE dataset_id = $1 AND status = 'published' AND ref <> 'mu-x0' ORDER BY ref LIMIT 3`,
      [madeUp.id],
    );
    const [kept = '', gone = '', never = ''] = made.map(({ ref }) => ref);
    await world.pool.query(`UPDATE incidents SET status = 'withdrawn' WHERE ref = ANY($1)`, [[gone, never]]);
    await note(kept, 2, 'incident.changed', { sizeMin: { from: 1, to: 2 }, title: { from: 'x', to: 'y' } });
    await note(gone, 2, 'incident.withdrawn', { status: { from: 'published', to: 'withdrawn' } });
    await note(never, 2, 'incident.withdrawn', { status: { from: 'draft', to: 'withdrawn' } });
    await note('hb-1', 2, 'incident.changed', { title: { from: 'x', to: 'y' } });
    const files = await unzip(
      (await file('zip', '?dataset=made-up~held-back', 'codes', 'en', today())).bytes,
    );
    expect([...files.keys()]).toEqual(writtenOrder({ since: today() }));
    const text = files.get('CHANGES.csv')?.toString() ?? '';
    expect(table(files.get('CHANGES.csv')).map(({ changed_at, ...row }) => row)).toEqual([
      { ref: kept, version: '2', action: 'incident.changed', fields: 'size_min; title', status: 'published' },
      { ref: gone, version: '2', action: 'incident.withdrawn', fields: 'status', status: 'withdrawn' },
    ]);
    expect(text).not.toMatch(/secret/i);
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '');
    expect(manifest.changesSince).toBe(today());
    expect(manifest.files.find(({ name }: ManifestFile) => name === 'CHANGES.csv').rows).toBe(2);
    const later = await unzip((await file('zip', '?dataset=made-up', 'codes', 'en', '2999-01-01')).bytes);
    expect(table(later.get('CHANGES.csv'))).toEqual([]);
    await world.pool.query(`UPDATE incidents SET status = 'published' WHERE ref = ANY($1)`, [[gone, never]]);
  });

  test('leads from every incident to its directives, responses, sources and evidence', async () => {
    const files = await unzip((await file('zip', '?type=petition')).bytes);
    const of = (name: string) => table(files.get(name));
    const incidents = of('incidents.csv');
    const refs = (name: string, column: string) => new Set(of(name).map((row) => row[column]));
    const listed = (column: string) =>
      new Set(incidents.flatMap((row) => (row[column] ?? '').split('; ').filter((one) => one !== '')));
    expect(refs('directives.csv', 'ref')).toEqual(listed('directives'));
    for (const source of listed('sources')) expect(refs('sources.csv', 'ref')).toContain(source);
    const known = new Set(incidents.map(({ ref }) => ref));
    for (const { incident } of of('responses.csv')) expect(known).toContain(incident);
    const claims = of('claims.csv');
    const about = new Set([...known, ...listed('directives')]);
    for (const { record, source } of claims) {
      expect(about).toContain(record);
      expect(refs('sources.csv', 'ref')).toContain(source);
    }
    expect(claims.find(({ ordinal }) => ordinal === '101')).toMatchObject({
      record_kind: 'incident',
      field: 'starts_on',
      printed: 'on that day',
      locator: '¶1',
      basis: 'stated',
      followed: 'true',
    });
    expect(
      of('codebook.csv')
        .filter(({ vocabulary }) => vocabulary === 'issue')
        .map(({ code }) => code),
    ).toEqual(codesOf('issue'));
  });
});

test('the dialog is told what files would hold', async () => {
  const { counts, datasets, cite, filter, synthetic, xlsx } = await previewExport(wantedBy('?type=petition'));
  const { counts: real } = await file('csv', '?type=petition');
  expect(counts).toMatchObject({ kept: real.kept, leftOut: 1 });
  expect(counts.all).toBeGreaterThan(counts.kept);
  expect(filter).toBe('Type: Petition');
  expect([synthetic, xlsx]).toEqual([true, null]);
  expect(datasets.find(({ title }) => title === 'Held back')).toMatchObject({ redistributable: false });
  expect(cite.text).toContain('Type: Petition');
});
