import type { Pool } from 'pg';
import { publicViewer } from '@/lib/auth/viewer';
import type { CivilDate } from '@/lib/dates/civil';
import { loadReference, type Reference } from '@/lib/explore/reference';
import { parseSelectionStrictly } from '@/lib/explore/request';
import type { ExportSummary, IncidentExport } from '@/lib/exports/about';
import type { RecordFormat, ValueMode } from '@/lib/exports/formats';
import { openExport } from '@/lib/exports/records';
import { datasetId, incidentId, recordId } from '@/lib/ids';
import { buildDirectives, buildIncidents, insertMadeUp, madeUp } from '../factories/incidents';
import { random } from '../factories/random';
import { bytesOf } from './archive';
import { type SeededDatabase, seededDatabase } from './database';

/** Enough that most of them are still to be read when a stream is cut. */
const count = 3_000;
const places = ['CN', '440800', '440882', '440883', '440883.changqi.su', '110000'];

/** A data set that may not be given away: every text of it says so. */
export const secret = { slug: 'held-back', id: datasetId('held-back'), word: 'HELDBACK' };

/** Codes, without a mark: what an address asks for that says nothing. */
export const plain = { values: 'codes', bom: false } as const;

/** A database with the log, made-up incidents with evidence, and records that may not be given away. */
export type ExportWorld = SeededDatabase & {
  wantedBy: (query: string, locale?: 'en' | 'zh') => IncidentExport;
  /** A whole file of the records that a query keeps. */
  file: (
    format: RecordFormat,
    query: string,
    values?: ValueMode,
    locale?: 'en' | 'zh',
    since?: CivilDate,
  ) => Promise<{ counts: ExportSummary['counts']; bytes: Buffer }>;
};

/** A point that is public and one that is kept from readers, in degrees north and east. */
export const points = {
  open: [21.27, 110.36],
  kept: [21.98765, 110.98765],
  village: [21.54321, 110.54321],
} as const;

/** Points of their own for half the incidents of one county, of which every other one is public; and one for a village. */
async function addPoints(pool: Pool): Promise<void> {
  await pool.query(
    `UPDATE incidents i SET point_public = n % 2 = 0, latitude = CASE WHEN n % 2 = 0 THEN $2::float8 ELSE $4::float8 END,
        longitude = CASE WHEN n % 2 = 0 THEN $3::float8 ELSE $5::float8 END
      FROM (SELECT id, row_number() OVER (ORDER BY ref) AS n FROM incidents
        WHERE dataset_id = $1 AND place_id = '440883' AND status = 'published') numbered WHERE numbered.id = i.id`,
    [madeUp.id, ...points.open, ...points.kept],
  );
  await pool.query(
    `INSERT INTO claims (incident_id, ordinal, field, value, printed, source_id, locator, basis)
     SELECT i.id, 200, 'latitude', i.latitude::text, 'on that square', s.id, '¶9', 'stated'
     FROM incidents i, (SELECT id FROM sources WHERE ref = 'epoch-times-2020-10-22') s WHERE i.latitude IS NOT NULL`,
  );
  await pool.query(`UPDATE places SET latitude = $1, longitude = $2 WHERE id = '440883.changqi.su'`, [
    ...points.village,
  ]);
}

/** Fills the throw-away database of a test file. */
export async function exportWorld(): Promise<ExportWorld> {
  const { pool, end } = await seededDatabase();
  const chance = random(7);
  const directives = buildDirectives(chance, 60);
  const incidents = buildIncidents(chance, count, { places, directives });
  await insertMadeUp(pool, directives, incidents);
  await holdBack(pool, incidents.find(({ status }) => status === 'published')?.id ?? '');
  await pool.query(
    `INSERT INTO claims (incident_id, ordinal, field, value, printed, source_id, locator, basis)
     SELECT i.id, 100 + n, 'startsOn', i.starts_on::text, 'on that day', s.id, '¶' || n, 'stated'
     FROM incidents i, generate_series(1, 2) n, (SELECT id FROM sources WHERE ref = 'epoch-times-2020-10-22') s
     WHERE i.dataset_id = $1`,
    [madeUp.id],
  );
  await addPoints(pool);
  const reference: Reference = await loadReference(publicViewer);
  const wantedBy: ExportWorld['wantedBy'] = (query, locale = 'en') => ({
    selection: parseSelectionStrictly(new URLSearchParams(query), reference.known, locale),
    reference,
    viewer: publicViewer,
    locale,
    origin: 'http://localhost',
  });
  return {
    pool,
    end,
    wantedBy,
    async file(format, query, values = 'codes', locale = 'en', since) {
      const options = { values, bom: false, ...(since ? { since } : {}) };
      const { about, pieces } = await openExport(format, wantedBy(query, locale), options);
      return { counts: about.counts, bytes: await bytesOf(pieces) };
    },
  };
}

/** A data set that is not redistributable, an incident of it, and a directive of it about another incident. */
async function holdBack(pool: Pool, otherIncident: string): Promise<void> {
  await pool.query(
    `INSERT INTO datasets (id, slug, ref_prefix, title, description, origin, citation, redistributable, codebook_version)
     VALUES ($1, $2, 'hb', 'Held back', 'For tests', 'import', 'None', false, '2026.1')`,
    [secret.id, secret.slug],
  );
  const incident = incidentId(secret.id, '1');
  await pool.query(
    `INSERT INTO incidents (id, ref, dataset_id, external_id, title, summary, type, starts_on, ends_on, date_precision,
       place_id, place_precision, status)
     VALUES ($1, 'hb-1', $2, '1', $3, $3, 'petition', '2019-05-01', '2019-05-01', 'day', '440883', 'county', 'published')`,
    [incident, secret.id, secret.word],
  );
  const directive = recordId('directive', 'hb-d-1');
  await pool.query(
    `INSERT INTO directives (id, ref, dataset_id, kind, title, summary, issuer_office, orders, status)
     VALUES ($1, 'hb-d-1', $2, 'incident-note', $3, $3, 'mayor', '{}', 'published')`,
    [directive, secret.id, secret.word],
  );
  for (const id of [incident, otherIncident])
    await pool.query('INSERT INTO directive_incidents (incident_id, directive_id) VALUES ($1, $2)', [
      id,
      directive,
    ]);
}
